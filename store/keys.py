"""What an article is looked up and sorted by: its title, outlet and address in a common form, and its days."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

from store.folding import folded

_CAMPAIGN = re.compile(r"utm_.*|fbclid|gclid")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?!\d)")


def title_key(title: str) -> str:
    """Return ``title`` as it is compared and sorted, whatever its case and accents."""
    return folded(title)


def url_key(url: str) -> str:
    """Return the address in the form that all addresses of one article share; empty where it names no article.

    Without scheme, ``www.``, fragment, a slash at the end and what campaigns append; the front page of a site, of
    which many articles may come, is no address of an article.
    """
    url = url.strip()
    try:
        parts = urlsplit(url if "://" in url else f"//{url}")
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return ""
    path = parts.path.rstrip("/")
    asked = [(name, value) for name, value in parse_qsl(parts.query, True) if not _CAMPAIGN.fullmatch(name.lower())]
    if "." not in host or " " in host or not (path or asked):
        return ""
    return host + (f":{port}" if port else "") + path + (f"?{urlencode(asked)}" if asked else "")


def article_keys(*, title: str, outlet: str, url: str, published: str, added: str) -> dict[str, str]:
    """Return the columns that an article is looked up and sorted by, from what it says of itself."""
    return {
        "title_key": title_key(title),
        "outlet_key": title_key(outlet),
        "url_key": url_key(url),
        "days": days(published, added),
        "day": day(published, added),
    }


def day(published: str, added: str) -> str:
    """Return the day of an article as it is shown and sorted by: ``2026-03-02``, ``2026-03`` or ``2026``; '' for none.

    That of ``published`` where that begins with an ISO date, else of ``added``.
    """
    found = _DATE.match(published) or _DATE.match(added)
    return "-".join(part for part in found.groups() if part) if found else ""


def is_dated(published: str) -> bool:
    """Whether the day of an article is that on which it was published, not that on which it was added."""
    return _DATE.match(published) is not None


def days(published: str, added: str) -> str:
    """Return the year, month and day of an article as words: ``2026 202603 20260302``, as far as they are known.

    They are those of ``published`` where that begins with an ISO date, else of ``added``.
    """
    found = _DATE.match(published) or _DATE.match(added)
    if found is None:
        return ""
    year, month, day = found.groups()
    return " ".join([year, *([year + month] if month else []), *([year + month + day] if day else [])])
