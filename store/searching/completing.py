"""How a filter that is being typed may go on: what there is of its kind, and what it is taken for once it is left.

A place knows its filters by their `Names`. Pure.
"""

import re
from itertools import takewhile
from typing import NamedTuple

from store.searching.days import bound
from store.searching.query import VALUES, Names, pieces

DAYS = ("after", "before")


class Begun(NamedTuple):
    """The word at the end of a text: ``name`` is what stands before its colon, '' for none; ``options`` are the values
    that it may become, or where it has no colon the names, each with one."""

    name: str
    value: str
    options: tuple[str, ...]


def begun(text: str, names: Names) -> Begun:
    """Return what is being typed at the end of ``text``; behind a space that is nothing yet, which may become any name.

    What can be any words, such as a speaker, has no options.
    """
    name, value = "", ""
    for piece_name, piece_value, last in pieces(text):
        if last and not text[-1:].isspace():
            name, value = piece_name, piece_value.casefold()
    if not name and value.endswith(":"):
        name, value = value[:-1], ""
    if name:
        there = tuple(sorted(names.marks.get(name, ())))
        if not there and name in names.filters:
            # As one word, since a space would end it.
            there = tuple(one.replace(" ", "-") for one in VALUES.get(name, ()))
    else:
        days = DAYS if names.days else ()
        there = tuple(f"{one}:" for one in (*sorted(names.marks), *sorted(names.filters), *days))
    return Begun(name, value, tuple(one for one in there if one.startswith(value)))


def completed(text: str, names: Names) -> str:
    """Return ``text`` with its last word as far as that can only go on in one way."""
    found = begun(text, names)
    low, high = min(found.options, default=""), max(found.options, default="")
    common = "".join(one for one, _ in takewhile(lambda pair: pair[0] == pair[1], zip(low, high, strict=False)))
    return text + common[len(found.value) :]


def chosen(text: str, option: str) -> str:
    """Return ``text`` with ``option``, as one of `Begun.options`, for its last word or for that word's value.

    What follows it is another word, if it is not a name whose value follows.
    """
    begins = len(text) - len(re.split(r"\s", text)[-1])
    before, (name, colon, _) = text[:begins], text[begins:].partition(":")
    if option.endswith(":"):
        return before + option
    return f"{before}{name}:{option} " if colon else f"{before}{option} "


def settled(text: str, names: Names) -> str:
    """Return ``text`` as it is meant by who leaves off typing: nothing in it is passed over any more.

    While it is typed, ``is:anon`` lets all through, as what it will be is not known. Then it becomes the one thing that
    it can be, or else it is looked for as words, which a space after it says.
    """
    found = begun(text, names)
    is_day = names.days and found.name in DAYS and bound(found.value) is not None
    if is_day or found.value in found.options or not names.begun(f"{found.name}:{found.value}"):
        return text
    return completed(text, names) if len(found.options) == 1 else f"{text} "
