"""A paragraph as tokens in which every quotation is a single one.

With the quoted words out of the way, *“A. B,” she said, “c.”* has the plain shape *quotation, she said, quotation*,
which is what the rules look at.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from claims.lexicon.words import ABBREVIATIONS
from claims.quotations import Quotation

_LETTERS = r"(?:[^\W_][\u0300-\u036f]*)+"  # with accents that stand as signs of their own
_WORD = re.compile(
    r"[A-Za-z]+(?=[ ,])"  # most words: what is below would find the same, in more time
    r"|(?:[^\W\d_]\.){2,}"  # U.S.
    rf"|\b(?=\w{{2,6}}\.)(?i:{'|'.join(sorted(ABBREVIATIONS))})\."  # Mr. Smith, Jan. 20
    r"|[$€£¥]?\d+(?:[.,:/]\d+)*(?:%|(?:[-‑]?[^\W\d_]+)+)?"  # $4.2m, 155mm, 49-year-old
    rf"|{_LETTERS}(?:[’'\-‑&]{_LETTERS})*(?:(?<=s)[’'](?=\s))?"  # Clinton's, round-the-clock, the workers’
    r"|\.{2,}|-{2,}|\S"
)


class Token(NamedTuple):
    """A word, a punctuation mark or a whole quotation; ``low`` is lower case with straight
    apostrophes, and without the full stop of an abbreviation.
    """

    low: str
    start: int
    end: int
    text: str
    quote: bool = False

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def word(self) -> bool:
        """Whether it is a word or a number."""
        return not self.quote and (self.text[0].isalnum() or self.text[0] in "$€£¥")


def tokens_of(text: str, start: int, end: int, quotations: Sequence[Quotation]) -> list[Token]:
    """The tokens of ``[start, end)``; a quotation is one token, whatever is in it."""
    tokens: list[Token] = []
    for quotation in quotations:
        tokens += _words(text, start, quotation.start)
        inside = text[quotation.start : quotation.end]
        tokens.append(Token(inside[:1], quotation.start, quotation.end, inside, quote=True))
        start = quotation.end
    return tokens + _words(text, start, end)


def _words(text: str, start: int, end: int) -> list[Token]:
    return [
        Token((word.lower().rstrip(".") or word).replace("’", "'"), match.start(), match.end(), word)
        for match in _WORD.finditer(text, start, end)
        for word in (match.group(),)
    ]
