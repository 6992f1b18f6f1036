"""Knowledge points one way: programs → careers → reference. Read from the syntax trees."""

import ast
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings

LAYERS = ("reference", "careers", "programs")  # each may know those before it
PACKAGES = (*LAYERS, "config")
NAMES_THAT_SAY_NOTHING = {"utils", "helpers", "common", "misc", "services", "managers"}

# "programs.Program", "programs:list", "programs.models.program": a name inside a package
DOTTED = re.compile(r"(?P<package>\w+)[.:]\w[\w.:-]*")
# functions whose first argument names an app
LOOKUPS = {"get_model", "get_app_config"}


def modules(*folders: str) -> list[Path]:
    found = [path for folder in folders for path in (settings.BASE_DIR / folder).rglob("*.py")]
    assert found
    return sorted(found)


def above(package: str) -> set[str]:
    """What a package must not know; nobody knows config."""
    higher = LAYERS[LAYERS.index(package) + 1 :] if package in LAYERS else ()
    return {*higher, "config"} - {package}


def forbidden_names(package: str, source: str) -> set[str]:
    """The names in a module that point up, however they are written."""
    known = {name.partition(".")[0] for name in imported(ast.parse(source))}
    return (known | packages_in_strings(ast.parse(source))) & above(package)


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.module or ""


def packages_in_strings(tree: ast.AST) -> set[str]:
    """Packages that a string key, a URL name, a dotted path or a look-up names."""
    nodes: list[Any] = list(ast.walk(tree))
    looked_up = [node.args[0] for node in nodes if _is_lookup(node)]
    matches = [DOTTED.fullmatch(text) for text in _strings(nodes)]
    return {match["package"] for match in matches if match} | {*_strings(looked_up)}


def _strings(nodes: list[Any]) -> list[str]:
    constants = [node.value for node in nodes if isinstance(node, ast.Constant)]
    return [value for value in constants if isinstance(value, str)]


def _is_lookup(node: Any) -> bool:
    if not isinstance(node, ast.Call) or not node.args:
        return False
    called = node.func
    return (
        called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
    ) in LOOKUPS


def comments(path: Path) -> list[str]:
    with path.open("rb") as file:
        tokens = tokenize.tokenize(file.readline)
        return [token.string for token in tokens if token.type == tokenize.COMMENT]


def slack_in(comment: str) -> bool:
    """Whether a comment silences a tool without naming the rule, or puts work off."""
    bare = re.search(r"\b(noqa(?!: ?[A-Z]+\d+)|type: ?ignore(?!\[))", comment)
    return bool(bare or re.search(r"\b(TODO|FIXME|XXX)\b", comment))


def in_project(path: Path) -> str:
    return str(path.relative_to(settings.BASE_DIR))


@pytest.mark.parametrize("path", modules(*PACKAGES), ids=in_project)
def test_a_module_names_nothing_above_it(path):
    package = path.relative_to(settings.BASE_DIR).parts[0]
    assert not forbidden_names(package, path.read_text("utf-8"))


@pytest.mark.parametrize(
    "line",
    [
        "import programs.models",
        "from programs.models import Program",
        "def late(): from programs import facts",
        "key = ForeignKey('programs.Program')",
        "reverse('programs:program', args=[slug])",
        "import_module('programs.facts')",
        "apps.get_model('programs', 'Program')",
        "get_app_config('programs')",
        "from config import settings",
        "import config.env",
        "path = 'config.urls'",
    ],
)
def test_a_name_that_points_up_is_found_however_it_is_written(line):
    assert forbidden_names("careers", line)


@pytest.mark.parametrize(
    "line",
    [
        "from careers.models import Career",
        "from reference.models import Source",
        "from . import models",
        "key = ForeignKey('reference.Source')",
        "reverse('careers:career')",
        "PROGRAMS = 'programs'",
        "'''What programs.models does not know.'''",
        "get('programs')",
    ],
)
def test_a_name_that_points_down_or_nowhere_is_allowed(line):
    assert not forbidden_names("careers", line)


def keys_across_apps() -> list[tuple[str, str, Any]]:
    """(app, the app it points to, key) of all keys that leave their app."""
    fields = [
        (package, field)
        for package in LAYERS
        for model in apps.get_app_config(package).get_models()
        for field in model._meta.concrete_fields
        if field.is_relation
    ]
    keys = [(package, _app_of(field), field) for package, field in fields]
    return [key for key in keys if key[0] != key[1]]


def _app_of(field: Any) -> str:
    return field.related_model._meta.app_label


def test_keys_across_apps_point_down():
    upward = [
        str(field)
        for package, other, field in keys_across_apps()
        if other not in LAYERS[: LAYERS.index(package)]
    ]
    assert upward == []


def test_keys_across_apps_give_the_app_below_no_way_up():
    crossing = [field for _package, _other, field in keys_across_apps()]
    assert crossing
    assert [str(field) for field in crossing if not field.remote_field.hidden] == []


def test_no_model_has_keys_that_this_file_does_not_see():
    models = [model for package in LAYERS for model in apps.get_app_config(package).get_models()]
    assert [
        model for model in models if model._meta.many_to_many or model._meta.private_fields
    ] == []


@pytest.mark.parametrize("path", modules(*PACKAGES, "tests"), ids=in_project)
def test_a_module_says_what_it_is(path):
    assert not NAMES_THAT_SAY_NOTHING & {*path.relative_to(settings.BASE_DIR).parts, path.stem}


@pytest.mark.parametrize("path", modules(*PACKAGES, "tests"), ids=in_project)
def test_no_comment_silences_a_tool_at_large_or_puts_work_off(path):
    assert [comment for comment in comments(path) if slack_in(comment)] == []


@pytest.mark.parametrize(
    "comment",
    ["# noqa", "# noqa: because", "# type: ignore", "# type:ignore", "# TODO: later", "# FIXME"],
)
def test_a_comment_that_does_is_found(comment):
    assert slack_in(comment)


@pytest.mark.parametrize(
    "comment",
    ["# noqa: S104 - compared with, never bound to", "# type: ignore[arg-type]", "# a todo list"],
)
def test_a_comment_that_names_the_rule_is_allowed(comment):
    assert not slack_in(comment)
