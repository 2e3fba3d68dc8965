"""The full-text index: in step with what is kept, whatever happens to that, and found out where it is not."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.anchors import new_uid
from store.annotations import FINDINGS, Evidence
from store.article import Article
from store.keeping.errors import IndexDamagedError
from store.library import Library
from store.searching.indexing import annotations, check, everything_of, indexed, rebuild
from tests.store.kept import DOUBTED, SAFE, TEXT, imported, note, reading, resave, revise

WORDS = st.text(st.sampled_from('ab é\0\n"*'), max_size=6)
KEEP = st.tuples(
    st.just("save"),
    st.sampled_from("xy"),
    st.fixed_dictionaries(
        {
            "note": WORDS,
            "reason": WORDS,
            "speaker": st.none() | WORDS,
            "finding": st.sampled_from([None, *FINDINGS[:2]]),
            "evidence": st.lists(st.builds(Evidence, WORDS, note=WORDS), max_size=2).map(tuple),
            "tags": st.lists(st.sampled_from(["war", "Łódź", "a b"]), unique=True).map(tuple),
        }
    ),
)
NOTHING: dict[str, object] = {}
OTHERS = st.tuples(
    st.sampled_from(["undo", "redo", "delete", "read", "revise", "bin", "restore"]), WORDS, st.just(NOTHING)
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One library's place for all examples of a property."""
    return tmp_path_factory.mktemp("shared") / "sayso.db"


def put_in_bin(library: Library, article: Article, since: str | None) -> None:
    """Put an article into the bin, or take it out again."""
    with library._connection.writing() as db, indexed(db, *everything_of(article.id)):
        db.execute("UPDATE articles SET deleted = ? WHERE id = ?", [since, article.id])


def disagreeing(library: Library) -> list[str]:
    """Which indexes are not in step."""
    with library._connection.writing() as db:
        return list(check(db))


def found(library: Library, subject: str, query: str) -> int:
    """How many rows of an index match."""
    with library._connection.reading() as db:
        count: int = db.execute(f"SELECT count(*) FROM {subject}_index(?)", [query]).fetchone()[0]
        return count


@settings(max_examples=25, deadline=None)
@given(actions=st.lists(KEEP | KEEP | OTHERS, max_size=15))
def test_the_index_agrees_with_what_is_kept_after_any_sequence_of_changes(
    shared: Path, actions: list[tuple[str, str, dict[str, object]]]
) -> None:
    with Library(shared) as library:
        example = new_uid()
        article, _ = library.articles.add(imported(f"{TEXT} {example}"))
        for action, words, values in actions:
            if action == "save":
                resave(library, replace(note(article, words + example), **values))  # type: ignore[arg-type]
            elif action == "delete":
                for kept in library.annotations.of(article.id)[:1]:
                    library.annotations.delete(kept.uid)
            elif action == "read":
                library.readings.keep(article, reading(SAFE, DOUBTED, engine=words))
            elif action == "revise":
                article = revise(library, article, f"{words} {TEXT} {example}")
            elif action in ("bin", "restore"):
                put_in_bin(library, article, "2026" if action == "bin" else None)
            else:
                getattr(library.history, action)(article.id)
        assert disagreeing(library) == []


def test_words_are_found_where_they_stand_and_accents_do_not_matter(library: Library) -> None:
    article, _ = library.articles.add(imported(title="Café closed")._replace(path=None))
    library.readings.keep(article, reading(SAFE))
    library.annotations.save(replace(note(article), tags=("Ängste",), speaker="José", reason="naïve", finding="false"))
    hits = {
        ("article", "cafe"): 1,
        ("article", "text: bridge"): 1,
        ("annotation", "tags: angste"): 1,
        ("annotation", "speaker: jose"): 1,
        ("annotation", "note: naive"): 1,
        ("annotation", "words: bridge"): 1,
        ("annotation", "finding: false"): 1,
        ("claim", "bridge"): 1,
        ("claim", "engineers"): 0,
    }
    assert {asked: found(library, *asked) for asked in hits} == hits


def test_only_what_is_said_in_the_newest_text_is_found(library: Library, article: Article) -> None:
    library.readings.keep(article, reading(SAFE))
    newer = revise(library, article, "All of it is new.")
    library.readings.keep(article, reading(DOUBTED, engine="late"))
    assert (found(library, "article", "text: bridge"), found(library, "article", "new")) == (0, 1)
    assert (found(library, "claim", "bridge"), found(library, "claim", "engineers")) == (0, 0)
    library.readings.keep(newer, reading((0, 3)))
    assert (found(library, "claim", "bridge"), found(library, "claim", "all")) == (0, 1)


def test_what_is_deleted_or_in_the_bin_is_not_found_until_it_comes_back(library: Library, article: Article) -> None:
    library.annotations.save(note(article))
    library.annotations.delete("u1")
    assert found(library, "annotation", "measured") == 0
    library.history.undo(article.id)
    assert found(library, "annotation", "measured") == 1
    for since, count in (("2026-11-27", 0), (None, 1)):
        put_in_bin(library, article, since)
        assert [found(library, "annotation", "measured"), found(library, "article", "bridge")] == [count, count]


BEHIND_ITS_BACK: dict[str, tuple[str, Callable[[Library], object]]] = {
    "a note": ("annotation", lambda library: run(library, "UPDATE annotations SET note = 'other'")),
    "a text": ("article", lambda library: run(library, "UPDATE revisions SET text = 'other'")),
    "a claim": ("claim", lambda library: run(library, "DELETE FROM claims")),
}


def run(library: Library, statement: str) -> None:
    """Change something as only another program would."""
    with library._connection.writing() as db:
        db.execute(statement)


@pytest.mark.parametrize("what", BEHIND_ITS_BACK)
def test_a_change_behind_the_back_of_the_index_is_found_out_and_put_right(
    library: Library, article: Article, what: str
) -> None:
    subject, change = BEHIND_ITS_BACK[what]
    library.readings.keep(article, reading(SAFE))
    library.annotations.save(note(article))
    change(library)
    assert disagreeing(library) == [subject]
    with library._connection.writing() as db:
        rebuild(db)
    assert disagreeing(library) == []


def test_a_damaged_index_is_not_taken_for_a_damaged_library(path: Path, library: Library, article: Article) -> None:
    library.annotations.save(note(article))
    run(library, "DELETE FROM annotation_index_data WHERE id > 10")
    with Library(path) as again:
        with pytest.raises(IndexDamagedError, match="db check --repair"):
            found(again, "annotation", "measured")
        assert disagreeing(again) == ["annotation"]


def test_what_changes_is_told_to_the_index_at_once(library: Library, article: Article) -> None:
    with (
        pytest.raises(RuntimeError, match="cannot be nested"),
        library._connection.writing() as db,
        indexed(db, *everything_of(article.id)),
        indexed(db, annotations(["u1"])),
    ):
        pass
    library.annotations.save(note(article))
    assert disagreeing(library) == []
