"""Chromium, and one way to look at a page that finds what no test of the HTML can."""

import json
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from config.env import BASE_DIR

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
NODE_MODULES = BASE_DIR / "node_modules"
AXE = NODE_MODULES / "axe-core" / "axe.min.js"
HTML_VALIDATE = NODE_MODULES / ".bin" / "html-validate"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.skip(f"Chromium is not at {CHROMIUM}: install it, or name it in CHROMIUM")
    if not AXE.exists():
        pytest.skip("axe-core is not installed: make browser installs it")
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright keeps an event loop in this thread, from which Django would refuse every query.
        # Nothing else runs in that loop, so the queries of a test are as safe as without it.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM,
            # root has no sandbox; the rest would ask hosts that are not ours
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield chromium
        chromium.close()


@dataclass
class Visitor:
    """Opens pages and notes what goes wrong on them, also while a test goes on using one."""

    browser: Browser
    site: str
    faults: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)

    def __call__(
        self,
        path: str,
        width: int = 1280,
        colour_scheme: str = "light",
        *,
        forced_colours: bool = False,
        status: int = 200,
    ) -> Page:
        """The page at this path, without a fault of its own; what to do with it is the test's."""
        page = self.blank_page(width, colour_scheme, forced_colours)
        response = page.goto(f"{self.site}{path}", wait_until="networkidle")
        assert response is not None
        assert response.status == status
        self.forget_own_status(path, status)
        self.faults += sideways_scroll(page) + axe_violations(page)
        self.assert_no_faults()
        return page

    def blank_page(self, width: int, colour_scheme: Any, forced_colours: bool) -> Page:
        context = self.browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme=colour_scheme,
            forced_colors="active" if forced_colours else "none",
        )
        self.contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: self.note("console", message.text, message.location))
        page.on("pageerror", lambda error: self.note("page error", error))
        page.on("requestfailed", self.note_failed)
        page.on("request", lambda request: self.note_off_site(request.url))
        return page

    def note(self, *what: object) -> None:
        self.faults.append(": ".join(str(part) for part in what))

    def note_failed(self, request: Request) -> None:
        """Chromium asks for the icon anew at every address, and gives up as it leaves the page."""
        if not (request.url.endswith("/icon.svg") and request.failure == "net::ERR_ABORTED"):
            self.note("failed", request.url, request.failure)

    def note_off_site(self, url: str) -> None:
        if not url.startswith((f"{self.site}/", "data:", "blob:")):
            self.note("off-site request", url)

    def forget_own_status(self, path: str, status: int) -> None:
        """Chromium reports the status of the page itself, which the test has just asked for."""
        own = f"status of {status}"
        if status >= 400:
            self.faults = [
                fault
                for fault in self.faults
                if not (own in fault and f"{self.site}{path}" in fault)
            ]

    def assert_no_faults(self) -> None:
        assert not self.faults, "\n".join(self.faults)


def sideways_scroll(page: Page) -> list[str]:
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    return [f"scrolls sideways by {wide} px"] if wide > 0 else []


def axe_violations(page: Page) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    violations = page.evaluate("axe.run().then(results => results.violations)")
    return [
        f"axe {violation['id']}: {violation['help']}: {node['target']}"
        for violation in violations
        for node in violation["nodes"]
    ]


@pytest.fixture
def bundled(transactional_db, copies):
    """The bundled catalogue, as the server sees it: each test's own, for a live one shares none."""
    _blank, filled = copies
    connection.ensure_connection()
    filled.backup(connection.connection)


@pytest.fixture
def visit(browser, live_server) -> Iterator[Visitor]:
    """visit(path, width, colour_scheme) fails on console messages, script errors, failed or
    off-site requests, sideways scroll and axe's violations: at once, and again after the test."""
    visitor = Visitor(browser, live_server.url)
    yield visitor
    for context in visitor.contexts:
        context.close()
    visitor.assert_no_faults()


@pytest.fixture
def assert_valid_html(tmp_path):
    """assert_valid_html(page.content()) fails on what html-validate calls an error."""

    def check(html: str) -> None:
        file = tmp_path / "page.html"
        file.write_text(html, encoding="utf-8")
        command = [HTML_VALIDATE, "--config", BASE_DIR / ".htmlvalidate.json", "-f", "json", file]
        run = subprocess.run(command, capture_output=True, text=True)
        results = json.loads(run.stdout)
        assert [
            f"{message['ruleId']} at line {message['line']}: {message['message']}"
            for result in results
            for message in result["messages"]
        ] == []

    return check
