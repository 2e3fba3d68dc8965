"""Whose voice an article is in: how much of its words each of those has who speak in it. Pure."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from claims.model import Reading, Sentence, Spans
from claims.spans import overlap
from store.items import Item
from store.naming import ANONYMOUS, LEFT_OPEN
from store.voicing import as_settled, settled

REPORTER = "reporter"


class Share(NamedTuple):
    """How much of an article a voice has, 0 to 1, and whether most of that is its own only by a guess."""

    voice: str
    share: float
    guessed: bool = False


def voice_of(item: Item) -> str:
    """Return the voice that the claim ``item`` is in, as its sentences are: of who says it, whoever that is from."""
    return ANONYMOUS if item.unnamed else item.speaker or LEFT_OPEN


def shares(reading: Reading, items: Iterable[Item] = ()) -> list[Share]:
    """Return each voice and its share of the words (in code points), biggest first, the reporter last.

    A voice has the whole of its sentences, with the words that say whose they are.

    Of ``items``, those that the reader has settled speak in the voices that they have now, and those that the reader
    marked are claims like those of ``reading``.

    Headings are left out. Own-voice sentences and caveats are the reporter's; all anonymous sources are one voice, and
    so are all speakers that are open. Who has no sentence, as another begins it, has of that what they claim. Empty
    where there are no sentences.
    """
    items = tuple(items)
    changed = settled(items)
    sentences = [one for one in as_settled(reading.sentences, changed) if one.kind != "heading"]
    lengths: defaultdict[str, int] = defaultdict(int)
    guesses: defaultdict[str, int] = defaultdict(int)

    def add(voice: str, length: int, guessed: bool) -> None:
        lengths[voice] += length
        guesses[voice] += length * guessed

    for sentence in sentences:
        add(_voice(sentence), sentence.span[1] - sentence.span[0], sentence.guessed)
    total = sum(lengths.values())
    if not total:
        return []
    heard, starts = frozenset(lengths), [sentence.span[0] for sentence in sentences]
    for item in _claims(reading, items, changed):
        voice = voice_of(item)
        if voice not in heard:
            add(voice, 0, item.guessed)  # in a heading alone: it is a voice all the same
            for sentence, length in _within(item.content, sentences, starts):
                add(voice, length, item.guessed)
                add(_voice(sentence), -length, sentence.guessed)
    voices = sorted(lengths, key=lambda voice: (voice == REPORTER, -lengths[voice], voice))
    return [Share(one, max(0, lengths[one]) / total, 2 * guesses[one] > lengths[one]) for one in voices]


def _claims(reading: Reading, items: Iterable[Item], changed: Iterable[Item]) -> Iterator[Item]:
    """All that is claimed in words, as the reader has it."""
    now = {item.claim: item for item in changed}
    for claim in reading.claims:
        if claim.act == "speech":
            yield now.get(claim) or Item(1, claim, None)
    yield from (item for item in items if item.claim is None and item.is_claim)


def _within(content: Spans, sentences: Sequence[Sentence], starts: Sequence[int]) -> Iterator[tuple[Sentence, int]]:
    """The sentences that ``content`` stands in, each with how many code points of it are there."""
    for span in content:
        for at in range(max(0, bisect_right(starts, span[0]) - 1), bisect_right(starts, span[1])):
            if length := overlap(span, sentences[at].span):
                yield sentences[at], length


def _voice(sentence: Sentence) -> str:
    if sentence.kind in ("own-voice", "caveat"):
        return REPORTER
    return ANONYMOUS if sentence.anonymous else sentence.voice or LEFT_OPEN
