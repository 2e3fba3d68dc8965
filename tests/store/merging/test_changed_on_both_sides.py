"""Changed, deleted or binned on both sides: the later change on top, the earlier in the history, and both named."""

import shutil
from pathlib import Path

from store.library import Library
from store.merging import merge
from store.telling import article_history
from tests.store.kept import TEXT
from tests.store.merging.two import (
    a_moment,
    both_ways,
    change,
    merged_copy,
    remembered,
    sound,
    told,
)


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
