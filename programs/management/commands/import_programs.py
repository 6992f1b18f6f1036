from reference.imports.command import ImportCommand


class Command(ImportCommand):
    help = "Load the seed files of programs: see docs/data.md for their columns."
    apps = ("programs",)
