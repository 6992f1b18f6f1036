"""What may not be committed, and what has to be."""

import ast
import re
import subprocess
import tomllib

import pytest

from config.env import BASE_DIR

# a package's address binds everyone to one registry, a path to one machine
FORBIDDEN = {
    "registry address": re.compile(
        r"--(?:extra-)?index-url|--find-links|\"resolved\":|registry\s*=\s*http|https?://\S*/simple/"
    ),
    "path of one machine": re.compile(r"(?<![\w./-])/(?:work|root|home/\w+|tmp/\w+)/"),
}
THIS_FILE = "tests/test_repository.py"  # it has to write down what it looks for


def tracked_texts():
    """Name and text of every file git keeps or would add; pictures and fonts have no text."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listing = subprocess.run(command, cwd=BASE_DIR, capture_output=True, text=True, check=True)
    for name in listing.stdout.split("\0"):
        path = BASE_DIR / name
        content = path.read_bytes() if path.is_file() else b"\0"
        if b"\0" not in content and name != THIS_FILE:
            yield name, content.decode()


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_holds_a(what):
    found = [
        f"{name}: {match[0]}"
        for name, text in tracked_texts()
        for match in FORBIDDEN[what].finditer(text)
    ]
    assert found == []


@pytest.mark.parametrize("lock", sorted(path.name for path in BASE_DIR.glob("requirements*.txt")))
def test_every_locked_package_has_its_version_and_hashes(lock):
    text = re.sub(r"\\\n", "", (BASE_DIR / lock).read_text())
    packages = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    assert packages
    for package in packages:
        assert re.match(r"[a-z0-9-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", package), package


def test_both_locks_hold_the_same_versions():
    runtime, dev = (
        set(re.findall(r"^\S+==\S+", (BASE_DIR / lock).read_text(), re.MULTILINE))
        for lock in ("requirements.txt", "requirements-dev.txt")
    )
    assert runtime <= dev


def test_every_dependency_says_why_it_is_there():
    text = (BASE_DIR / "pyproject.toml").read_text()
    stated = tomllib.loads(text)
    groups = stated["project"]["optional-dependencies"] | stated["dependency-groups"]
    named = [*stated["project"]["dependencies"], *sum(groups.values(), [])]
    lines = {
        name: next(line for line in text.splitlines() if f'"{name}"' in line) for name in named
    }
    assert [name for name, line in lines.items() if not re.search(r'",? +# \w', line)] == []


def variables_read():
    """The first argument of every call of `variable`, which alone reads the environment."""
    for path in (BASE_DIR / "config").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "variable":
                argument = node.args[0]
                assert isinstance(argument, ast.Constant)
                yield argument.value


def test_the_example_names_every_variable():
    example = (BASE_DIR / ".env.example").read_text()
    names = set(variables_read())
    assert {"DJANGO_SECRET_KEY", "DATABASE_URL"} <= names
    assert {name for name in names if not re.search(rf"\b{name}\b", example)} == set()


def test_only_one_module_reads_the_environment():
    readers = {
        path.name
        for path in (BASE_DIR / "config").glob("*.py")
        if re.search(r"os\.(environ\.get|environ\[|getenv)", path.read_text())
    }
    assert readers == {"env.py"}
