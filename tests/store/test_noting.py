"""From what a reader points at to an annotation that stands by itself."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from claims.model import Claim, Reading
from store.annotations import Annotation
from store.importing import read_file
from store.library import Library
from store.noting import QuoteNotFoundError, by_hand, note_on_quote, on_item, on_passage, with_tags
from store.rebasing import counterpart, rebased
from store.review import merge

TEXT = """# Council

The mayor, Ada Mensah, said that the bridge was safe. Others were not so sure.

“It will hold,” she said, “for a hundred years.”
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    path = tmp_path / "council.md"
    path.write_text(TEXT, encoding="utf-8")
    opened = Library(tmp_path / "sayso.db")
    opened.articles.add(read_file(path))
    return opened


def test_a_report_marked_by_hand_inside_a_quotation_is_not_quoted_from_whom_it_tells_of(library: Library) -> None:
    text = "“They say that it is ours,” she wrote."
    article = library.articles.get(1)
    assert by_hand(article, text, ((10, 25),), ((1, 5),), ((6, 9),)).quote == "indirect"
    assert by_hand(article, text, ((0, 27),), ((28, 31),), ((32, 37),)).quote == "direct"


def test_an_annotation_of_a_claim_holds_all_that_the_claim_said(library: Library) -> None:
    article = library.articles.get(1)
    text = library.articles.document(article).text
    item = next(i for i in merge(library.readings.read(article), []) if i.quote == "direct")
    annotation = on_item(item, article, text)
    assert [text[a:b] for a, b in annotation.spans("content")] == ["“It will hold,”", "“for a hundred years.”"]
    assert [s.exact for s in annotation.selectors if s.role == "cue"] == ["said"]
    assert annotation.speaker == "Ada Mensah"
    assert annotation.empty
    assert not by_hand(article, text, ((0, 7),)).empty


def test_a_claim_by_hand_gets_the_fullest_name_and_its_quote_kind(library: Library) -> None:
    article = library.articles.get(1)
    text = library.articles.document(article).text
    start = text.index("“It will")
    she = text.index("she said")
    annotation = by_hand(article, text, ((start, start + 15),), ((she, she + 3),))
    assert (annotation.speaker, annotation.quote, annotation.decision) == ("Ada Mensah", "direct", "accepted")


@pytest.mark.parametrize(
    ("words", "stands"),
    [
        (", the bookkeeper", "the bookkeeper"),
        (" said: ", "said"),
        ("— he wrote —\n", "he wrote"),
        ("“never,”", "“never,”"),
        ("(never.)", "(never.)"),
        ("-5 degrees,", "-5 degrees"),
        (" , ", " , "),
    ],
)
def test_what_is_marked_by_hand_has_no_separators_at_its_edges(library: Library, words: str, stands: str) -> None:
    text = f"Then {words} again."
    span = (5, 5 + len(words))
    annotation = by_hand(library.articles.get(1), text, (span,), (span,), (span,))
    assert {one.exact for one in annotation.selectors} == {stands}


@pytest.mark.parametrize("quote", ["that the bridge was safe", '"It will hold," she said, "for a hundred years."'])
def test_the_words_of_a_claim_are_noted_on_the_claim_whatever_the_quotation_marks(library: Library, quote: str) -> None:
    saved = note_on_quote(library, library.articles.get(1), quote, "Who checked?", ["bridge", "#bridge"])
    assert (saved.kind, saved.speaker, saved.tags) == ("claim", "Ada Mensah", ("bridge",))


def test_a_few_words_of_a_claim_are_a_passage(library: Library) -> None:
    assert note_on_quote(library, library.articles.get(1), "the bridge", "Which?", []).kind == "passage"


@pytest.mark.parametrize(("quote", "why"), [("no such words", "not in"), ("said", "2 times"), (" ", "not in")])
def test_words_without_one_place_are_refused(library: Library, quote: str, why: str) -> None:
    with pytest.raises(QuoteNotFoundError, match=why):
        note_on_quote(library, library.articles.get(1), quote, "x", [])
    assert library.annotations.of(1) == []


