from reference.imports.command import ImportCommand


class Command(ImportCommand):
    help = "Load the seed files of reference: see docs/data.md for their columns."
    apps = ("reference",)
