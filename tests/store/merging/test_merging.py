"""Libraries merged: nothing doubled, nothing overwritten, and what came there meanwhile comes along."""

import shutil
from dataclasses import replace
from pathlib import Path

from store import backups
from store.anchors import selector
from store.annotations import Annotation
from store.library import Library
from store.merging import merge
from store.rescuing import Rescue, write_rescue
from tests.store.kept import SAFE, TEXT, imported, note
from tests.store.make_schema import SCHEMAS, made
from tests.store.merging.two import (
    a_moment,
    both_ways,
    change,
    everything,
    merged_copy,
    sound,
    told,
)


def test_a_whole_library_comes_with_everything(tmp_path: Path) -> None:
    mine, theirs = tmp_path / "mine.db", tmp_path / "theirs.db"
    made(theirs)
    with Library(mine) as library:
        library.articles.add(imported())
    merged = merged_copy(mine, theirs)
    assert (merged.articles, merged.new, merged.problems) == (3, 5, ())
    assert sound(mine)
    assert told(theirs).items() <= told(mine).items()
    with Library(mine) as here, Library(theirs) as there:
        for number in (1, 2, 3):
            article, same = there.articles.get(number), here.articles.get(number + 1)
            assert here.articles.document(same) == there.articles.document(article)
            assert here.readings.get(same, "tagger 1") == there.readings.get(article, "tagger 1")
            assert here.articles.position(same.id) == there.articles.position(article.id)
            assert (same.uid, same.added, same.metadata) == (article.uid, article.added, article.metadata)
            before = [(one.key, one.at, one.action, one.origin) for one in there.history.log(article.id)]
            assert [(one.key, one.at, one.action, one.origin) for one in here.history.log(same.id)][
                : len(before)
            ] == before
        assert [one.uid for one in here.bin.contents()] == [one.uid for one in there.bin.contents()]


def test_merging_twice_changes_not_a_byte(mine: Path, theirs: Path) -> None:
    change(theirs, "u1", note="Later there")
    assert merged_copy(mine, theirs).theirs == 1


def test_a_copy_of_a_library_has_nothing_new(mine: Path, theirs: Path) -> None:
    before = mine.read_bytes()
    assert merge(mine, theirs).backup is None
    assert mine.read_bytes() == before
    assert not backups.folder_of(mine).exists()


def test_the_same_article_added_on_two_machines_is_one(tmp_path: Path) -> None:
    mine, theirs = tmp_path / "mine.db", tmp_path / "theirs.db"
    for path, uid in ((mine, "u1"), (theirs, "u2")):
        with Library(path) as library:
            library.annotations.save(note(library.articles.add(imported()).article, uid=uid))
    both_ways(mine, theirs)
    assert told(mine) == told(theirs)
    assert set(told(mine)[TEXT][1]) == {"u1", "u2"}
    assert len(told(mine)) == 1


def test_a_text_that_came_there_later_is_the_newest_here_and_notes_move_along(mine: Path, theirs: Path) -> None:
    later = TEXT.replace("The mayor", "On Sunday the mayor")
    with Library(theirs) as library:
        library.articles.add(imported(later), known_as=library.articles.get(1))
        on_sunday = Annotation(
            uid="p1", article=1, kind="passage", selectors=(selector(later, 0, 9, "passage"),), revision=2
        )
        library.annotations.save(on_sunday)
    merged_copy(mine, theirs)
    with Library(mine) as library:
        article = library.articles.get(1)
        assert (article.number, library.articles.document(article).text) == (2, later)
        new, moved = library.annotations.of(1)
        assert (new.uid, moved.uid) == ("p1", "u1")
        assert later[slice(*moved.span)] == TEXT[slice(*SAFE)]
        assert [one.uid for one in library.history.at_revision(1, 1)] == ["u1"]
    assert sound(mine)


def test_of_texts_that_came_on_both_sides_all_are_kept_and_the_last_is_the_newest(mine: Path, theirs: Path) -> None:
    texts = {mine: TEXT + " More here.", theirs: TEXT + " More there."}
    for path, text in texts.items():
        a_moment()
        with Library(path) as library:
            library.articles.add(imported(text), known_as=library.articles.get(1))
    both_ways(mine, theirs)
    assert told(mine) == told(theirs)
    for path in texts:
        with Library(path) as library:
            article = library.articles.get(1)
            assert library.articles.document(article).text == texts[theirs]
            kept = {library.revisions.document(1, one.number).text for one in library.revisions.of(1)}
            assert kept == {TEXT, *texts.values()}
        assert sound(path)


def test_what_another_did_is_told_but_not_undone_by_mistake(mine: Path, theirs: Path) -> None:
    change(mine, "u1", note="Mine")
    change(theirs, "u1", note="Theirs")
    merge(mine, theirs)
    with Library(mine) as library:
        assert library.history.undo(1) is None
        assert "Theirs" in [one.after.note for one in library.history.of_annotation("u1") if one.after]


def test_a_draft_comes_along_unless_the_note_was_changed_since(mine: Path, theirs: Path) -> None:
    with Library(theirs) as library:
        library.drafts.keep(replace(library.annotations.get("u1"), note="Who mea"))
    changed = Path(shutil.copy(mine, mine.with_name("changed.db")))
    change(changed, "u1", note="Since then")
    merged_copy(mine, theirs)
    merged_copy(changed, theirs)
    with Library(mine) as library:
        (draft,) = library.drafts.left(1)
        assert draft.annotation.note == "Who mea"
        assert library.annotations.save(draft.annotation).note == "Who mea"
    with Library(changed) as library:
        assert library.drafts.of(1) == []


def test_what_was_rescued_merges_back_whole(mine: Path, tmp_path: Path) -> None:
    with Library(mine) as library:
        article = library.articles.get(1)
        document, saved = library.articles.document(article), library.annotations.of(1)
    a_moment()
    rescued = tmp_path / "rescued.db"
    unsaved = [replace(saved[0], note="Not saved"), note(article, "u2", "Not saved either", span=(36, 56))]
    typing = note(article, "u3", "Being typ", span=(58, 62))
    write_rescue(
        rescued,
        Rescue(
            document=document,
            metadata=article.metadata,
            imported=None,
            article=article,
            reading=None,
            annotations=unsaved,
            unsaved=frozenset({"u1", "u2"}),
            deleted=(),
            drafts=[typing],
        ),
    )
    merged = merged_copy(mine, rescued)
    assert merged.problems == ()
    assert {uid: one[0] for uid, one in told(mine)[TEXT][1].items()} == {"u1": "Not saved", "u2": "Not saved either"}
    with Library(mine) as library:
        assert [draft.annotation.note for draft in library.drafts.of(1)] == ["Being typ"]
    assert sound(mine)


def test_two_copies_of_one_old_library_brought_up_to_date_apart_merge_as_one(tmp_path: Path) -> None:
    mine, theirs = tmp_path / "mine.db", tmp_path / "theirs.db"
    for path in (mine, theirs):
        shutil.copy(SCHEMAS / "1.db", path)
        Library(path).close()
    before = everything(mine)
    assert merge(mine, theirs).backup is None
    assert everything(mine) == before


def test_a_name_that_was_refused_there_is_refused_here(mine: Path, theirs: Path) -> None:
    change(theirs, "u1", speaker="")
    merged_copy(mine, theirs)
    with Library(mine) as library:
        (one,) = (one for one in library.annotations.of(1) if one.uid == "u1")
        assert one.refused
