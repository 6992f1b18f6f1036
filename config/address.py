"""SITE_URL, from which follow the hosts the site answers to and how strict it is."""

import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

from config.env import BadEnvironment, variable


@dataclass(frozen=True)
class Site:
    """The address visitors use. Behind a proxy it is the proxy's."""

    scheme: str
    host: str
    port: int | None

    @property
    def url(self) -> str:
        return f"{self.scheme}://{self.host}" + (f":{self.port}" if self.port else "")

    @property
    def https(self) -> bool:
        return self.scheme == "https"

    @property
    def loopback(self) -> bool:
        try:
            return ipaddress.ip_address(self.host.strip("[]")).is_loopback
        except ValueError:  # a name
            return self.host == "localhost" or self.host.endswith(".localhost")

    @property
    def allowed_hosts(self) -> list[str]:
        others = ["localhost", "127.0.0.1", "[::1]"] if self.loopback else []
        return [self.host, *others]


def site() -> Site:
    """Without SITE_URL the site answers this machine only."""
    address = variable("SITE_URL", "http://127.0.0.1:8000")
    found = _parse(address)
    if found is None:
        raise BadEnvironment(
            f"SITE_URL {address!r} is not the address of a site: write https://HOST, no path."
        )
    if not found.https and not found.loopback:
        raise BadEnvironment(
            f"SITE_URL {address!r}: plain http is for this machine alone (127.0.0.1, localhost); "
            "anywhere else passwords would travel readable. Write https://HOST."
        )
    return found


def _parse(address: str) -> Site | None:
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:  # a port or an IPv6 address that is none
        return None
    more = parts.path.strip("/") or parts.query or parts.fragment or parts.username
    if parts.scheme not in {"http", "https"} or not host or more:
        return None
    return Site(parts.scheme, f"[{host}]" if ":" in host else host, port)
