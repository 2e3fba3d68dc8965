"""What is said of a claim that its reader amended, split, joined or marked is said of the words as they are now."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from claims.attributions import Attribution
from claims.context import Context
from claims.description import described
from claims.model import Claim, Span
from store.amending import joined, split, with_piece
from store.annotations import Annotation, Role
from store.article import Article, Metadata
from store.document import Block, Document
from store.exporting.files import export
from store.items import Item
from store.matching_items import Haystacks, matching
from store.noting import by_hand, on_item
from store.review import Review, merge
from store.searching.query import IN_CLAIMS, parse
from store.telling_plain import told_plainly
from tests.claims.as_marked import as_marked
from tests.claims.by_rules import read

TEXT, READING = as_marked(
    "[1 Mei Quispe], a geologist, <1 said> {1 the difference was normal and might well disappear}. "
    "[2 She] <2 said> {2 more than 70 aftershocks had been recorded}.\n"
    "[3 An engineer who asked not to be named because she still works there] <3 said> {3 the team had classed 40 of 112"
    " schools as unsafe}. [4 The health ministry] <4 denied> {4 that 20 patients had died}.\n"
    "[5 The army] <5 said> {5 that it had taken the ridge and lost nobody}, which could not be verified."
)
ARTICLE = Article(1, "a1", Metadata("Ollin"), "2026-01-01", 1)
DOCUMENT = Document(TEXT, (Block("paragraph", 0, len(TEXT)),), ())
QUISPE, SHOCKS, ENGINEER, MINISTRY, ARMY = range(5)


def laid(*annotations: Annotation) -> list[Item]:
    return [item for item in merge(READING, annotations, text=TEXT) if item.annotation is not None]


def on(number: int) -> Annotation:
    return on_item(merge(READING, (), text=TEXT)[number], ARTICLE, TEXT)


def cut(annotation: Annotation, role: Role, words: str) -> Annotation:
    """``annotation`` without ``words``, which one of its pieces ends with."""
    old = next(span for span in annotation.spans(role) if TEXT[slice(*span)].endswith(words))
    return with_piece(annotation, TEXT, role, old, (old[0], old[1] - len(words)))


def said(item: Item) -> Claim:
    assert item.known is not None
    return item.known


def hedges(item: Item) -> list[str]:
    return [TEXT[slice(*one.span)] for one in said(item).hedges]


def figures(item: Item) -> list[str]:
    return [TEXT[slice(*one.span)] for one in said(item).quantities]


def let_through(filter_: str, *annotations: Annotation) -> list[int | None]:
    items = merge(READING, annotations, text=TEXT)
    query = parse(filter_, IN_CLAIMS)
    return [items[i].number for i in matching(query, items, Haystacks(TEXT), READING.caveats)]


def place(words: str) -> Span:
    return TEXT.index(words), TEXT.index(words) + len(words)


@pytest.mark.parametrize("number", range(5))
def test_of_words_that_are_the_same_the_same_is_said_as_was_found(number: int) -> None:
    amended = replace(on(number), amended=True)
    (item,) = laid(amended)
    assert said(item) == READING.claims[number]


def test_a_hedge_that_is_cut_off_hedges_nothing_any_more() -> None:
    short = cut(on(QUISPE), "content", " and might well disappear")
    (item,) = laid(short)
    assert hedges(item) == []
    assert item.speaker == "Mei Quispe"
    assert said(item).source_kind == "person"
    assert let_through("is:hedged") == [1, 2]
    assert let_through("is:hedged", short) == [2]
    assert "Hedged" not in next(line for line in plain(short) if line.startswith("Claim 1"))


def test_a_figure_that_is_cut_off_is_none_of_the_claim() -> None:
    short = cut(on(ENGINEER), "content", " of 112 schools as unsafe")
    (item,) = laid(short)
    assert figures(item) == ["40"]
    none = cut(short, "content", " 40")
    (item,) = laid(none)
    assert figures(item) == []
    assert let_through("has:figure", none) == [2, 4]


def test_each_half_of_a_split_claim_has_what_stands_in_it() -> None:
    one, other = split(on(QUISPE), TEXT, TEXT.index(" and might"))
    first, second = laid(one, other)
    assert (hedges(first), hedges(second)) == ([], ["might"])
    for item in (first, second):
        assert item.speaker == "Mei Quispe"
        assert (said(item).source_kind, said(item).hand) == ("person", "first")
    assert let_through("is:hedged", one, other) == [2, 3]


def test_a_joined_claim_has_what_stood_in_both_and_is_of_the_same_source() -> None:
    (item,) = laid(joined(on(QUISPE), on(SHOCKS), TEXT))
    assert hedges(item) == ["might", "more than"]
    assert figures(item) == ["70"]
    assert said(item).source_kind == "person"


def test_a_source_whose_edge_was_moved_stays_unnamed() -> None:
    moved = cut(on(ENGINEER), "source", " there")
    (item,) = laid(moved)
    assert item.anonymous
    assert said(item).source_kind == "anonymous"
    assert item.speaker == READING.claims[ENGINEER].speaker
    assert let_through("is:anonymous", moved) == let_through("is:anonymous") == [3]
    assert any(
        "(anonymous)" in line for line in exported(moved) if "asked not to be named" in line or "engineer" in line
    )


def test_another_source_is_of_the_kind_that_it_is_of_elsewhere() -> None:
    was = on(ENGINEER).spans("source")[0]
    named = with_piece(on(ENGINEER), TEXT, "source", was, place("Mei Quispe"))
    (item,) = laid(named)
    assert item.speaker == "Mei Quispe"
    assert said(item).source_kind == "person"
    assert not item.anonymous
    (item,) = laid(with_piece(on(ENGINEER), TEXT, "source", was, None))
    assert item.anonymous
    assert not said(item).via


def test_another_cue_has_its_own_tone() -> None:
    denied = on(MINISTRY)
    (item,) = laid(with_piece(denied, TEXT, "cue", denied.spans("cue")[0], None))
    assert not item.denial
    assert let_through("is:denied") == [4]


def test_what_the_paper_could_not_verify_stays_so_of_both_halves() -> None:
    one, other = split(on(ARMY), TEXT, TEXT.index(" and lost"))
    assert [said(item).caveats for item in laid(one, other)] == [READING.claims[ARMY].caveats] * 2


def test_of_a_claim_marked_by_hand_is_said_what_its_words_tell() -> None:
    marked = by_hand(ARTICLE, TEXT, (place("might well disappear"),), (place("Mei Quispe"),), (place("said"),))
    (item,) = laid(marked)
    assert hedges(item) == ["might"]
    assert said(item).source_kind == "person"


def test_who_a_reader_names_is_counted_among_those_who_have_a_name() -> None:
    marked = by_hand(ARTICLE, TEXT, (place("might well disappear"),))
    assert any("4 named speakers" in line for line in plain(replace(marked, speaker="m.l.")))


def test_in_a_paragraph_as_long_as_a_book_only_what_is_near_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    near: list[int] = []

    def noted(context: Context, attributions: Sequence[Attribution]) -> list[Claim]:
        near.append(len(context.text))
        return described(context, attributions)

    monkeypatch.setattr("claims.anew.described", noted)
    text = "Mei Quispe said that it might be so, which could not be verified. The mayor denied it. " * 1_000
    reading = read(text)
    found = merge(reading, (), text=text)
    middle = next(item for item in found[len(found) // 2 :] if item.claim is not None and item.claim.caveats)
    amended = replace(on_item(middle, ARTICLE, text), amended=True)
    (item,) = (item for item in merge(reading, [amended], text=text) if item.annotation is not None)
    assert said(item) == middle.claim
    assert max(near) < 50_000 < len(text)


def test_taken_back_all_is_as_it_was_found() -> None:
    review = Review(READING, (), text=TEXT)
    before = review.items
    review.changed([cut(on(QUISPE), "content", " and might well disappear")])
    assert hedges(review.items[0]) == []
    review.changed([])
    assert review.items == before
    assert hedges(review.items[0]) == ["might"]


def test_nothing_is_worked_out_of_claims_that_nobody_amended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claims.anew.Anew.claim", lambda *_, **__: pytest.fail("worked out"))
    items = merge(READING, [on(QUISPE)], text=TEXT)
    assert [item.known for item in items] == list(READING.claims)


def test_without_the_text_what_cannot_be_known_is_left_out() -> None:
    short = cut(on(QUISPE), "content", " and might well disappear")
    (item, *_) = merge(READING, [short])
    assert hedges(item) == []


def plain(*annotations: Annotation) -> list[str]:
    items = merge(READING, annotations, text=TEXT)
    return list(told_plainly(ARTICLE.metadata, DOCUMENT, READING, items))


def exported(*annotations: Annotation) -> list[str]:
    return export(DOCUMENT, ARTICLE.metadata, annotations, READING, unreviewed=True).markdown.splitlines()
