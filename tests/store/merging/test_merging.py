"""Libraries merged: nothing doubled, nothing overwritten, the later change on top and the earlier in the history."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from store import backups
from store.anchors import selector
from store.annotations import Annotation
from store.errors import SaysoError
from store.keeping.connection import Connection
from store.library import Library
from store.merging import merge
from store.rescuing import Rescue, write_rescue
from store.telling import article_history
from tests.store.kept import SAFE, TEXT, another_program, imported, made_by_a_newer_version, note, reading
from tests.store.make_schema import SCHEMAS, made
from tests.store.merging.two import (
    a_moment,
    both_ways,
    change,
    everything,
    merged_copy,
    remembered,
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


def test_the_later_change_wins_and_the_earlier_is_in_the_history(mine: Path, theirs: Path) -> None:
    change(mine, "u1", note="Earlier, here")
    change(theirs, "u1", note="Later, there")
    both_ways(mine, theirs)
    for path in (mine, theirs):
        assert told(path)[TEXT][1]["u1"][0] == "Later, there"
        assert "Earlier, here" in remembered(path, "u1")
        assert sound(path)


def test_what_was_changed_on_both_sides_is_named_once_with_what_stays_and_what_does_not(
    mine: Path, theirs: Path
) -> None:
    change(theirs, "u1", note="Theirs: it was the Greens.")
    change(mine, "u1", note="Mine: and the Liberals.")
    (met,) = merged_copy(mine, theirs).parted
    assert (met.uid, met.stays, met.title) == ("u1", "here", "The bridge")
    assert (met.stayed, met.other) == ("“Mine: and the Liberals.”", "“Theirs: it was the Greens.”")
    assert "what was made of it here stays: “Mine: and" in met.line
    assert met.line.endswith("there: “Theirs: it was the Greens.” (sayso history u1)")
    # What was decided once is decided there too.
    assert merge(theirs, mine).parted == ()


def test_what_was_changed_on_one_side_alone_is_no_matter_to_tell(mine: Path, theirs: Path) -> None:
    change(theirs, "u1", note="Theirs")
    assert merged_copy(mine, theirs).parted == ()
    change(mine, "u1", note="Mine, who has read theirs")
    assert merged_copy(mine, theirs).parted == ()


def test_a_note_deleted_on_one_side_and_changed_on_the_other_is_named(mine: Path, theirs: Path) -> None:
    change(mine, "u1", note="Mine")
    a_moment()
    with Library(theirs) as library:
        library.annotations.delete("u1")
    (met,) = merged_copy(mine, theirs).parted
    assert (met.stays, met.stayed, met.other) == ("there", "deleted", "“Mine”")


def test_an_article_that_was_binned_there_and_changed_here_later_stays_which_is_named(mine: Path, theirs: Path) -> None:
    with Library(theirs) as library:
        library.bin.put(library.articles.get(1))
    change(mine, "u1", note="Still of use")
    (met,) = merged_copy(mine, theirs).parted
    assert (met.words, met.stays, met.stayed, met.other) == ("", "here", "kept", "put into the bin")
    with Library(mine) as library:
        lines = [one.line for one in article_history(library, library.articles.get(1))]
    assert any("put into the bin there" in line and "elsewhere" in line for line in lines)


def test_what_was_merged_is_not_taken_for_a_change_of_the_day_it_was_merged(mine: Path, theirs: Path) -> None:
    change(theirs, "u1", note="One, there")
    late = Path(shutil.copy(theirs, theirs.with_name("late.db")))
    change(late, "u1", note="Two, there")
    a_moment()
    merge(mine, theirs)
    merge(mine, late)
    assert told(mine)[TEXT][1]["u1"][0] == "Two, there"


def test_deleted_there_and_changed_here_later_it_stays(mine: Path, theirs: Path) -> None:
    with Library(theirs) as library:
        library.annotations.delete("u1")
    change(mine, "u1", note="Still needed")
    both_ways(mine, theirs)
    for path in (mine, theirs):
        assert told(path)[TEXT][1]["u1"][0] == "Still needed"


def test_deleted_there_after_the_last_change_here_it_lies_in_the_bin(mine: Path, theirs: Path) -> None:
    change(mine, "u1", note="Changed first")
    a_moment()
    with Library(theirs) as library:
        library.annotations.delete("u1")
    both_ways(mine, theirs)
    for path in (mine, theirs):
        assert told(path)[TEXT][1] == {}
        with Library(path) as library:
            assert [one.uid for one in library.bin.contents()] == ["u1"]
    assert "Changed first" in remembered(theirs, "u1")


def test_an_article_in_the_bin_there_goes_into_the_bin_here_unless_it_was_changed_here_since(
    mine: Path, theirs: Path
) -> None:
    with Library(theirs) as library:
        library.bin.put(library.articles.get(1))
    untouched = Path(shutil.copy(mine, mine.with_name("untouched.db")))
    change(mine, "u1", note="At work on it")
    merged_copy(untouched, theirs)
    assert told(untouched)[TEXT][0] is True
    both_ways(mine, theirs)
    assert told(mine) == told(theirs)
    assert told(mine)[TEXT][0] is False


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


@pytest.mark.parametrize(("schema", "articles"), [(1, 3), (2, 3), (3, 5), (4, 5)])
def test_the_other_library_is_left_as_it_was_whatever_its_schema(
    mine: Path, tmp_path: Path, schema: int, articles: int
) -> None:
    old = tmp_path / "there" / "old.db"
    old.parent.mkdir()
    shutil.copy(SCHEMAS / f"{schema}.db", old)
    merged = merged_copy(mine, old)
    assert (merged.articles, merged.problems) == (articles, ())
    assert old.read_bytes() == (SCHEMAS / f"{schema}.db").read_bytes()
    assert list(old.parent.iterdir()) == [old]
    assert sound(mine)


def test_two_copies_of_one_old_library_brought_up_to_date_apart_merge_as_one(tmp_path: Path) -> None:
    mine, theirs = tmp_path / "mine.db", tmp_path / "theirs.db"
    for path in (mine, theirs):
        shutil.copy(SCHEMAS / "1.db", path)
        Library(path).close()
    before = everything(mine)
    assert merge(mine, theirs).backup is None
    assert everything(mine) == before


def test_the_library_is_backed_up_before_it_is_merged_into(mine: Path, theirs: Path) -> None:
    change(theirs, "u1", note="Later")
    before = told(mine)
    backup = merge(mine, theirs).backup
    assert backup is not None
    assert told(backup) == before


def test_where_it_cannot_be_backed_up_nothing_is_merged(mine: Path, theirs: Path) -> None:
    change(theirs, "u1", note="Later")
    backups.folder_of(mine).write_text("in the way")
    before = everything(mine)
    with pytest.raises(SaysoError):
        merge(mine, theirs)
    assert everything(mine) == before


def test_what_is_no_library_is_refused_and_nothing_is_changed(mine: Path, tmp_path: Path) -> None:
    text, other, newer, half = (tmp_path / name for name in ("notes.txt", "bookmarks.db", "newer.db", "half.db"))
    text.write_text("precious " * 1000)
    another_program(other)
    made_by_a_newer_version(newer)
    half.write_bytes(mine.read_bytes()[:20_000])
    before = mine.read_bytes()
    for wrong in (text, other, newer, half, tmp_path, tmp_path / "missing.db", mine):
        with pytest.raises(SaysoError):
            merge(mine, wrong)
    assert mine.read_bytes() == before


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE annotations SET selectors = 'x' WHERE uid = 'u2'", "annotation u2 skipped: its place"),
        (
            "UPDATE annotations SET selectors = replace(selectors, 'doubted', 'shouted')",
            "annotation u2 skipped: its place",
        ),
        ("UPDATE annotations SET progress = 'done' WHERE uid = 'u2'", "annotation u2 skipped: its progress"),
        ("UPDATE annotations SET modified = 'never' WHERE uid = 'u2'", "annotation u2 skipped: its time"),
        ("UPDATE annotations SET note = 7 WHERE uid = 'u2'", ""),
        ("UPDATE annotations SET note = x'00ff' WHERE uid = 'u2'", "annotation u2 skipped: its note"),
        ("UPDATE revisions SET text_sha256 = '' WHERE article = 2", "text 1 of article 2 skipped"),
        ("UPDATE revisions SET structure = '[]' WHERE article = 2", "text 1 of article 2 skipped"),
        ("UPDATE articles SET added = 'long ago' WHERE id = 2", "article 2 skipped: its time"),
    ],
)
def test_one_bad_record_costs_only_itself(mine: Path, theirs: Path, statement: str, named: str) -> None:
    with Library(theirs) as library:
        article = library.articles.get(1)
        library.annotations.save(note(article, uid="u2", span=(36, 56)))
        library.annotations.save(note(article, uid="u3", note="Sound", span=(58, 62)))
        library.articles.add(imported("Another text.", "Another"))
    with closing(sqlite3.connect(theirs)) as connection:
        connection.executescript(statement)
    merged = merge(mine, theirs)
    assert len(merged.problems) >= bool(named)
    assert all(named.split(" skipped")[0] in line or "article 2" in line for line in merged.problems)
    assert named in " ".join(merged.problems)
    assert told(mine)[TEXT][1]["u3"][0] == "Sound"
    assert sound(mine)


def test_readings_of_another_text_are_not_believed(mine: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "there.db"
    with Library(theirs) as library:
        article = library.articles.add(imported("Short.", "Short")).article
        library.readings.keep(article, reading((0, 5)))
    with closing(sqlite3.connect(theirs)) as connection:
        connection.execute("UPDATE readings SET reading = replace(reading, '[0, 5]', '[0, 5000]')")
        connection.commit()
    merge(mine, theirs)
    with Library(mine) as library:
        assert library.readings.get(library.articles.find("Short"), "rules 1") is None
    assert sound(mine)


def test_interrupted_at_any_step_nothing_is_merged_and_nothing_is_left_behind(mine: Path, theirs: Path) -> None:
    change(theirs, "u1", note="Later")
    before, beside = everything(mine), sorted(path.name for path in mine.parent.iterdir())
    steps: list[str] = []

    def interrupt_at(step: str) -> Callable[[str, int, int], None]:
        def told(doing: str, _done: int, _total: int) -> None:
            steps.append(doing)
            if doing == step:
                raise KeyboardInterrupt

        return told

    for step in ("Reading", "Merging", "Backing up"):
        with pytest.raises(KeyboardInterrupt):
            merge(mine, theirs, interrupt_at(step))
        assert steps[-1] == step
        assert everything(mine) == before
    assert list(backups.folder_of(mine).iterdir()) == []
    assert sorted(path.name for path in mine.parent.iterdir()) == sorted([*beside, backups.folder_of(mine).name])
    assert merge(mine, theirs).theirs == 1


def test_an_interruption_that_comes_after_all_was_merged_comes_too_late(
    mine: Path, theirs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(theirs, "u1", note="Later")
    writing = Connection.writing

    @contextmanager
    def interrupted_at_its_end(connection: Connection) -> Iterator[Database]:
        with writing(connection) as db:
            yield db
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Connection, "writing", interrupted_at_its_end)
        assert merge(mine, theirs).theirs == 1
    assert told(mine)[TEXT][1]["u1"][0] == "Later"
