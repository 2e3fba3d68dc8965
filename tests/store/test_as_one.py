"""Several changes made as one: one transaction, one step of undo, and nobody else's change lost."""

from dataclasses import replace
from pathlib import Path

import pytest

from store.anchors import selector
from store.annotations import Annotation
from store.article import Article
from store.errors import SaysoError
from store.library import Library
from store.merging import merge
from store.searching import indexing
from tests.store.kept import DOUBTED, SAFE, TEXT, imported, note, passage, reading

NAMES = ("u1", "u2", "u3")


def notes(article: Article) -> list[Annotation]:
    """Annotations of three claims, not yet saved."""
    spans = (SAFE, DOUBTED, (0, 9))
    return [replace(note(article, uid, "", span)) for uid, span in zip(NAMES, spans, strict=True)]


def accepted(some: list[Annotation]) -> list[tuple[Annotation, Annotation | None]]:
    return [(one, replace(one, decision="accepted")) for one in some]


def decisions(library: Library, article: Article) -> dict[str, str | None]:
    return {one.uid: one.decision for one in library.annotations.of(article.id)}


def test_what_was_made_as_one_is_undone_and_redone_as_one_over_restarts_too(path: Path) -> None:
    with Library(path) as library:
        article, _ = library.articles.add(imported())
        library.annotations.save(passage(article))
        done = library.annotations.apply_all(accepted(notes(article))).done
        assert [one.uid for one in done] == list(NAMES)
        assert done == tuple(library.annotations.get(uid) for uid in NAMES)
        assert [one.rev for one in done] == [1, 1, 1]
    everything = {"p1": None, **dict.fromkeys(NAMES, "accepted")}
    with Library(path) as library:
        assert decisions(library, article) == everything
        undone = library.history.undo(article.id)
        assert undone is not None
        assert undone.summary == "decision on 3 claims"
        assert decisions(library, article) == {"p1": None}
    with Library(path) as library:
        redone = library.history.redo(article.id)
        assert redone is not None
        assert len(redone.along) == 2
        assert decisions(library, article) == everything
        assert library.history.undo(article.id) is not None
        assert library.history.undo(article.id) is not None
        assert (library.history.undo(article.id), decisions(library, article)) == (None, {})


def test_what_was_changed_elsewhere_meanwhile_is_left_as_it_is_there(library: Library, article: Article) -> None:
    first, second, third = (library.annotations.save(replace(one, note="x")) for one in notes(article))
    library.annotations.save(replace(second, decision="rejected"))
    library.annotations.delete(third.uid)
    applied = library.annotations.apply_all(accepted([first, second, third]))
    assert [one.uid for one in applied.done] == ["u1"]
    assert [one.uid for one in applied.refused] == ["u2", "u3"]
    assert decisions(library, article) == {"u1": "accepted", "u2": "rejected"}
    assert library.drafts.of(article.id) == []


def test_with_whole_nothing_is_kept_where_one_is_refused(library: Library, article: Article) -> None:
    first, second, _ = (library.annotations.save(replace(one, note="x")) for one in notes(article))
    library.annotations.save(replace(second, decision="rejected"))
    before = library.history.latest(article.id)
    applied = library.annotations.apply_all([(first, None), *accepted([second])], whole=True)
    assert (applied.done, [one.uid for one in applied.refused]) == ((), ["u2"])
    assert library.history.latest(article.id) == before


def test_changing_deleting_and_adding_may_be_one_change(library: Library, article: Article) -> None:
    first, second, third = notes(article)
    first, second = (library.annotations.save(replace(one, note="x")) for one in (first, second))
    library.annotations.apply_all([(first, replace(first, note="y")), (second, None), *accepted([third])])
    assert {one.uid: one.note for one in library.annotations.of(article.id)} == {"u1": "y", "u3": ""}
    assert library.history.undo(article.id).summary == "note on 3 claims"  # type: ignore[union-attr]
    assert {one.uid: one.note for one in library.annotations.of(article.id)} == {"u1": "x", "u2": "x"}


def test_what_is_made_as_one_and_fails_leaves_nothing_behind(
    library: Library, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise SaysoError("no")

    monkeypatch.setattr("store.keeping.changes.recount", fail)
    with pytest.raises(SaysoError):
        library.annotations.apply_all(accepted(notes(article)))
    assert library.annotations.of(article.id) == library.history.of(article.id) == []


def test_hundreds_at_once_are_counted_indexed_and_remembered(library: Library) -> None:
    text = " ".join(f"word{n:03}" for n in range(500))
    article, _ = library.articles.add(imported(text))
    spans = [(n * 8, n * 8 + 7) for n in range(500)]
    library.readings.keep(article, reading(*spans))
    places = [selector(text, *span, role="content") for span in spans]
    some = [replace(note(article, f"n{n}", ""), selectors=(place,)) for n, place in enumerate(places)]
    library.annotations.apply_all([(one, replace(one, decision="accepted", tags=("all",))) for one in some])
    (summary,) = library.articles.list()
    assert (summary.annotations, summary.unreviewed) == (500, 0)
    with library._connection.writing() as db:
        assert indexing.check(db) == []
    changes = library.history.of(article.id)
    assert len({change.together for change in changes}) == 1
    assert library.history.undo(article.id).summary == "decision, tags on 500 claims"  # type: ignore[union-attr]


def test_what_was_one_change_there_is_one_change_in_a_library_that_it_is_merged_into(
    path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.db"
    with Library(other) as library:
        article, _ = library.articles.add(imported())
        library.annotations.apply_all(accepted(notes(article)))
        there = {change.together for change in library.history.of(article.id)}
    Library(path).close()
    merge(path, other)
    with Library(path) as library:
        brought = [change for change in library.history.of(1) if change.action == "add"]
    assert len(brought) == 3
    assert {change.together for change in brought} == there != {None}


def test_of_one_change_what_was_merged_since_stays(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with Library(path) as library:
        article, _ = library.articles.add(imported())
        library.annotations.apply_all(accepted(notes(article)))
        library._connection._db.conn.execute("VACUUM INTO ?", [str(other)])
    with Library(other) as library:
        library.annotations.save(replace(library.annotations.get("u2"), decision="rejected"))
    merge(path, other)
    with Library(path) as library:
        library.history.undo(article.id)
        assert decisions(library, article) == {"u2": "rejected"}


def test_tags_that_came_since_stay_where_those_of_a_change_are_taken_back(library: Library, article: Article) -> None:
    first, *_ = notes(article)
    kept = library.annotations.save(replace(first, tags=("a",)))
    kept = library.annotations.save(replace(kept, tags=("a", "b")))
    library.annotations.save(replace(kept, tags=("c", "a", "b")))
    library.history.undo(article.id)
    assert library.annotations.get("u1").tags == ("a", "b")


def test_what_other_programs_changed_is_told_by_its_uids(library: Library, article: Article) -> None:
    start = library.history.last(article.id)
    library.annotations.save(passage(article))
    library.annotations.apply_all(accepted(notes(article)))
    assert library.history.touched_since(article.id, start) == {"p1", *NAMES}
    assert library.history.touched_since(article.id, library.history.last(article.id)) == frozenset()
    assert library.history.touched_since(article.id, (start[0], "another")) is None
    assert [one.uid for one in library.annotations.all(article.id, ["p1", "u2", "gone"])] == ["p1", "u2"]
    library.articles.add(imported(TEXT + " More."), known_as=article)
    assert library.history.touched_since(article.id, start) is None
