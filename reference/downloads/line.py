"""How publishers are spoken to: https to known hosts only, as who we are, with patience."""

import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from django.utils.translation import gettext as _

from reference.downloads.faults import DownloadFault, PassingFault
from reference.downloads.publishers import HOSTS
from reference.imports.errors import one_line, quoted

AGENT = "Gradpath download_federal"
SECONDS = 30
LOOPBACK = "127.0.0.1"


@dataclass(frozen=True)
class Line:
    """`pauses` are the seconds before each further try; tests reach loopback and do not wait."""

    contact: str = ""
    hosts: frozenset[str] = HOSTS
    loopback: bool = False
    timeout: float = SECONDS
    pauses: tuple[float, ...] = (1, 4, 16)
    wait: Callable[[float], Any] = time.sleep

    def check(self, address: str) -> None:
        """Raises DownloadFault for an address that must not be asked."""
        if not (self._is_public(address) or self._is_loopback(address)):
            shown = quoted(one_line(address))
            raise DownloadFault(_("%s is not an https address of a known publisher") % shown)

    def ask(self, address: str, headers: dict[str, str]) -> Any:
        """The answer, whatever its status; raises PassingFault where none comes."""
        self.check(address)
        agent = f"{AGENT} ({self.contact})" if self.contact else AGENT
        headers = {"User-Agent": agent, "Accept-Encoding": "identity"} | headers
        request = Request(address, headers=headers)  # noqa: S310 - check() has passed the address
        try:
            return self._opener().open(request, timeout=self.timeout)
        except HTTPError as answer:
            return answer
        except (OSError, HTTPException) as error:
            raise no_answer(error) from None

    def _opener(self) -> OpenerDirector:
        """Without urllib’s handlers of files, FTP and data addresses."""
        opener = OpenerDirector()
        proxies = ProxyHandler({}) if self.loopback else ProxyHandler()
        for handler in (
            proxies,
            HTTPHandler(),
            HTTPSHandler(),
            HTTPDefaultErrorHandler(),
            HTTPErrorProcessor(),
            _Redirects(self),
        ):
            opener.add_handler(handler)
        return opener

    def _is_public(self, address):
        parts = _parts(address)
        return parts[0] == "https" and parts[1] in self.hosts

    def _is_loopback(self, address):
        scheme, _colon, rest = address.partition("://")
        return self.loopback and scheme == "http" and rest.startswith(f"{LOOPBACK}:")


class _Redirects(HTTPRedirectHandler):
    max_redirections = 5

    def __init__(self, line: Line):
        self.line = line

    def redirect_request(self, req, fp, code, msg, headers, newurl):
        try:
            self.line.check(newurl)
        except DownloadFault:
            fp.close()
            raise
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def no_answer(error: Exception) -> DownloadFault:
    """Of a connection that could not be made or did not hold."""
    reason = error.reason if isinstance(error, URLError) else error
    if isinstance(reason, ssl.SSLCertVerificationError):
        return DownloadFault(_("its certificate is not trusted (%s)") % reason.verify_message)
    if isinstance(reason, TimeoutError):
        return PassingFault(_("no answer in %d seconds; try again later") % SECONDS)
    words = getattr(reason, "strerror", None) or str(reason) or type(reason).__name__
    said = one_line(words)
    return PassingFault(_("the connection failed (%s); try again later") % said)


def _parts(address: str) -> tuple[str, str]:
    """Scheme and host; no host for an address with a name, a password or a port."""
    try:
        parts = urlsplit(address)
        plain = parts.netloc.lower() == parts.hostname
    except ValueError:
        return "", ""
    return parts.scheme, parts.netloc.lower() if plain else ""
