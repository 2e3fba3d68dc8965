"""The address of a link as it can be told, and opened: all ASCII, so that it is nothing but what it looks like. Pure.

What is told is what is opened. Whatever could make it look like another address is taken out or spelled out: who is to
log in (`https://bank.example@evil.example`), letters that look like others (as in punycode), invisible characters.
"""

import re
import unicodedata
from typing import NamedTuple
from urllib.parse import quote, unquote, urljoin, urlsplit

from store.safety import label, safe

LONGEST = 2_000
"""Code points of the longest address that is opened: nobody looks through more of them."""
_KEPT = "%/:?#[]@!$&*+,;=~-._()"
_HOST_AND_PORT = re.compile(r"(\[[0-9a-f:.]+\]|[^:\[\]]+)(?::([0-9]{1,5})?)?")
_HOST = re.compile(r"(?:[a-z0-9_-]{1,63}\.)*[a-z0-9_-]{1,63}\.?|\[[0-9a-f:.]+\]")
_NAMES_A_HOST = re.compile(r"\W*(?:https?://)?((?:[\w-]+\.)+\w{2,})(?:[/:?#]\S*)?\W*", re.IGNORECASE)
_LONG_HOST = 30


class Address(NamedTuple):
    """``whole`` is one line of ASCII; ``host`` is where it leads, '' where that is nowhere on the net.

    ``refused`` is why it is not opened, '' where it can be. ``odd`` is what a reader should know before that.
    """

    whole: str
    host: str = ""
    refused: str = ""
    odd: str = ""

    @property
    def in_short(self) -> str:
        """What is odd about it and where it leads, then the whole of it: the end may be cut off."""
        # Of a long name the beginning is anybody's choice: bank.example.login.….evil.example
        host = f"…{self.host[1 - _LONG_HOST :]}" if len(self.host) > _LONG_HOST else ""
        return " · ".join(part for part in (self.odd, host, self.whole) if part)


def address_of(target: str, words: str = "", base: str = "") -> Address:
    """Return the address of a link to ``target``, whose text is ``words``, in an article that came from ``base``."""
    target = safe(target).replace("\n", " ").strip()
    if not scheme_of(target):
        target = _resolved(target, base)
    scheme = scheme_of(target)
    if scheme in ("http", "https"):
        address = _on_the_net(scheme, target)
    else:
        whole = quote(target, safe=_KEPT + "'") if scheme != "mailto" else f"mailto:{quote(target[7:], safe=_KEPT)}"
        address = Address(whole, refused="" if scheme == "mailto" else _why_not(scheme))
        if scheme == "mailto" and re.search(r"[?&]attach", unquote(whole), re.IGNORECASE):
            address = address._replace(refused="it would attach a file of yours")
    if len(address.whole) > LONGEST and not address.refused:
        address = address._replace(refused=f"longer than {LONGEST:,} characters")
    return address._replace(odd=" · ".join(part for part in (address.odd, _belied(words, address.host)) if part))


def scheme_of(target: str) -> str:
    """The scheme of ``target`` in small letters; '' where it has none."""
    found = re.match(r"([a-z][a-z0-9+.-]*):", target, re.IGNORECASE)
    return found[1].lower() if found else ""


def host_of(name: str) -> str:
    """Return the ASCII form of a host's ``name``; '' where it cannot be one."""
    name = unicodedata.normalize("NFKC", unquote(name)).replace("。", ".").lower()
    try:
        labels = [one if one.isascii() else f"xn--{one.encode('punycode').decode('ascii')}" for one in name.split(".")]
    except UnicodeError:
        return ""
    host = ".".join(labels)
    # What is neither a letter nor a digit in any script has no business in a name, nor has what is not seen.
    letters = all(one.isascii() or unicodedata.category(one)[0] in "LMN" for one in name)
    return host if letters and len(host) <= 253 and _HOST.fullmatch(host) else ""


def _on_the_net(scheme: str, target: str) -> Address:
    front, mark, rest = re.fullmatch(r"([^?#]*)([?#]?)(.*)", target, re.DOTALL).groups()  # type: ignore[union-attr]
    try:
        # Browsers take a backslash for a slash, and so end the host there.
        split = urlsplit(front.replace("\\", "/") + mark + rest)
    except ValueError:
        return Address(quote(target, safe=_KEPT), refused="it names no place")
    who, at, place = split.netloc.rpartition("@")
    found = _HOST_AND_PORT.fullmatch(place.lower())
    host = host_of(found[1]) if found else ""
    if not found or not host:
        return Address(quote(target, safe=_KEPT), refused="it names no place")
    port = f":{found[2]}" if found[2] else ""
    parts = (("", split.path), ("?", split.query), ("#", split.fragment))
    further = "".join(sign + quote(part, safe=_KEPT) for sign, part in parts if part)
    odd = f"without “{label(quote(who, safe=_KEPT), 30)}@”" if at else ""
    return Address(f"{scheme}://{host}{port}{further}", host, odd=odd)


def _resolved(target: str, base: str) -> str:
    """The address that ``target`` is short for in an article that came from ``base``, if from the net."""
    try:
        if scheme_of(base) in ("http", "https"):
            return urljoin(base, target)
    except ValueError:
        return target
    return f"https:{target}" if target.startswith("//") else target


def _why_not(scheme: str) -> str:
    if not scheme:
        return "it leads to another file of the page that this was saved from"
    return f"{label(scheme, 20)}: is neither http, https nor mailto"


def _belied(words: str, host: str) -> str:
    """What the words of a link claim to lead to, where that is another host."""
    found = _NAMES_A_HOST.fullmatch(words[:300])
    named = host_of(found[1]) if found else ""
    if not named or not host or named.removeprefix("www.") == host.removeprefix("www."):
        return ""
    return f"its words say “{label(named, 40)}”"
