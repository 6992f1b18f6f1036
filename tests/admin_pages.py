"""What the tests of every admin share: models, pages, and forms as a browser sends them."""

from collections import defaultdict
from io import StringIO

from django.contrib import admin
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import factories
from tests.page import Element, Page

APPS = ("reference", "careers", "programs")


def registered() -> list:
    """The models of the catalogue that editors find in the admin."""
    return [model for model in admin.site._registry if model._meta.app_label in APPS]


def make(model, **values):
    """A record of any model, as its factory makes it."""
    return _factories()[model](**values)


def _factories():
    found = [value for value in vars(factories).values() if hasattr(value, "_meta")]
    return {factory._meta.model: factory for factory in found if not factory._meta.abstract}


def load() -> str:
    """Import the bundled seed files again; returns the report."""
    report = StringIO()
    call_command("load_catalog", stdout=report)
    return report.getvalue()


def list_url(model) -> str:
    return _url(model, "changelist")


def add_url(model) -> str:
    return _url(model, "add")


def change_url(record) -> str:
    return _url(type(record), "change", record.pk)


def delete_url(record) -> str:
    return _url(type(record), "delete", record.pk)


def _url(model, page, *key):
    return reverse(f"admin:{model._meta.label_lower.replace('.', '_')}_{page}", args=key)


def queries(client, url) -> int:
    """How many it takes to answer the address."""
    with CaptureQueriesContext(connection) as found:
        assert client.get(url).status_code == 200
    return len(found)


def open_form(client, url) -> dict:
    """What a browser would send if the editor pressed Save at once."""
    return _sent(_form(Page(client.get(url))))


def submit(client, url, /, **changes):
    """Open the form, fill in the changes, save; two underscores stand for the hyphens of a row."""
    form = open_form(client, url) | {name.replace("__", "-"): new for name, new in changes.items()}
    return client.post(url, {name: value for name, value in form.items() if value is not None})


def saved(response) -> bool:
    """Whether the form was taken; else the page comes back with its errors."""
    return response.status_code == 302


def errors(response) -> str:
    """All errors on the page, those of its rows too."""
    return str([*response.context["errors"], *row_errors(response)])


def row_errors(response) -> list:
    """{field: errors} of each row."""
    inlines = response.context["inline_admin_formsets"]
    return [row for inline in inlines for row in inline.formset.errors if row]


def act(client, action, *records, **more):
    """Choose an action for the records ticked on their list."""
    chosen = {"action": action, "_selected_action": [record.pk for record in records]}
    return client.post(list_url(type(records[0])), chosen | more)


def _form(page) -> Element:
    """The form of the record; the page has others, such as that which signs out."""
    return next(form for form in page.all("form") if form.get("id", "").endswith("_form"))


def _sent(form) -> dict:
    """{name: value} of what a browser would send; the ticked boxes of one name as a list."""
    ticked: dict = defaultdict(list)
    for box in _enabled(form.all("input", type="checkbox")):
        if "checked" in box:
            ticked[box["name"]].append(box.get("value", "on"))
    texts = {field["name"]: field.get("value", "") for field in _texts(form)}
    areas = {area["name"]: _typed(area) for area in _enabled(form.all("textarea"))}
    chosen = {select["name"]: _chosen(select) for select in _enabled(form.all("select"))}
    return texts | areas | chosen | ticked


def _enabled(fields):
    return [field for field in fields if "name" in field and "disabled" not in field]


def _texts(form):
    others = ("checkbox", "submit")
    return [field for field in _enabled(form.all("input")) if field.get("type") not in others]


def _typed(area):
    """After the line break that the template writes, with those that a browser sends."""
    return "".join(area.children).removeprefix("\n").replace("\n", "\r\n")


def _chosen(select):
    selected = select.all("option", selected=True)
    return selected[0]["value"] if selected else ""
