"""What a stylesheet says is found out once a process, not for each of the thousand apps that tests start."""

from textual.cache import LRUCache
from textual.css.stylesheet import Stylesheet

_kept: dict[frozenset[tuple[str, str]], LRUCache] = {}  # type: ignore[type-arg]
_begin, _set_variables = Stylesheet.__init__, Stylesheet.set_variables


def keep_styles() -> None:
    """From now on share what was parsed among all apps: rules depend on nothing but their text and the variables."""
    Stylesheet.__init__ = begin  # type: ignore[method-assign]
    Stylesheet.set_variables = set_variables  # type: ignore[method-assign]


def begin(sheet: Stylesheet, *, variables: dict[str, str] | None = None) -> None:
    """Begin as a stylesheet does."""
    _begin(sheet, variables=variables)
    _share(sheet)


def set_variables(sheet: Stylesheet, variables: dict[str, str]) -> None:
    """Take other variables, and leave what was parsed with the earlier ones to those who have them still."""
    sheet._parse_cache = LRUCache(1)
    _set_variables(sheet, variables)
    _share(sheet)


def _share(sheet: Stylesheet) -> None:
    sheet._parse_cache = _kept.setdefault(frozenset(sheet._variables.items()), LRUCache(1024))
