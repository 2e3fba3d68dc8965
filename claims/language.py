"""Whether a text is in English, which is what the finders are made for.

Told by the share of small words among all words, which differs more between languages than anything else so cheap
(Grefenstette 1995, *Comparing two language identification schemes*). Some small words tell English apart by themselves;
those that others write the same way (*in*, *was*, *to*, *by*) count only where there are very many of both.

Names, addresses and what stands in the cells of a table are of no language, and are left out of account.
"""

import re
from collections.abc import Iterator

from claims.lexicon.words import word_set

FEWEST_WORDS = 20
"""A text of fewer that count tells too little, and passes for English."""
# Of 840 English news articles none has less of both, and of their paragraphs of twenty words and more 1 in 2,000;
# texts in fifteen other languages have less.
_LEAST_OWN, _LEAST_ALL = 0.05, 0.22
_LOOKED_AT = 200_000  # code points: a book is in the language that it begins in

_OWN = word_set(
    """the and of that with from this these those which it its they their them his she her my your our you
    are were been being has have would could should when where what there than then because
    but about after before between into through during against while who whose"""
)
_ALL = _OWN | word_set("in is was to by not as on for a an he we be will at or had him did can if said")
# Scripts without spaces have a word a sign, as far as anybody can tell without a dictionary.
_ADDRESS = re.compile(r"\S*(?:://|@|www\.)\S*")
_CELLS = re.compile(r"\S[ ]*(?:[ ]\|[ ]|\t)[ ]*\S")
_WORD = re.compile(r"[\u0e00-\u0edf\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]|[^\W\d_]+")


def words_in(text: str) -> list[str]:
    """The words of a text in any language, in small letters, without numbers."""
    return _WORD.findall(text.lower())


def is_english(text: str) -> bool:
    """Whether a text is in English, as far as its first pages tell; a text of a few words always is."""
    words = list(_telling(text[:_LOOKED_AT]))
    if len(words) < FEWEST_WORDS:
        return True
    own, every = (sum(word in some for word in words) / len(words) for some in (_OWN, _ALL))
    return own >= _LEAST_OWN or every >= _LEAST_ALL


def _telling(text: str) -> Iterator[str]:
    """The words of ``text`` that tell its language: not what may be names, and no cells."""
    for line in text.splitlines():
        if _CELLS.search(line) is None:
            shouted = line.isupper()
            for word in _WORD.findall(_ADDRESS.sub(" ", line)):
                if shouted or not word[0].isupper():
                    yield word.lower()
