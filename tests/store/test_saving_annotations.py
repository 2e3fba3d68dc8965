"""Annotations: what is saved is there, whole, in text order; what is deleted is not; drafts go when they are saved."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.annotations import FINDINGS, PROGRESS, Selector
from store.article import Article
from store.keeping import snapshot
from store.keeping.annotations import UnknownAnnotationError
from store.keeping.drafts import Draft
from store.library import Library
from tests.store.kept import DOUBTED, SAFE, imported, note, passage, resave

TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)
SELECTORS = st.builds(
    Selector,
    st.sampled_from(["source", "cue", "content"]),
    st.integers(0, 99),
    st.integers(0, 99),
    TEXTS,
    TEXTS,
    TEXTS,
)
FIELDS = st.fixed_dictionaries(
    {
        "selectors": st.lists(SELECTORS, min_size=1, max_size=4).map(tuple),
        "by_hand": st.booleans(),
        "speaker": st.none() | TEXTS,
        "quote": st.sampled_from([None, "direct", "indirect", "mixed"]),
        "decision": st.sampled_from([None, "accepted", "rejected"]),
        "progress": st.sampled_from(PROGRESS),
        "finding": st.sampled_from([None, *FINDINGS]),
        "reason": TEXTS,
        "note": TEXTS.map("note ".__add__),
        "tags": st.lists(st.sampled_from(["war", "Wår", "a b", "#x"]), unique=True).map(tuple),
    }
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One library's place for all examples of a property."""
    return tmp_path_factory.mktemp("shared") / "sayso.db"


@given(fields=FIELDS)
def test_an_annotation_comes_back_as_it_was_saved(shared: Path, fields: dict[str, object]) -> None:
    with Library(shared) as library:
        article = library.articles.add(imported())[0]
        saved = resave(library, replace(note(article), **fields))
        assert library.annotations.get("u1") == saved
        assert {name: getattr(saved, name) for name in fields} == fields
        assert snapshot.load(snapshot.dump(saved)) == saved


def test_annotations_are_there_after_a_restart(path: Path, library: Library, article: Article) -> None:
    saved = library.annotations.save(note(article))
    library.close()
    with Library(path) as again:
        assert again.annotations.of(article.id) == [saved]


def test_annotations_come_in_text_order(library: Library, article: Article) -> None:
    for annotation in (passage(article, "b", DOUBTED), note(article, "c", span=(0, 9)), passage(article, "a", SAFE)):
        library.annotations.save(annotation)
    assert [annotation.uid for annotation in library.annotations.of(article.id)] == ["c", "a", "b"]


