"""With FAIL_ON_SKIP=1 a skipped test is named and fails the run: CI has what every test needs."""

import os

import pytest


def _skipped(config: pytest.Config) -> dict[str, str]:
    """Name and reason; with several processes the one that reports to the terminal has them all."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    reports = reporter.stats.get("skipped", []) if reporter else []
    return {report.nodeid: report.longrepr[2] for report in reports}


def pytest_sessionfinish(session: pytest.Session) -> None:
    failing = os.environ.get("FAIL_ON_SKIP") == "1" and _skipped(session.config)
    if failing and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    if os.environ.get("FAIL_ON_SKIP") != "1":
        return
    for name, reason in sorted(_skipped(config).items()):
        terminalreporter.write_line(f"FAILED by FAIL_ON_SKIP: {name}: {reason}", red=True)
