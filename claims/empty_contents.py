"""Contents that only point to what was said elsewhere, or to nothing at all: *He said so*, *what they say about it*.

Nobody could check such a claim by itself. One who *denied it* has told something, though, and what stands in quotation
marks is somebody's very words, however few.
"""

import re

from claims.attributions import Attribution
from claims.lexicon.verbs import FORMS
from claims.lexicon.words import ADVERBS, TIMES, word_set

_SAY = word_set("say tell write add reply respond state note repeat speak talk think report mention put")
_WORD = re.compile(r"[^\W\d_]+(?:['][^\W\d_]+)?")
_QUOTED = re.compile(r"[“”„«»‹›‘\"]|(?<!\w)'")
_POINTS = re.compile(
    r"\b(?:what(?:ever)? (?:he|she|they|we|you|i|people|it) (?:like|want|please|wish)(?:s|d|ed)?"
    r"|that(?: is| was|'s) what|what|that much)\b"
)
_EMPTY = (
    word_set(
        """it that this these those so as much the same thing things else nothing anything something everything all both
        too and then very about of on to for with from at in him her them us me you myself yourself"""
    )
    | ADVERBS
    | TIMES
)


def is_empty(text: str, one: Attribution) -> bool:
    """Whether the content has no word, or after a mere *said* none but those that stand for something else."""
    content = " ".join(text[start:end] for start, end in one.content).lower().replace("’", "'")
    if not any(sign.isalnum() for sign in content):
        return True
    if _QUOTED.search(content):
        return False
    left = set(_WORD.findall(_POINTS.sub(" ", content)))
    if not left <= _EMPTY or any(sign.isdigit() for sign in content):
        return False
    return "so" in left or all(_says(text[slice(*span)].lower()) for span in one.cue)


def _says(cue: str) -> bool:
    return cue in FORMS and FORMS[cue][0].lemma in _SAY
