"""Reading as a whole: its finder, its progress, what it hands out on the way, and the article it is measured by."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from claims import Claim, rules
from claims.attributions import Attribution
from claims.paragraphs import Paragraph
from tests.claims.by_rules import read

SEED = sorted((Path(__file__).resolve().parents[3] / "shared" / "articles").glob("*.txt"))
ARTICLE = "The mayor said it was late.\nIt rained.\n“We are tired,” she said."


class FirstWords:
    """A finder that takes the first word of each paragraph for a claim, and the last one's for its source."""

    name = "first-words-1"

    def __call__(self, text: str, paragraphs: Sequence[Paragraph]) -> Iterator[list[Attribution]]:
        words = [(one.start, text.index(" ", one.start)) for one in paragraphs]
        for source, word in zip([(), *((word,) for word in words)], words, strict=False):
            yield [Attribution(content=(word,), source=source, evidence="its place", confidence=0.5)]


def test_a_reading_carries_the_name_of_its_finder() -> None:
    assert read(ARTICLE).engine == rules.FINDER.name
    assert read(ARTICLE, finder=FirstWords()).engine == "first-words-1"


class WhatStandsAbove:
    """A finder that takes the first line for what the source in the second says."""

    name = "above-1"

    def __call__(self, text: str, paragraphs: Sequence[Paragraph]) -> Iterator[list[Attribution]]:
        above, line = paragraphs
        assert text[above.end] == "\n"
        source, cue = (line.start, line.start + 9), (line.start + 10, line.start + 14)
        content = ((above.start, above.end),)
        yield [Attribution(content=content, source=(source,), cue=(cue,), evidence="its place", confidence=0.9)]
        yield []


@pytest.mark.parametrize(
    ("above", "claimed"), [("Voices", False), ("“Safe as ever”", True), ("The budget was sound.", True)]
)
def test_a_heading_is_not_what_somebody_says_below_it_unless_it_is_quoted(above: str, claimed: bool) -> None:
    reading = read(f"{above}\nThe mayor said on Monday that it was late.", finder=WhatStandsAbove())
    assert len(reading.claims) == claimed


def test_claims_are_handed_out_paragraph_by_paragraph_before_all_is_read() -> None:
    calls: list[object] = []
    text = f"{ARTICLE} It could not be verified."
    reading = read(
        text,
        found=lambda claims: calls.append([claim.caveats for claim in claims]),
        progress=lambda done, _: calls.append(done),
    )
    assert calls == [[()], 27, 38, [()], len(text)]
    assert [claim.caveats for claim in reading.claims] == [(), (0,)]


def test_what_is_handed_out_is_the_reading_but_for_its_caveats() -> None:
    handed: list[Claim] = []
    reading = read(ARTICLE, found=handed.extend)
    assert tuple(handed) == reading.claims


def test_claims_are_in_text_order_even_where_a_source_stands_paragraphs_before() -> None:
    reading = read("“Tired” crews wait.\nRain fell.\nSnow fell.", finder=FirstWords())
    assert [claim.start for claim in reading.claims] == sorted(claim.start for claim in reading.claims)
    assert len(reading.claims) == 3


def test_what_has_no_word_in_it_is_no_claim() -> None:
    assert read("“…” —\n\u200d \u200d", finder=FirstWords()).claims == ()


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
    first, second = read("“Tired” crews wait.\nRain fell.", finder=FirstWords()).claims
    assert (first.quote, second.quote) == ("direct", "indirect")
    assert "its place" in first.why


@pytest.mark.skipif(not SEED, reason="the article is not ours to hand on")
def test_a_careful_readers_claims_are_found_in_a_wire_report() -> None:
    text = SEED[0].read_text(encoding="utf-8")
    cues = [" ".join(text[start:end] for start, end in claim.cue) for claim in read(text).claims]
    expected = (
        "said announced|warned of|said|said||said|wrote|said|said|said|added|said|said|told|urged|said|said|said|calls"
        "|saying|call|said|advising|wrote"
    ).replace("said announced", "said|announced")
    assert cues == expected.split("|")


def test_a_cell_of_a_table_gives_a_claim_only_where_it_quotes_and_names_who_says_it() -> None:
    text = "Who | What\nCouncil said it was safe | “It is not safe at all.”\n“It is safe,” said Holm. | Berg said no."
    (claim,) = read(text).claims
    assert [text[slice(*span)] for span in (*claim.content, *claim.source)] == ["“It is safe,”", "Holm"]


def test_what_the_writer_says_of_himself_is_no_claim_and_what_others_say_of_themselves_is() -> None:
    text = "I told Holm that it was late. “I told him that it was late,” said Berg. Berg: “I said that I was ill.”"
    assert [text[slice(*claim.source[0])] for claim in read(text).claims] == ["Berg", "Berg"]


def test_i_is_no_writer_where_somebody_is_said_to_speak() -> None:
    text = "Reporter: Is it safe?\nRey: I told them that it was wrong. Nobody heard me.\nReporter: Why?\nRey: I left."
    assert [text[slice(*claim.source[0])] for claim in read(text).claims] == ["Rey", "I"]
