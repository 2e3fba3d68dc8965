"""History: every change is remembered for good, and undo and redo are worked out of it, over restarts too."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.anchors import new_uid
from store.annotations import Annotation
from store.article import Article
from store.library import Library
from tests.store.kept import DOUBTED, SAFE, imported, note, passage, resave


@dataclass
class Model:
    """What a library should hold: the notes now, the states that undo goes back to, and those that redo goes to."""

    notes: dict[str, str] = field(default_factory=dict)
    undo: list[dict[str, str]] = field(default_factory=list)
    redo: list[dict[str, str]] = field(default_factory=list)

    def change(self, notes: dict[str, str]) -> None:
        """Go on to ``notes``, unless that is where it is."""
        if notes != self.notes:
            self.undo.append(self.notes)
            self.redo.clear()
            self.notes = notes

    def step(self, back: list[dict[str, str]], forth: list[dict[str, str]]) -> bool:
        """Go to the last of ``back``, so that ``forth`` leads here again; False where there is none."""
        if not back:
            return False
        forth.append(self.notes)
        self.notes = back.pop()
        return True


SAVE = st.tuples(st.just("save"), st.sampled_from("abc"), st.sampled_from(["", "one", "two"]))
DELETE = st.tuples(st.just("delete"), st.sampled_from("abc"), st.just(""))
ALL = st.tuples(st.just("all"), st.sampled_from(["ab", "bc", "abc"]), st.sampled_from(["", "one", "two"]))
PLACES = {"a": SAFE, "b": DOUBTED, "c": (0, 9)}
STEPS = st.sampled_from([("undo", "", ""), ("redo", "", ""), ("restart", "", "")])


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One library's place for all examples of a property."""
    return tmp_path_factory.mktemp("shared") / "sayso.db"


def save_all(library: Library, annotations: list[Annotation]) -> None:
    """Save annotations as one change, as one who has read what they take the place of."""
    kept = {one.uid: one for one in library.annotations.of(annotations[0].article)}
    bare = {one.uid: replace(one, note="") for one in annotations}
    applied = library.annotations.apply_all([(kept.get(one.uid, bare[one.uid]), one) for one in annotations])
    assert not applied.refused


def state(library: Library, article: Article) -> dict[str, str]:
    """The notes that the library holds, by the first letter of their identifiers."""
    return {annotation.uid[0]: annotation.note for annotation in library.annotations.of(article.id)}


@settings(max_examples=60, deadline=None)
@given(actions=st.lists(SAVE | SAVE | DELETE | ALL | STEPS, max_size=40))
def test_any_sequence_of_changes_can_be_undone_and_redone(shared: Path, actions: list[tuple[str, str, str]]) -> None:
    library, model, example = Library(shared), Model(), new_uid()
    article, _ = library.articles.add(imported(example))
    for action, name, text in actions:
        uid = f"{name}-{example}"
        if action == "save":
            resave(library, note(article, uid, text, PLACES[name]))
            model.change({k: v for k, v in {**model.notes, name: text}.items() if v})
        elif action == "all":
            save_all(library, [note(article, f"{one}-{example}", text, PLACES[one]) for one in name])
            model.change({k: v for k, v in {**model.notes, **dict.fromkeys(name, text)}.items() if v})
        elif action == "delete" and name in model.notes:
            library.annotations.delete(uid)
            model.change({k: v for k, v in model.notes.items() if k != name})
        elif action == "undo":
            assert (library.history.undo(article.id) is not None) == model.step(model.undo, model.redo)
        elif action == "redo":
            assert (library.history.redo(article.id) is not None) == model.step(model.redo, model.undo)
        elif action == "restart":
            library.close()
            library = Library(shared)
        assert state(library, article) == model.notes
    library.close()


def test_each_change_is_remembered_with_what_was_before_and_after(library: Library, article: Article) -> None:
    first = library.annotations.save(note(article))
    second = resave(library, note(article, note="Who says so?"))
    library.annotations.delete("u1")
    changes = library.history.of(article.id)
    assert [(change.action, change.before, change.after) for change in changes] == [
        ("add", None, first),
        ("change", first, second),
        ("delete", second, None),
    ]
    assert {change.version for change in changes} == {version("sayso")}
    assert [change.at for change in changes] == sorted(change.at for change in changes)


def test_undo_brings_back_everything_down_to_the_times(library: Library, article: Article) -> None:
    saved = library.annotations.save(replace(note(article), tags=("b", "a"), finding="disputed", reason="two sources"))
    library.annotations.delete("u1")
    change = library.history.undo(article.id)
    assert change is not None
    assert (change.action, change.before, change.after) == ("undo", None, saved)
    assert library.annotations.of(article.id) == [saved]


def test_undoing_and_redoing_are_remembered_too(library: Library, article: Article) -> None:
    library.annotations.save(note(article))
    undone, redone = library.history.undo(article.id), library.history.redo(article.id)
    assert library.history.of(article.id)[1:] == [undone, redone]


def test_a_change_says_in_plain_words_what_happened_and_an_undo_what_it_took_back(
    library: Library, article: Article
) -> None:
    library.annotations.save(note(article))
    resave(library, replace(note(article, note="No."), tags=("x",)))
    resave(library, passage(article))
    library.annotations.delete("p1")
    undone = [library.history.undo(article.id) for _ in range(4)]
    assert [change.summary for change in undone if change] == [
        "deleting highlight on a passage",
        "highlight on a passage",
        "note, tags on a claim",
        "note on a claim",
    ]
    redone = library.history.redo(article.id)
    assert redone is not None
    assert redone.summary == "note on a claim"


def test_what_was_undone_cannot_be_done_again_once_the_reader_has_moved_on(library: Library, article: Article) -> None:
    library.annotations.save(note(article))
    library.history.undo(article.id)
    library.annotations.save(passage(article))
    assert library.history.redo(article.id) is None
    assert [annotation.uid for annotation in library.annotations.of(article.id)] == ["p1"]


def test_each_article_has_its_own_undo(library: Library, article: Article) -> None:
    other, _ = library.articles.add(imported("Another text."))
    library.annotations.save(note(article))
    assert library.history.undo(other.id) is None
    assert library.history.of(other.id) == []


@pytest.mark.parametrize("statement", ["UPDATE history SET at = ''", "DELETE FROM history"])
def test_the_history_can_be_neither_changed_nor_deleted_even_by_hand(
    path: Path, library: Library, article: Article, statement: str
) -> None:
    library.annotations.save(note(article))
    with closing(sqlite3.connect(path)) as connection, pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(statement)
