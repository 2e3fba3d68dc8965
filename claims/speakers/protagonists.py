"""Whom an article is about, and whether it mourns them: of an obituary most pronouns mean one."""

import re
from collections.abc import Collection

from claims.speakers.figures import Figure

_OPENING = 1_500  # code points in which an obituary tells of the death
_DIED = r"(?:died|dies|dead|death|passed away|funeral|buried|mourned|mourn)"


def protagonist(text: str, people: Collection[Figure], female: bool, pronouns: int) -> Figure | None:
    """The man or woman of ``people`` whom most of ``text`` is about: named early, often, and meant by most pronouns.

    ``pronouns`` is how many *she*s the text has outside quotations, or *he*s where ``female`` is false.
    """
    fitting = [one for one in people if one.female in (female, None)]
    if not fitting or pronouns < 8:
        return None
    first = min(fitting, key=lambda one: one.first)
    if pronouns > 11 and first.female is female and mourns(text, first):
        return first
    ranked = sorted(fitting, key=lambda one: -one.count)[:2]
    often = ranked[0].count >= 3 and ranked[0].first < 1_000
    return ranked[0] if often and (len(ranked) == 1 or ranked[0].count >= 2 * ranked[1].count) else None


def mourns(text: str, figure: Figure) -> bool:
    """Whether ``text`` is an obituary of ``figure``: it opens with a death, and the name in the same sentence."""
    name, opening = re.escape(figure.name.split()[-1]), text[:_OPENING]
    told = rf"\b{_DIED}\b[^.!?\n]*\b{name}\b|\b{name}\b[^.!?\n]*\b{_DIED}\b"
    aged = rf"\b{name}\b[^\n]*\b(?:He|She) was \d\d\b(?! when)"
    return re.search(f"{told}|{aged}", opening) is not None
