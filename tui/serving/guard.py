"""Who may have the reader in a browser: who has the token, on a page that came from here, under a name that is ours.

Without these checks any page that is open in the same browser could drive the reader, and read all that it shows: a
browser opens websockets to wherever a page asks for.
"""

import ipaddress
import secrets
import socket
from collections.abc import Iterable

LONG_ENOUGH = 16
"""Code points of a token that whoever serves chooses."""

_ITSELF = ("localhost", "127.0.0.1", "[::1]")


def is_loopback(host: str) -> bool:
    """Return whether only programs on this machine can reach what is served at ``host``."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.casefold() == "localhost"


class Guard:
    """Lets requests through that may come in, of a server at ``host`` (a name or an address) and ``port``.

    ``token`` is made up unless it is given.
    """

    def __init__(self, host: str, port: int, token: str | None = None) -> None:
        self.token = token or secrets.token_urlsafe(32)
        names: Iterable[str] = _ITSELF
        self._any_address = not is_loopback(host)
        if self._any_address:
            names = (*_ITSELF, host, socket.gethostname(), socket.getfqdn())
        self._names = frozenset(name.casefold() for name in names)
        self._port = port

    def knows(self, host: str | None) -> bool:
        """Return whether a request's ``Host`` is a name of this server.

        One that somebody has pointed here to get behind what browsers forbid is not. An address cannot be such a name;
        which of its addresses a machine is reached under is not asked.
        """
        if not host:
            return False
        name, colon, port = host.rpartition(":")
        if not colon or host.endswith("]"):
            name, port = host, "80"
        if port != str(self._port):
            return False
        return name.casefold() in self._names or (self._any_address and _is_address(name))

    def is_own_page(self, origin: str | None, host: str | None) -> bool:
        """Return whether a request's ``Origin`` is a page that was served under the request's ``Host``, by us."""
        return self.knows(host) and origin is not None and origin.casefold() in _origins(str(host).casefold())

    def opens(self, token: str) -> bool:
        """Return whether ``token`` is the one. How long that takes tells nothing about it."""
        return secrets.compare_digest(token.encode("utf-8", "replace"), self.token.encode("utf-8", "replace"))


def _origins(host: str) -> tuple[str, str]:
    # The second, where something in front of us speaks TLS for us.
    return f"http://{host}", f"https://{host}"


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True
