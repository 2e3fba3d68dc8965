"""A note or a verdict on words that say something else by now: it goes there, and says what they were."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from store.anchors import alike, selector
from store.annotations import Annotation
from store.article import Article
from store.checking import check
from store.exporting.everything import export_all
from store.exporting.files import export_article
from store.library import Library
from store.merging import merge
from store.noting import note_on_quote
from store.relinking import NothingToConfirmError, confirmed, kept, relinked
from store.telling import tell
from tests.store.kept import imported, reading, revise

KNEW = (
    'The mayor was asked twice. "We knew about the crack in the bridge since March and we told the council," said Tom '
    "Okafor. Nobody else would speak of it."
)
NEVER_KNEW = KNEW.replace("We knew", "We never knew")
QUOTE = KNEW[KNEW.index('"We') : KNEW.index(" said Tom")]


@pytest.fixture
def crack(library: Library) -> Article:
    return library.articles.add(imported(KNEW))[0]


@pytest.fixture
def verdict(library: Library, crack: Article) -> Annotation:
    return library.annotations.save(on(crack))


def on(article: Article, uid: str = "u1") -> Annotation:
    at = KNEW.index(QUOTE)
    return Annotation(
        uid=uid,
        article=article.id,
        kind="claim",
        selectors=(selector(KNEW, at, at + len(QUOTE), "content"),),
        decision="accepted",
        note="Checked with minutes: true",
    )


def now(library: Library) -> Annotation:
    return library.annotations.get("u1")


@pytest.mark.usefixtures("verdict")
def test_a_verdict_that_moves_onto_a_negation_says_what_was_judged(library: Library, crack: Article) -> None:
    moved = library.articles.add(imported(NEVER_KNEW), known_as=crack)[1].moved
    (there,) = library.annotations.of(crack.id)
    assert (there.place, there.words) == ("sure", QUOTE.replace("knew", "never knew"))
    assert there.was == QUOTE
    assert moved.in_words == "1 word changed, 1 note moved along, onto changed words"


@pytest.mark.usefixtures("verdict")
def test_back_on_the_words_that_were_judged_it_says_nothing(library: Library, crack: Article) -> None:
    revise(library, crack, NEVER_KNEW)
    revise(library, crack, KNEW)
    assert now(library).was == ""


@pytest.mark.usefixtures("verdict")
def test_what_was_judged_on_the_later_words_says_so_on_the_earlier_ones(library: Library, crack: Article) -> None:
    revise(library, crack, NEVER_KNEW)
    judged = now(library)
    library.annotations.apply(judged, replace(judged, decision="rejected"))
    assert now(library).was == ""
    revise(library, crack, KNEW)
    assert now(library).was == judged.words


@pytest.mark.usefixtures("verdict")
def test_after_two_changes_it_says_the_words_that_were_judged_and_not_those_between(
    library: Library, crack: Article
) -> None:
    revise(library, crack, NEVER_KNEW)
    revise(library, crack, NEVER_KNEW.replace("March", "April"))
    assert now(library).was == QUOTE


@pytest.mark.usefixtures("verdict")
def test_white_space_and_styles_of_signs_are_no_other_words(library: Library, crack: Article) -> None:
    revise(
        library, crack, KNEW.replace('"We', "“We").replace('council,"', "council,”").replace("We knew", "We\u00a0knew")
    )
    assert now(library).was == ""
    assert alike("It's  14–15", "It’s\n14-15")
    assert not alike("14", "41")


@pytest.mark.usefixtures("verdict")
@pytest.mark.parametrize(
    "change", [{"note": "Asked again"}, {"decision": "rejected"}, {"finding": "disputed"}, {"tags": ("crack",)}]
)
def test_whoever_changes_it_has_seen_what_it_says(library: Library, crack: Article, change: dict[str, object]) -> None:
    revise(library, crack, NEVER_KNEW)
    shown = now(library)
    library.annotations.apply(shown, replace(shown, **change))  # type: ignore[arg-type]
    assert now(library).was == ""


def test_a_change_from_a_screen_that_did_not_show_it_leaves_it(
    library: Library, crack: Article, verdict: Annotation
) -> None:
    revise(library, crack, NEVER_KNEW)
    library.annotations.apply(verdict, replace(verdict, note="Typed on the old text"))
    assert (now(library).note, now(library).was) == ("Typed on the old text", QUOTE)


@pytest.mark.usefixtures("verdict")
def test_a_note_of_a_script_leaves_it(library: Library, crack: Article) -> None:
    crack = revise(library, crack, NEVER_KNEW)
    at = NEVER_KNEW.index('"We')
    library.readings.keep(crack, reading((at, at + len(now(library).words))))
    note_on_quote(library, crack, "We never knew about the crack in the bridge since March and we told", "More", ())
    assert (now(library).note, now(library).was) == ("Checked with minutes: true\n\nMore", QUOTE)


@pytest.mark.usefixtures("verdict")
def test_confirmed_it_says_nothing_and_undo_brings_it_back(library: Library, crack: Article) -> None:
    crack = revise(library, crack, NEVER_KNEW)
    before = now(library)
    library.annotations.apply(before, confirmed(before, crack))
    assert now(library).was == ""
    assert "confirmed changed words on a claim" in tell(library.history.of(crack.id))[-1].line
    with pytest.raises(NothingToConfirmError):
        confirmed(now(library), crack)
    library.history.undo(crack.id)
    assert now(library).was == QUOTE


@pytest.mark.usefixtures("verdict")
def test_linked_anew_it_says_nothing(library: Library, crack: Article) -> None:
    crack = revise(library, crack, NEVER_KNEW)
    before = now(library)
    library.annotations.apply(before, relinked(before, crack, NEVER_KNEW, [(0, 9)]))
    assert (now(library).words, now(library).was) == ("The mayor", "")


@pytest.mark.usefixtures("verdict")
def test_kept_without_a_place_it_comes_back_only_with_its_words(library: Library, crack: Article) -> None:
    revise(library, crack, NEVER_KNEW)
    before = now(library)
    library.annotations.apply(before, kept(before))
    revise(library, crack, NEVER_KNEW + " More came later.")
    assert (now(library).place, now(library).was) == ("kept", QUOTE)
    revise(library, crack, KNEW)
    assert (now(library).place, now(library).was, now(library).words) == ("sure", "", QUOTE)


@pytest.mark.usefixtures("verdict")
def test_undoing_the_change_of_a_note_on_the_old_words_brings_back_no_mark_there(
    library: Library, crack: Article
) -> None:
    revise(library, crack, NEVER_KNEW)
    before = now(library)
    library.annotations.apply(before, replace(before, note="Asked again"))
    revise(library, crack, KNEW)
    library.history.undo(crack.id)
    assert (now(library).note, now(library).was) == ("Checked with minutes: true", "")


@pytest.mark.usefixtures("verdict")
def test_what_was_in_the_bin_meanwhile_says_it_as_well(library: Library, crack: Article) -> None:
    library.annotations.delete("u1")
    revise(library, crack, NEVER_KNEW)
    library.bin.restore("u1")
    assert now(library).was == QUOTE


@pytest.mark.usefixtures("verdict")
def test_those_are_listed_of_one_article_and_of_all_but_of_the_bin(library: Library, crack: Article) -> None:
    assert library.annotations.reworded() == []
    crack = revise(library, crack, NEVER_KNEW)
    assert library.annotations.reworded() == library.annotations.reworded(crack.id) == [now(library)]
    library.bin.put(crack)
    assert library.annotations.reworded() == []


@pytest.mark.usefixtures("verdict")
def test_the_history_the_check_and_the_export_of_everything_know_of_it(
    library: Library, crack: Article, tmp_path: Path
) -> None:
    revise(library, crack, NEVER_KNEW)
    assert library.history.of(crack.id)[-1].after == now(library)
    assert all(not one.problems for one in check(library.path))
    export_all(library.path, tmp_path / "all")
    (written,) = (tmp_path / "all").glob("*/article.json")
    assert json.loads(written.read_text())["annotations"][0]["was"] == QUOTE


@pytest.mark.usefixtures("verdict")
def test_the_annotated_text_quotes_what_was_judged(library: Library, crack: Article) -> None:
    crack = revise(library, crack, NEVER_KNEW)
    markdown = export_article(library, crack, reading=reading()).markdown
    assert f"when this was written the words were {QUOTE}" in markdown.replace("\\", "")


def test_it_comes_with_a_merge_once(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with Library(other) as library:
        article, _ = library.articles.add(imported(KNEW))
        library.annotations.save(on(article))
        revise(library, article, NEVER_KNEW)
    Library(path).close()
    assert merge(path, other).problems == ()
    with Library(path) as library:
        assert now(library).was == QUOTE
        before = library.history.latest(1)
    merge(path, other)
    with Library(path) as library:
        assert library.history.latest(1) == before


def test_a_note_that_comes_to_a_later_text_says_it_there(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with Library(other) as library:
        article, _ = library.articles.add(imported(KNEW))
        library.annotations.save(on(article))
    with Library(path) as library:
        article, _ = library.articles.add(imported(KNEW))
        revise(library, article, NEVER_KNEW)
    merge(path, other)
    with Library(path) as library:
        assert now(library).was == QUOTE


@pytest.mark.usefixtures("verdict")
def test_the_library_can_be_asked_for_articles_with_such_notes(library: Library, crack: Article) -> None:
    assert list(library.articles.matching("is:reworded")) == []
    revise(library, crack, NEVER_KNEW)
    assert list(library.articles.matching("is:reworded")) == [crack.id]
