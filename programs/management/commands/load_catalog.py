from reference.imports.command import ImportCommand


class Command(ImportCommand):
    help = "Load the bundled catalogue: the seed files of all three apps, in one transaction."
    apps = ("reference", "careers", "programs")
    takes_path = False
