"""What reads like a claim and was never said: *before I told a mayor to …*, *if he says …*, *what they say about it*.

So is the clause that follows one about telling (*she told them, and she is now …*), and the *we* of a statement that is
printed as it was made, which tells by *we object* no more than the statement does. And *a memo that …, but could not
establish when* is what whoever has seen the memo could not do, and nothing that the memo says.
"""

import re
from collections.abc import Sequence

from claims.attributions import Attribution
from claims.cues import cue_lemmas
from claims.lexicon.remarks import UNPROVEN
from claims.lexicon.verbs import FORMS
from claims.lexicon.words import CUE_MARKS, PREPOSITIONS
from claims.model import Span
from claims.spans import inside

_BEFORE = 30  # code points
_HYPOTHETICAL = re.compile(r"\b(?:if|unless|lest|in case|even if|as if|as though)\s+$", re.IGNORECASE)
_NOT_YET = re.compile(r"\b(?:before|until|till)\s+$", re.IGNORECASE)
_WHAT = re.compile(r"(?P<opens>(?:^|[.?!:;“‘«\"'(—–\n])\s*)?\bwhat(?:ever)?\s+$", re.IGNORECASE)
_IS = re.compile(r"(?:is|are|was|were|will|would|may|might|can|could|has|have|does|do|did)\b")
_AND = re.compile(r",\s+$")
_FURTHER = re.compile(r"(?:and|but|or|so)\b")
_RELATIVE = re.compile(r"that|which", re.IGNORECASE)
_BUT = re.compile(r"\b(?:and|but|though|although|yet)\s+$")
_FIRST_PERSON = re.compile(r"i|we", re.IGNORECASE)
_SAY = frozenset(("say", "tell", "write", "think", "report"))


def never_said(text: str, one: Attribution, found: Sequence[Attribution]) -> bool:
    """Whether nobody has said the content of ``one``, which is one of ``found`` in its paragraph."""
    if not one.cue or not one.source:
        return False
    before = text[max(0, one.source[0][0] - _BEFORE) : one.source[0][0]]
    after = one.content[0][0] >= one.cue[-1][1]
    if after and one.source[0][0] < one.cue[0][0]:
        first = _FIRST_PERSON.fullmatch(text, *one.source[0]) is not None
        if _HYPOTHETICAL.search(before) or (first and _NOT_YET.search(before)):
            return True
        if _is_what_they_say(text, before, one) or _stands_beside(text, one) or _is_of_the_one_before(text, one):
            return True
    return any(other is not one and _repeats(text, one, other) for other in found)


def _is_what_they_say(text: str, before: str, one: Attribution) -> bool:
    """*What the papers say | about it is not evidence*; *what he said | was wrong*; not *what it calls | a rest*."""
    what = _WHAT.search(before)
    if what is None or _SAY.isdisjoint(cue_lemmas(text, one.cue)):
        return False
    words = text[slice(*one.content[0])].lower().split()
    return words[0] in PREPOSITIONS or (what["opens"] is not None and _IS.match(words[0]) is not None)


def _stands_beside(text: str, one: Attribution) -> bool:
    """*She told them, | and she is now selling tickets*: what is told of next is no part of what was told."""
    start, end = one.content[0]
    return _AND.search(text, one.cue[-1][1], start) is not None and _FURTHER.match(text, start, end) is not None


def _is_of_the_one_before(text: str, one: Attribution) -> bool:
    """*The Post has a memo | that tells of cuts, but | could not establish | when*: the paper could not."""
    start = one.cue[0][0]
    unproven = UNPROVEN.search(text, start, one.cue[-1][1]) is not None
    return (
        unproven
        and _RELATIVE.fullmatch(text, *one.source[-1]) is not None
        and _BUT.search(text[max(0, start - _BEFORE) : start]) is not None
    )


def _repeats(text: str, one: Attribution, other: Attribution) -> bool:
    """Whether ``one`` is *we object* in the words of ``other``, printed without quotation marks under a name."""
    if not other.cue or not set(text[slice(*other.cue[0])]) <= CUE_MARKS:
        return False
    if _FIRST_PERSON.fullmatch(text, *one.source[0]) is None or not all(_within(span, other) for span in one.spans):
        return False
    words = text[slice(*one.cue[0])].lower().split()
    return any(FORMS[word][1] == "base" for word in words if word in FORMS)


def _within(span: Span, other: Attribution) -> bool:
    return any(inside(span, piece) for piece in other.content)