def test_a_passage_keeps_its_words_and_what_stands_around_them(library: Library) -> None:
    (selector,) = on_passage(library.articles.get(1), "one two three", (4, 7)).selectors
    assert (selector.exact, selector.prefix, selector.suffix) == ("two", "one ", " three")


def test_tags_lose_their_signs_doubles_and_line_feeds() -> None:
    assert with_tags(["a"], ["#a", " # b", "c\nd", "", "#"]) == ("a", "b", "c d")


@pytest.fixture
def claim(library: Library) -> Annotation:
    """A claim of the article with nothing of the reader's on it yet."""
    article = library.articles.get(1)
    text = library.articles.document(article).text
    return on_item(merge(library.readings.read(article), [])[0], article, text)


def test_a_change_touches_only_what_it_is_about(claim: Annotation) -> None:
    elsewhere = replace(claim, uid="other", note="From a script.", tags=("a", "b"), decision="accepted")
    assert counterpart(claim, [elsewhere]) == elsewhere
    assert rebased(claim, replace(claim, finding="disputed"), elsewhere) == replace(elsewhere, finding="disputed")
    assert rebased(claim, claim, elsewhere) == elsewhere
    moved = replace(elsewhere, selectors=elsewhere.selectors[:1], revision=2)
    assert rebased(claim, replace(claim, tags=("c",)), moved) == replace(moved, tags=("a", "b", "c"))


def test_tags_are_added_and_taken_away_one_by_one(claim: Annotation) -> None:
    before, after, theirs = (replace(claim, tags=tuple(tags)) for tags in ("ab", "bc", "abd"))
    mine = rebased(before, after, theirs)
    assert mine is not None
    assert mine.tags == ("b", "d", "c")


def test_what_both_changed_differently_is_for_a_person_to_decide(claim: Annotation) -> None:
    theirs = replace(claim, note="From a script.", decision="accepted")
    assert rebased(claim, replace(claim, note="Mine."), theirs) is None
    assert rebased(claim, replace(claim, decision="rejected"), theirs) is None
    assert rebased(claim, replace(claim, decision="accepted"), theirs) == theirs


def test_another_claim_is_not_what_a_change_is_about(claim: Annotation) -> None:
    other = replace(claim, uid="other", selectors=claim.selectors[:1])
    assert counterpart(claim, [other]) == (other if other.spans("content") == claim.spans("content") else None)
    assert counterpart(replace(claim, by_hand=True), [replace(claim, uid="other")]) is None
    assert counterpart(claim, [replace(claim, uid="other"), replace(claim, note="itself")]) == replace(
        claim, note="itself"
    )


def test_a_claim_marked_within_a_detected_one_leaves_that_one_on_display(library: Library) -> None:
    article = library.articles.get(1)
    text = library.articles.document(article).text
    reading = library.readings.read(article)
    start = text.index("the bridge")
    inner = by_hand(article, text, ((start, start + len("the bridge")),))
    assert len(merge(reading, [inner])) == len(merge(reading, [])) + 1
    assert next(item for item in merge(reading, [inner]) if item.annotation).claim is None


def test_attitudes_shown_on_request_renumber_nothing() -> None:
    text = "The mayor wants a new bridge. Ada Mensah said that it was safe."
    reading = Reading(
        "made",
        (
            Claim(content=((16, 28),), cue=((10, 15),), source=((0, 9),), act="attitude"),
            Claim(content=((46, 62),), cue=((41, 45),), source=((30, 40),)),
        ),
    )
    assert [text[slice(*item.content[0])] for item in merge(reading, [])] == ["that it was safe"]
    assert [item.number for item in merge(reading, [], attitudes=True)] == [2, 1]


def test_what_a_verdict_is_put_on_does_not_load_what_tells_speakers() -> None:
    script = "import sys, store.noting; print(sorted(name for name in sys.modules if name.startswith('claims.')))"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert "claims.model" in loaded
    assert "claims.speakers" not in loaded