def test_saving_sets_the_times(library: Library, article: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.keeping.annotations.now", lambda: "2026-01-01T00:00:00.000Z")
    first = library.annotations.save(note(article))
    assert (first.created, first.modified) == ("2026-01-01T00:00:00.000Z", "2026-01-01T00:00:00.000Z")
    monkeypatch.setattr("store.keeping.annotations.now", lambda: "2026-01-02T00:00:00.000Z")
    second = resave(library, replace(note(article), note="Who says so?"))
    assert (second.created, second.modified) == ("2026-01-01T00:00:00.000Z", "2026-01-02T00:00:00.000Z")


def test_an_annotation_brought_from_elsewhere_keeps_its_age(library: Library, article: Article) -> None:
    saved = library.annotations.save(replace(note(article), created="2020-02-02T00:00:00.000Z"))
    assert saved.created == "2020-02-02T00:00:00.000Z"


def test_saving_an_unchanged_annotation_writes_nothing(library: Library, article: Article) -> None:
    saved = library.annotations.save(note(article))
    for same in (saved, note(article)):
        assert library.annotations.save(same) == saved
    assert len(library.history.of(article.id)) == 1


def test_an_annotation_with_nothing_left_in_it_goes(library: Library, article: Article) -> None:
    library.annotations.save(note(article))
    resave(library, note(article, note=""))
    assert library.annotations.of(article.id) == []
    assert [change.action for change in library.history.of(article.id)] == ["add", "delete"]


def test_an_annotation_that_never_held_anything_leaves_no_trace(library: Library, article: Article) -> None:
    library.annotations.save(note(article, note=""))
    assert library.annotations.of(article.id) == []
    assert library.history.of(article.id) == []


def test_a_highlight_without_a_note_stays(library: Library, article: Article) -> None:
    library.annotations.save(passage(article))
    assert len(library.annotations.of(article.id)) == 1


def test_a_deleted_annotation_is_gone_until_it_is_saved_again(library: Library, article: Article) -> None:
    library.annotations.save(note(article))
    library.annotations.delete("u1")
    for action in (library.annotations.get, library.annotations.delete):
        with pytest.raises(UnknownAnnotationError, match="u1"):
            action("u1")
    library.annotations.save(note(article))
    assert library.annotations.get("u1").note == "Who measured?"


def test_tags_are_kept_in_their_order_each_once_and_on_one_line(library: Library, article: Article) -> None:
    saved = library.annotations.save(replace(note(article), tags=("water", "air", " water\n", "\x1b", "")))
    assert saved.tags == ("water", "air", "␛")


def test_the_tags_in_use_are_listed_by_the_alphabet(library: Library, article: Article) -> None:
    library.annotations.save(replace(note(article), tags=("war", "Air")))
    library.annotations.save(replace(passage(article), tags=("war", "zoo")))
    assert library.annotations.tags() == ["Air", "war", "zoo"]
    library.annotations.delete("p1")
    assert library.annotations.tags() == ["Air", "war"]


def test_a_note_with_half_a_character_in_it_is_kept_without_that(library: Library, article: Article) -> None:
    assert library.annotations.save(note(article, note="caf\udce9 \0 😀")).note == "caf? \0 😀"


def test_annotations_belong_to_their_article(library: Library, article: Article) -> None:
    other, _ = library.articles.add(imported("Another text altogether, and long enough."))
    library.annotations.save(note(article))
    assert library.annotations.of(other.id) == []


def test_what_is_being_typed_outlives_the_program(path: Path, library: Library, article: Article) -> None:
    typed = note(article, note="Who meas\udce9")
    library.drafts.keep(note(article, note="Who"))
    library.drafts.keep(typed)
    library.close()
    with Library(path) as again:
        (draft,) = again.drafts.of(article.id)
        assert draft.annotation == typed
        assert again.annotations.of(article.id) == []


def test_drafts_come_in_the_order_in_which_they_were_last_kept(
    library: Library, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    for at, annotation in (("1", note(article)), ("2", passage(article)), ("3", note(article))):
        monkeypatch.setattr("store.keeping.drafts.now", lambda at=at: at)
        library.drafts.keep(annotation)
    assert library.drafts.of(article.id) == [Draft(passage(article), "2"), Draft(note(article), "3")]


@pytest.mark.parametrize("saved", ["Who measured?", "Who measures?", ""])
def test_a_draft_goes_when_its_annotation_is_saved_changed_or_not(
    library: Library, article: Article, saved: str
) -> None:
    library.annotations.save(note(article))
    library.drafts.keep(note(article, note="Who measures"))
    library.drafts.keep(passage(article))
    resave(library, note(article, note=saved))
    assert [draft.annotation.uid for draft in library.drafts.of(article.id)] == ["p1"]


def test_a_draft_goes_when_its_annotation_is_deleted_or_it_is_dropped(library: Library, article: Article) -> None:
    library.annotations.save(note(article))
    library.drafts.keep(note(article))
    library.drafts.keep(passage(article))
    library.annotations.delete("u1")
    for _ in range(2):
        library.drafts.drop("p1")
    assert library.drafts.of(article.id) == []


def test_a_draft_that_another_running_program_is_writing_is_not_left_over(
    library: Library, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    with subprocess.Popen(["sleep", "60"]) as other:
        monkeypatch.setattr("os.getpid", lambda: other.pid)
        library.drafts.keep(note(article, note="Who"))
        monkeypatch.undo()
        assert library.drafts.left(article.id) == []
        other.kill()
    assert [draft.annotation.note for draft in library.drafts.left(article.id)] == ["Who"]


def test_a_draft_whose_writers_number_another_program_has_by_now_is_left_over(
    library: Library, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    with subprocess.Popen(["sleep", "60"]) as other:
        monkeypatch.setattr("store.keeping.drafts.this_program", lambda: f"{other.pid} 1")
        library.drafts.keep(note(article, note="Who"))
        assert [draft.annotation.note for draft in library.drafts.left(article.id)] == ["Who"]
        other.kill()


def test_undoing_an_annotation_takes_the_draft_of_it_along(library: Library, article: Article) -> None:
    saved = library.annotations.save(note(article))
    library.drafts.keep(replace(saved, note="More"))
    library.history.undo(article.id)
    assert library.drafts.of(article.id) == []
