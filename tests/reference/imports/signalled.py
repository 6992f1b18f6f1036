"""Runs imports again and again, each time in a process that gets a signal at some moment.

Started as a program with DATABASE_URL set. It makes the tables and says “ready”; then it takes
[module, function, after which of its calls, signal, command …] a line and answers [exit status,
last words].
"""

import json
import os
import sys
from importlib import import_module
from itertools import count
from tempfile import TemporaryFile

import django
from django.core.management import call_command, execute_from_command_line
from django.db import connection


def main():
    django.setup()
    call_command("migrate", verbosity=0)
    connection.close()
    answer("ready")
    for line in sys.stdin:
        answer(load_and_signal(*json.loads(line)))


def answer(data):
    sys.stdout.write(json.dumps(data) + "\n")
    sys.stdout.flush()


def load_and_signal(module, name, turn, number, *command):
    """A fork, since starting Python and Django takes longer than the import."""
    with TemporaryFile("w+") as said:
        child = os.fork()
        if child == 0:
            os.dup2(said.fileno(), sys.stdout.fileno())
            os.dup2(said.fileno(), sys.stderr.fileno())
            signal_after(import_module(module), name, turn, number)
            os._exit(load(command))
        _child, status = os.waitpid(child, 0)
        said.seek(0)
        last_words = said.read().splitlines()[-1:]
    return [os.waitstatus_to_exitcode(status), *last_words]


def signal_after(module, name, turn, number):
    original, calls = getattr(module, name), count(1)

    def signalling(*args, **options):
        result = original(*args, **options)
        if next(calls) == turn:
            os.kill(os.getpid(), number)
        return result

    setattr(module, name, signalling)


def load(command):
    """The exit status."""
    try:
        execute_from_command_line(["manage.py", *command])
    except SystemExit as end:
        return end.code
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    return 0


if __name__ == "__main__":
    main()
