#!/usr/bin/env python
import os
import sys

from django.core.management import execute_from_command_line

from config.env import BadEnvironment


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        execute_from_command_line(sys.argv)
    except BadEnvironment as error:
        sys.exit(f"manage.py: {error}")  # its one line is all an operator needs


if __name__ == "__main__":
    main()
