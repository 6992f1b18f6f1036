import os
import stat
import subprocess
import sys

import pytest

from config import env
from config.env import BadEnvironment

LONG_ENOUGH = "k" * env.SECRET_KEY_LENGTH


@pytest.fixture
def env_file(monkeypatch, tmp_path):
    path = tmp_path / ".env"
    for name in ("DJANGO_SECRET_KEY", "SITE_URL", "HOST", "PORT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ENV_FILE", str(path))
    yield path
    # what a test let read_env_file add goes again; monkeypatch restores what was there before it
    for name in ("DJANGO_SECRET_KEY", "SITE_URL"):
        os.environ.pop(name, None)


def test_a_key_of_fifty_characters_is_taken(monkeypatch):
    monkeypatch.setenv("DJANGO_SECRET_KEY", LONG_ENOUGH)
    assert env.secret_key() == LONG_ENOUGH


@pytest.mark.parametrize(("key", "reason"), [("", "missing"), (LONG_ENOUGH[1:], "too short")])
def test_a_missing_or_short_key_is_refused_by_name(monkeypatch, key, reason):
    monkeypatch.setenv("DJANGO_SECRET_KEY", key)
    with pytest.raises(BadEnvironment, match=f"^DJANGO_SECRET_KEY is {reason}: "):
        env.secret_key()


@pytest.mark.parametrize(("value", "expected"), [("1", True), ("", False), ("yes", False)])
def test_only_1_switches_debugging_on(monkeypatch, value, expected):
    monkeypatch.setenv("DJANGO_DEBUG", value)
    assert env.debug() is expected


def test_the_file_adds_what_the_environment_lacks(env_file, monkeypatch):
    env_file.write_text("DJANGO_SECRET_KEY=from the file\nSITE_URL=https://file.example\n")
    monkeypatch.setenv("SITE_URL", "https://environment.example")
    env.read_env_file()
    assert env.variable("DJANGO_SECRET_KEY") == "from the file"
    assert env.variable("SITE_URL") == "https://environment.example"


def test_no_file_is_no_fault(env_file):
    env.read_env_file()
    assert env.variable("DJANGO_SECRET_KEY") == ""


@pytest.mark.parametrize(
    ("host", "port", "address"),
    [
        ("", "", "http://127.0.0.1:8000"),
        ("127.0.0.1", "9000", "http://127.0.0.1:9000"),
        ("0.0.0.0", "9000", "http://localhost:9000"),
        ("[::]", "9000", "http://localhost:9000"),
        ("[::1]", "9000", "http://[::1]:9000"),
    ],
)
def test_a_run_is_addressed_by_its_host_and_port(env_file, monkeypatch, host, port, address):
    monkeypatch.setenv("HOST", host)
    monkeypatch.setenv("PORT", port)
    monkeypatch.setenv("SITE_URL", "http://127.0.0.1:8000")
    assert env.address_of_run() == address


def test_a_run_behind_an_https_proxy_keeps_the_address_of_the_proxy(env_file, monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://gradpath.example")
    assert env.address_of_run() == "https://gradpath.example"


def test_a_first_run_writes_a_random_key_and_the_address(env_file, monkeypatch, capsys):
    monkeypatch.setenv("PORT", "9000")
    env.main()
    assert capsys.readouterr().out == "http://127.0.0.1:9000\n"
    env.read_env_file()
    assert len(env.secret_key()) >= env.SECRET_KEY_LENGTH
    assert env.variable("SITE_URL") == "http://127.0.0.1:9000"


def test_only_the_owner_can_read_the_file(env_file):
    env.write_env_file("http://127.0.0.1:8000")
    assert stat.S_IMODE(env_file.stat().st_mode) == 0o600


def test_a_file_that_is_there_is_left_alone(env_file):
    env_file.write_text("DJANGO_SECRET_KEY=mine\n")
    env.main()
    assert env_file.read_text() == "DJANGO_SECRET_KEY=mine\n"


def test_an_address_the_site_would_refuse_is_not_written(env_file, monkeypatch):
    monkeypatch.setenv("HOST", "192.0.2.7")
    with pytest.raises(SystemExit, match="^config.env: SITE_URL 'http://192.0.2.7:8000'"):
        env.main()
    assert not env_file.exists()


def test_the_module_runs_as_a_command(env_file):
    command = [sys.executable, "-m", "config.env"]
    run = subprocess.run(command, cwd=env.BASE_DIR, capture_output=True, text=True, check=True)
    assert run.stdout == "http://127.0.0.1:8000\n"
    assert env_file.exists()


@pytest.mark.parametrize("command", ["check", "load_catalog", "migrate"])
def test_a_command_without_a_key_says_so_in_one_line(env_file, monkeypatch, command):
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "config.settings")
    run = subprocess.run(
        [sys.executable, "manage.py", command], cwd=env.BASE_DIR, capture_output=True, text=True
    )
    assert run.returncode == 1
    assert run.stderr.startswith("manage.py: DJANGO_SECRET_KEY is missing: ")
    assert run.stderr.count("\n") == 1
