"""Words to the numbers of word pieces, as BERT's uncased tokenizer makes them.

The algorithm is that of Devlin et al. 2019 (BERT) and Wu et al. 2016 (WordPiece): drop control characters, lower
case, drop accents, part at blanks, punctuation and CJK signs, then take the longest piece in the vocabulary from the
left, again and again. The pieces are those of the usual implementation for every sign that is classed as in Unicode 8;
that one takes younger accents and punctuation for letters, this one goes by the Unicode of the Python that runs it.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

_LONGEST_WORD = 100  # code points; a longer one is unknown as a whole
_LONGEST_KEPT = 40  # code points; longer tokens hardly come twice, and would fill the memory of a text without blanks
_SPACES = "\t\n\r"


class WordPiece:
    """The tokenizer over one vocabulary: a piece a line, its number the number of the line."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self.unknown = self._numbers["[UNK]"]
        self.first = self._numbers["[CLS]"]
        self.last = self._numbers["[SEP]"]
        self.mask = self._numbers["[MASK]"]
        self._pieces_of_token = lru_cache(maxsize=1 << 15)(self._longest_first)

    @classmethod
    def load(cls, path: Path) -> "WordPiece":
        """Read a vocabulary file.

        Raises:
            OSError, UnicodeDecodeError: where the file cannot be read.
            KeyError: where a piece that every vocabulary has is missing.
        """
        return cls(path.read_text(encoding="utf-8").rstrip("\n").split("\n"))

    def __len__(self) -> int:
        return len(self._numbers)

    def pieces(self, text: str) -> tuple[list[int], list[int]]:
        """The numbers of the pieces of ``text``, and for each the code point that it begins at."""
        numbers: list[int] = []
        starts: list[int] = []
        for start, end in _tokens(text):
            known = self._pieces_of_token if end - start <= _LONGEST_KEPT else self._longest_first
            for number, offset in known(text[start:end]):
                numbers.append(number)
                starts.append(start + offset)
        return numbers, starts

    def _longest_first(self, token: str) -> tuple[tuple[int, int], ...]:
        letters, offsets = _folded(token)
        if not letters:
            return ()
        if len(letters) > _LONGEST_WORD:
            return ((self.unknown, offsets[0]),)
        found: list[tuple[int, int]] = []
        start = 0
        while start < len(letters):
            for end in range(len(letters), start, -1):
                number = self._numbers.get(("##" if start else "") + letters[start:end])
                if number is not None:
                    break
            else:
                return ((self.unknown, offsets[0]),)
            found.append((number, offsets[start]))
            start = end
        return tuple(found)


_RUN = re.compile(r"[A-Za-z0-9]+|[^A-Za-z0-9 ]")


def _tokens(text: str) -> list[tuple[int, int]]:
    """The stretches between blanks, cut around punctuation and CJK signs."""
    tokens: list[tuple[int, int]] = []
    opened, reached = -1, 0
    for match in _RUN.finditer(text):
        at, end = match.span()
        if opened >= 0 and at > reached:  # a space lies between
            tokens.append((opened, reached))
            opened = -1
        reached = end
        kind = "letter" if end - at > 1 else _kind(text[at])
        if kind == "letter":
            opened = at if opened < 0 else opened
            continue
        if kind == "nothing":
            continue
        if opened >= 0:
            tokens.append((opened, at))
            opened = -1
        if kind == "alone":
            tokens.append((at, end))
    if opened >= 0:
        tokens.append((opened, reached))
    return tokens


@lru_cache(maxsize=4096)
def _kind(sign: str) -> str:
    """``letter``, ``alone`` (a token by itself), ``blank`` or ``nothing`` (dropped without parting what is around)."""
    category = unicodedata.category(sign)
    if sign in _SPACES or category == "Zs":
        return "blank"
    if sign in "\0\ufffd" or category in ("Cc", "Cf", "Co", "Cs"):
        return "nothing"
    bare = unicodedata.normalize("NFD", sign)[0]  # ≠ is parted as the = that is left of it
    if unicodedata.category(bare)[0] == "P" or (bare.isascii() and not bare.isalnum()) or _is_cjk(ord(sign)):
        return "alone"
    return "blank" if sign.isspace() else "letter"


def _is_cjk(code: int) -> bool:
    return (
        0x4E00 <= code <= 0x9FFF
        or 0x3400 <= code <= 0x4DBF
        or 0x20000 <= code <= 0x2A6DF
        or 0x2A700 <= code <= 0x2B81F
        or 0x2B920 <= code <= 0x2CEAF  # from 2B820 it should be; the usual implementation has it so
        or 0xF900 <= code <= 0xFAFF
        or 0x2F800 <= code <= 0x2FA1F
    )


def _folded(token: str) -> tuple[str, list[int]]:
    """``token`` in lower case without accents and dropped signs, and the offset that each of its letters comes from."""
    if token.isascii() and token.isalnum():
        return token.lower(), list(range(len(token)))
    letters: list[str] = []
    offsets: list[int] = []
    for offset, sign in enumerate(token):
        if _kind(sign) == "nothing":
            continue
        for part in unicodedata.normalize("NFD", sign):
            if unicodedata.category(part) == "Mn":
                continue
            for letter in part.lower():
                letters.append(letter)
                offsets.append(offset)
    return "".join(letters), offsets
