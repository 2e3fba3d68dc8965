"""How a filter that is being typed may go on: what there is of its kind, and what it is taken for once it is left.

A place knows its filters by their `Names`. Pure.
"""

import re
from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import NamedTuple

from store.folding import folded
from store.searching.days import bound
from store.searching.query import STRAIGHT, VALUES, Names, asked, pieces

DAYS = ("after", "before")
There = Callable[[str], Sequence[str]]
"""What there is in a place for a filter that takes any words, by its name: speakers, the foremost first."""

# A word ends at a blank, unless that stands between quotation marks, the second of which may not be there yet.
_WORD = re.compile(r'(?:"[^"]*(?:"|\Z)|[^\s"])+')
_OPEN = re.compile(r'(?:(?P<name>[^\W\d_]+):)?"(?P<value>[^"]*)\Z')


def nothing(_name: str) -> Sequence[str]:
    """Return what there is where nobody knows."""
    return ()


class Begun(NamedTuple):
    """The word at the end of a text: ``name`` is what stands before its colon, '' for none; ``options`` are the values
    that it may become, or where it has no colon the names, each with one."""

    name: str
    value: str
    options: tuple[str, ...]


def begun(text: str, names: Names, there: There = nothing) -> Begun:
    """Return what is being typed at the end of ``text``; behind a space that is nothing yet, which may become any name.

    What can be any words, such as a speaker, has those options that are ``there``, with a word that begins so. The
    ``value`` is without case and accents.
    """
    name, value = _last(text)
    known = tuple(sorted(names.marks.get(name, ())))
    if name and not known and name in names.filters:
        if name not in VALUES:
            begins = re.compile(rf"(?<!\w){re.escape(value)}")
            return Begun(name, value, tuple(one for one in there(name) if begins.search(folded(one))))
        # As one word, since a space would end it.
        known = tuple(one.replace(" ", "-") for one in VALUES[name])
    elif not name:
        days = DAYS if names.days else ()
        known = tuple(f"{one}:" for one in (*sorted(names.marks), *sorted(names.filters), *days))
    return Begun(name, value, tuple(one for one in known if one.startswith(value)))


def completed(text: str, names: Names, there: There = nothing) -> str:
    """Return ``text`` with its last word as far as that can only go on in one way; a single option is `chosen`."""
    found = begun(text, names, there)
    if len(found.options) == 1:
        return chosen(text, found.options[0])
    low, high = min(found.options, default=""), max(found.options, default="")
    common = "".join(one for one, _ in takewhile(lambda pair: pair[0] == pair[1], zip(low, high, strict=False)))
    if len(common) <= len(found.value) or not folded(common).startswith(found.value):
        return text
    before = text[: _begins(text)]
    # What there is may have blanks; quotation marks that are not closed go on.
    value = f'"{common}' if " " in common and found.name else common
    return f"{before}{found.name}:{value}" if found.name else before + value


def chosen(text: str, option: str) -> str:
    """Return ``text`` with ``option``, as one of `Begun.options`, for its last word or for that word's value.

    What follows it is another word, if it is not a name whose value follows.
    """
    begins = _begins(text)
    before, (name, colon, _) = text[:begins], text[begins:].partition(":")
    if option.endswith(":"):
        return before + option
    return f"{before}{asked(name, option)} " if colon else f"{before}{option} "


def _last(text: str) -> tuple[str, str]:
    """The name and the value that are being typed at the end of ``text``."""
    name, value = "", ""
    straight = text.translate(STRAIGHT)
    phrase = _OPEN.search(straight) if straight.count('"') % 2 else None
    if phrase is not None:
        return (phrase["name"] or "").lower(), folded(phrase["value"])
    for piece_name, piece_value, last in pieces(text):
        if last and not text[-1:].isspace():
            name, value = piece_name, folded(piece_value)
    return (value[:-1], "") if not name and value.endswith(":") else (name, value)


def _begins(text: str) -> int:
    """Where the last word of ``text`` begins: at its end, if that is a blank."""
    last = max((word.span() for word in _WORD.finditer(text.translate(STRAIGHT))), default=(0, 0))
    return last[0] if last[1] == len(text) else len(text)


def settled(text: str, names: Names) -> str:
    """Return ``text`` as it is meant by who leaves off typing: nothing in it is passed over any more.

    While it is typed, ``is:anon`` lets all through, as what it will be is not known. Then it becomes the one thing that
    it can be, or else it is looked for as words, which a space after it says.
    """
    found = begun(text, names)
    is_day = names.days and found.name in DAYS and bound(found.value) is not None
    if is_day or found.value in found.options or not names.begun(f"{found.name}:{found.value}"):
        return text
    return completed(text, names).rstrip() if len(found.options) == 1 else f"{text} "
