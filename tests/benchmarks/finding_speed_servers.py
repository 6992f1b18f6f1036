"""The site as `make run` serves it, and Datasette on the flat table, each as its own process."""

import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

from tests.benchmarks.finding_speed_data import BASE_DIR, catalogue, flat

DATASETTE = BASE_DIR / "build" / "datasette" / "bin" / "datasette"
KEY = secrets.token_urlsafe(64)
SECONDS_TO_START = 60
# without these Datasette gives up on the very facets that it is asked for
SETTINGS = {
    "suggest_facets": "off",
    "facet_time_limit_ms": 60_000,
    "sql_time_limit_ms": 60_000,
    "default_facet_size": 100,
}


def environment(size: int, address: str = "http://127.0.0.1:8000") -> dict[str, str]:
    """That of a server in production; nothing of the caller’s own settings."""
    inherited = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return inherited | {
        "ENV_FILE": os.devnull,
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DJANGO_SECRET_KEY": KEY,
        "DATABASE_URL": f"sqlite:///{catalogue(size)}",
        "SITE_URL": address,
    }


def collect_static_files(size: int) -> None:
    command = [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity", "0"]
    subprocess.run(command, env=environment(size), cwd=BASE_DIR, check=True)


@contextmanager
def site(size: int) -> Iterator[int]:
    """The port of gunicorn with 2 workers of 4 threads."""
    port = _free_port()
    there = environment(size, f"http://127.0.0.1:{port}")
    command = [str(Path(sys.executable).with_name("gunicorn")), "config.wsgi"]
    command += ["--bind", f"127.0.0.1:{port}", "--worker-class", "gthread", "--workers", "2"]
    command += ["--threads", "4", "--no-control-socket", "--log-level", "warning"]
    with _running(command, there, port, "/healthz"):
        yield port


@contextmanager
def datasette(size: int) -> Iterator[int]:
    """The port of Datasette in its normal form: one process, its file immutable."""
    port = _free_port()
    command = [str(DATASETTE), "serve", "--immutable", str(flat(size)), "--port", str(port)]
    for name, value in SETTINGS.items():
        command += ["--setting", name, str(value)]
    with _running(command, dict(os.environ), port, "/-/versions.json"):
        yield port


@contextmanager
def _running(command, there, port, path):
    process = subprocess.Popen(command, env=there, cwd=BASE_DIR, stdout=subprocess.DEVNULL)
    try:
        _wait_for(process, port, path)
        yield
    finally:
        process.terminate()
        process.wait(SECONDS_TO_START)


def _wait_for(process, port, path) -> None:
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until and process.poll() is None:
        try:
            connection = HTTPConnection("127.0.0.1", port, timeout=10)
            connection.request("GET", path)
            if connection.getresponse().status == 200:
                return
        except OSError:
            pass
        time.sleep(0.2)
    sys.exit(f"{process.args[0]} does not answer on port {port}")


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]
