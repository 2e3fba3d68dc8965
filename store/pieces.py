"""The text of a book in as many bytes as its file has.

A `str` takes as many bytes for each code point as its widest one needs: two for all of a text with curly quotes, four
with one emoji. Here it is kept as UTF-8, and what is looked at is decoded.
"""

from collections.abc import Iterable

from claims.text import parts

LENGTH = 4096
"""Code points in each piece but the last."""
_ERRORS = "surrogatepass"


class Pieces:
    """A text of any length, made of parts ``following`` one another.

    It is a `claims.text.Text`, and does all that as the `str` of the same code points does.
    """

    __slots__ = ("_decoded", "_length", "_pieces")

    def __init__(self, following: Iterable[str]) -> None:
        self._pieces: list[bytes] = []
        self._length, left = 0, ""
        for part in following:
            self._length += len(part)
            left += part
            whole = len(left) - len(left) % LENGTH
            self._pieces += (left[at : at + LENGTH].encode("utf-8", _ERRORS) for at in range(0, whole, LENGTH))
            left = left[whole:]
        self._pieces.append(left.encode("utf-8", _ERRORS))
        # What is asked for mostly lies near what was asked for last.
        self._decoded = (0, self._pieces[0].decode("utf-8", _ERRORS))

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, where: int | slice) -> str:
        if isinstance(where, slice):
            start, end, step = where.indices(self._length)
            return self._between(start, end) if step == 1 else str(self)[where]
        at = range(self._length)[where]
        return self._piece(at // LENGTH)[at % LENGTH]

    def __str__(self) -> str:
        return "".join(piece.decode("utf-8", _ERRORS) for piece in self._pieces)

    def __contains__(self, words: str) -> bool:
        return self.find(words) >= 0

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Pieces):
            return self._pieces == other._pieces
        return isinstance(other, str) and len(self) == len(other) and all(map(str.__eq__, parts(self), parts(other)))

    def __hash__(self) -> int:
        return hash(str(self))

    def find(self, words: str, start: int = 0, end: int | None = None) -> int:
        """Return where ``words``, of which there must be some, stand first in ``[start, end)``, or -1."""
        low, high, _ = slice(start, end).indices(self._length)
        while low + len(words) <= high:
            after = min(high, (low // LENGTH + 1) * LENGTH + len(words) - 1)
            at = self._between(low, after).find(words)
            if at >= 0:
                return low + at
            low = after - len(words) + 1
        return -1

    def rfind(self, words: str, start: int = 0, end: int | None = None) -> int:
        """Return where ``words``, of which there must be some, stand last in ``[start, end)``, or -1."""
        low, high, _ = slice(start, end).indices(self._length)
        while low + len(words) <= high:
            before = max(low, (high - 1) // LENGTH * LENGTH - len(words) + 1)
            at = self._between(before, high).rfind(words)
            if at >= 0:
                return before + at
            high = before + len(words) - 1
        return -1

    def _between(self, start: int, end: int) -> str:
        if start >= end:
            return ""
        first, last = start // LENGTH, (end - 1) // LENGTH
        if first == last:
            return self._piece(first)[start - first * LENGTH : end - first * LENGTH]
        pieces = "".join(map(self._piece, range(first, last + 1)))
        return pieces[start - first * LENGTH : end - first * LENGTH]

    def _piece(self, index: int) -> str:
        decoded = self._decoded
        if decoded[0] != index:
            self._decoded = decoded = (index, self._pieces[index].decode("utf-8", _ERRORS))
        return decoded[1]
