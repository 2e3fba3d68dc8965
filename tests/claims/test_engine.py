"""Reading as a whole: its name, its progress, its finder, and the article it is measured by."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from claims import ENGINE, read
from claims.attributions import Attribution
from claims.paragraphs import Paragraph

SEED = sorted((Path(__file__).resolve().parents[3] / "shared" / "articles").glob("*.txt"))
ARTICLE = "The mayor said it was late.\nIt rained.\n“We are tired,” she said."


def test_a_reading_carries_the_name_of_its_engine() -> None:
    assert read(ARTICLE).engine == ENGINE


def test_progress_comes_between_paragraphs_and_ends_with_all() -> None:
    calls: list[tuple[int, int]] = []
    read(ARTICLE, progress=lambda done, total: calls.append((done, total)))
    assert calls == [(27, len(ARTICLE)), (38, len(ARTICLE)), (len(ARTICLE), len(ARTICLE))]


def test_what_progress_raises_cancels_the_reading() -> None:
    class CancelledError(Exception):
        pass

    def cancel(_done: int, _total: int) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        read(ARTICLE, progress=cancel)


def test_another_finder_gives_the_spans_and_all_else_is_worked_out_from_them() -> None:
    def first_words(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[list[Attribution]]:
        for one in paragraphs:
            end = text.index(" ", one.start)
            yield [Attribution(content=((one.start, end),), evidence="its place", confidence=0.5)]

    reading = read("“Tired” crews wait.\nIt rained.", finder=first_words)
    assert [(claim.quote, claim.why) for claim in reading.claims] == [
        ("direct", ("its place",)),
        ("indirect", ("its place",)),
    ]


@pytest.mark.skipif(not SEED, reason="the article is not ours to hand on")
def test_a_careful_readers_claims_are_found_in_a_wire_report() -> None:
    text = SEED[0].read_text(encoding="utf-8")
    cues = [" ".join(text[start:end] for start, end in claim.cue) for claim in read(text).claims]
    expected = (
        "said announced|warned of|said|said||said|wrote|said|said|said|added|said|said|told|urged|said|said|said|calls"
        "|saying|call|said|advising|wrote"
    ).replace("said announced", "said|announced")
    assert cues == expected.split("|")
