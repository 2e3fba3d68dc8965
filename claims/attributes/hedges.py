"""Hedging words, and whose they are."""

import re
from collections.abc import Iterator

from claims.attributions import Attribution
from claims.cue_clause import parts_of
from claims.lexicon.words import PERSONAL
from claims.model import Hedge, Span
from claims.spans import inside

_AMOUNT = (
    r"(?:[$€£]?\d|(?:half|twice|double|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty"
    r"|fifty|sixty|seventy|eighty|ninety|hundreds|thousands|dozens|several)\b|an?\s(?:third|quarter|fifth|tenth|half"
    r"|dozen|hundred|thousand|million|billion|trillion|hour|day|week|month|year|decade|century|mile)\b)"
)
# The month of May has a capital, the hedge at the start of a sentence is followed by a pronoun or an article.
_HEDGE = re.compile(
    rf"""\b(?=[A-Za-z])(?:may|May(?=\s(?:the|he|she|it|they)\b)|(?i:might|could|possibl[ey]|perhaps|probabl[ey]|(?:un)?likely
    |apparent(?:ly)?|seem(?:s|ed|ingly)?|appear(?:s|ed)?\sto|(?:believed|thought|understood|expected|reported|said|alleged)\sto
    |suggest(?:s|ed|ing)?|estimated|(?:about|around|nearly|almost)(?=\s\$?\d)|roughly|approximately|at\sleast
    |(?:up\sto|more\sthan)(?=\s{_AMOUNT})
    |potential(?:ly)?|presumabl[ey]|purported(?:ly)?|alleged(?:ly)?|reportedly|unclear|uncertain|tentative(?:ly)?
    |in\sprinciple))\b""",
    re.VERBOSE,
)
_BEFORE = 60  # code points in which a word that takes a hedge back is looked for
_NOT = re.compile(r"(?:\b(?:not|never|cannot|no longer)|n[’']t)(?:\s\w+){0,2}\s$", re.IGNORECASE)
_NONE = re.compile(r"\b(?:no|nothing|nobody|none|neither|nor|never)\b[^.,;:?!“”\"]{0,40}$", re.IGNORECASE)
_AS_FAR_AS = re.compile(r"\bas \w+ as (?:[\w’'-]+ ){1,4}$", re.IGNORECASE)  # *as long as she could*
_NOT_AFTER = re.compile(r"\s(?:not|never|no longer|hardly|barely)\b")
# *Where possible*, *the worst possible time*, *as soon as possible*, *made it possible*.
_NO_DOUBT = re.compile(
    r"\b(?:as|where|wherever|when|whenever|if|humanly|every|all|the only|\w+est|best|worst|least"
    r"|(?:makes?|made|making)(?: it| this| that)?) $",
    re.IGNORECASE,
)
_BE = re.compile(
    r"(?:\b(?:be|been|being|is|are|was|were|am)|[’'](?:s|re|m))(?:\s(?:\w+ly|also|still|now|not|long))?\s$"
)
_IS_OR_WAS = re.compile(r"\s(?:be|have)\b")
_LAST_WORD = re.compile(r"([\w’']+)\s$")
_YEAR_ALONE = re.compile(r"\s(?:19|20)\d\d(?=[.,;:?!”’\"')]|\sand\b|$)")


def hedges(text: str, attribution: Attribution, clause: Span | None) -> tuple[Hedge, ...]:
    """The hedges inside the content (``source``) and beside cue and source (``reporter``), in text order.

    ``clause`` is the one that the cue stands in, see `claims.cue_clause`.
    """
    found = [Hedge(span, "source") for piece in attribution.content for span in _hedges_in(text, piece)]
    if clause is not None:
        # A cue is none of itself. *Nearly 20 fishers* or *Ana, who perhaps saw it,* leaves open who they are,
        # *Ana perhaps* whether she said so.
        others = (*attribution.cue, *((start, end - 1) for start, end in attribution.source))
        told = (span for part in parts_of(text, attribution, clause) for span in _hedges_in(text, part))
        beside = (span for span in told if not any(inside(span, one) for one in others))
        found += [Hedge(span, "reporter") for span in beside]
    return tuple(sorted(found, key=lambda hedge: hedge.span))


def _hedges_in(text: str, span: Span) -> Iterator[Span]:
    return (match.span() for match in _HEDGE.finditer(text, *span) if _leaves_open(text, match))


def _leaves_open(text: str, hedge: re.Match[str]) -> bool:
    """Whether a word that often hedges does so here: *could not* rules out, and *I said to him* tells what was said."""
    word = " ".join(hedge.group().lower().split())
    before = " ".join(text[max(0, hedge.start() - _BEFORE) : hedge.start() + 1].split())[:-1]
    if word == "could":
        taken_back = _NOT_AFTER.match(text, hedge.end()) or _NONE.search(before) or _AS_FAR_AS.search(before)
        return taken_back is None
    if word in ("possible", "possibly"):
        return _NOT.search(before) is None and _NO_DOUBT.search(before) is None
    if word.endswith("ed to") or word in ("said to", "thought to", "understood to"):
        return word == "appeared to" or _is_passive(before, _IS_OR_WAS.match(text, hedge.end()) is not None)
    if word in ("about", "around"):
        return _YEAR_ALONE.match(text, hedge.end()) is None
    return True


def _is_passive(before: str, followed: bool) -> bool:
    """Whether it is what others say: *is said to*; *a man believed to be*, where *be* or *have* has ``followed``."""
    if _BE.search(before) is not None:
        return True
    last = _LAST_WORD.search(before)
    return followed and last is not None and last[1].islower() and last[1] not in PERSONAL
