"""What the reporter remarks on a claim, such as that it was not verified, told in the reporter's own words."""

from collections.abc import Iterator, Sequence

from claims.model import Caveat, CaveatKind, Sentence, Span
from claims.spans import at_or_before, inside, overlap
from claims.text import Text
from store.items import Item
from store.requoting import within_double
from store.safety import label

_LONGEST = 300
"""Code points: behind a longer way to it a remark stands alone."""

_CAVEATS: dict[CaveatKind, str] = {
    "unverified": "reported as not verified",
    "verified": "reported as verified",
    "missing-detail": "detail missing",
    "no-comment": "no comment",
    "denial": "denied",
}


class Remarks:
    """The ``caveats`` of a reading of ``text``, to be told of each of its claims; ``sentences`` are those of it."""

    def __init__(self, text: Text, caveats: Sequence[Caveat], sentences: Sequence[Sentence]) -> None:
        self._text, self._caveats = text, caveats
        self._sentences = [sentence.span for sentence in sentences]

    def on(self, item: Item) -> Iterator[str]:
        """Yield what is remarked on ``item``: of what kind it is, and the words in quotation marks.

        That somebody denies what the item tells as a denial is not said once more, and a sentence with several remarks
        is quoted once.
        """
        found: dict[int, tuple[list[str], int]] = {}
        for caveat in self._about(item):
            start, end = self._led_to(caveat.span)
            kinds, before = found.get(start, ([], end))
            found[start] = [*kinds, _CAVEATS[caveat.kind]], max(end, before)
        for start, (kinds, end) in found.items():
            words = within_double(label(self._text[start:end], _LONGEST))
            yield f"{', '.join(dict.fromkeys(kinds))}: “{words}”"

    def kinds_on(self, item: Item) -> Iterator[str]:
        """Yield of what kinds the remarks on ``item`` are, each once."""
        yield from dict.fromkeys(_CAVEATS[caveat.kind] for caveat in self._about(item))

    def _about(self, item: Item) -> Iterator[Caveat]:
        numbers = known.caveats if (known := item.known) is not None else ()
        for caveat in (self._caveats[number] for number in numbers if number < len(self._caveats)):
            if not (caveat.kind == "denial" and item.denial and overlap(caveat.span, item.span)):
                yield caveat

    def _led_to(self, remark: Span) -> Span:
        """From the beginning of the sentence on, which tells who *he* is who offered no evidence."""
        sentence = at_or_before(self._sentences, remark[0])
        if sentence is None or not inside(remark, sentence) or remark[1] - sentence[0] > _LONGEST:
            return remark
        return sentence[0], remark[1]
