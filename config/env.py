"""What differs by machine, read here and nowhere else: the environment first, then the file .env.

`python -m config.env` writes that file if there is none and says where the site will be.
"""

import os
import secrets
import sys
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from environ import Env

BASE_DIR = Path(__file__).resolve().parent.parent

SECRET_KEY_LENGTH = 50  # what `check --deploy` asks for


class BadEnvironment(ImproperlyConfigured):
    """A variable that the site must not start with; the message is all an operator needs."""


def variable(name: str, default: str = "") -> str:
    return os.environ.get(name, "").strip() or default


def env_file() -> Path:
    return Path(variable("ENV_FILE", str(BASE_DIR / ".env")))


def read_env_file() -> None:
    """Add what .env sets; the real environment wins."""
    if env_file().is_file():
        Env.read_env(env_file())


def debug() -> bool:
    return variable("DJANGO_DEBUG") == "1"


def secret_key() -> str:
    key = variable("DJANGO_SECRET_KEY")
    if len(key) < SECRET_KEY_LENGTH:
        raise BadEnvironment(
            f"DJANGO_SECRET_KEY is {'too short' if key else 'missing'}: it takes "
            f"{SECRET_KEY_LENGTH} characters or more; `make run` writes a .env with one."
        )
    return key


def address_of_run() -> str:
    """Where `make run` serves: at HOST and PORT, unless SITE_URL is that of an https proxy."""
    configured = variable("SITE_URL")
    if configured.startswith("https://"):
        return configured
    host, port = variable("HOST", "127.0.0.1").strip("[]"), variable("PORT", "8000")
    if not host.strip("0.:"):  # 0.0.0.0 and :: are every address, this machine's own among them
        host = "localhost"
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def write_env_file(address: str) -> None:
    """A random key and the address, for their owner's eyes; a file that is there stays as it is."""
    lines = [
        "# Made by `make run`; .env.example explains every variable.",
        f"DJANGO_SECRET_KEY={secrets.token_urlsafe(SECRET_KEY_LENGTH)}",
        f"SITE_URL={address}",
    ]
    try:
        descriptor = os.open(env_file(), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


def main() -> None:
    from config.address import site  # here, since that module reads this one

    read_env_file()
    os.environ["SITE_URL"] = address_of_run()
    try:
        address = site().url
    except ImproperlyConfigured as error:
        sys.exit(f"config.env: {error}")
    write_env_file(address)
    sys.stdout.write(f"{address}\n")


if __name__ == "__main__":
    main()
