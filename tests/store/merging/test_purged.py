"""What was deleted for good on one side of a merge, or on both."""

import shutil
from pathlib import Path

from store.library import Library
from store.merging import merge
from tests.store.kept import TEXT, note
from tests.store.merging.two import a_moment, both_ways, change, merged_copy, remembered, sound, told


def purged(path: Path, uid: str | None = None) -> None:
    """Delete an annotation for good, or the article with all that is on it."""
    with Library(path) as library:
        article = library.articles.get(1)
        if uid is None:
            library.bin.put(article)
        else:
            library.annotations.delete(uid)
        library.bin.purge([uid or article.uid])
    a_moment()


def test_what_was_deleted_for_good_stays_away_unless_it_was_changed_since(mine: Path, theirs: Path) -> None:
    with Library(mine) as library:
        library.annotations.delete("u1")
        library.bin.purge(["u1"])
    merge(mine, theirs)
    assert told(mine)[TEXT][1] == {}
    assert remembered(mine, "u1") == []
    change(theirs, "u1", note="Written again")
    merged_copy(mine, theirs)
    assert told(mine)[TEXT][1]["u1"][0] == "Written again"
    assert sound(mine)


def test_an_article_that_was_deleted_for_good_stays_away(mine: Path, theirs: Path) -> None:
    with Library(mine) as library:
        article = library.articles.get(1)
        library.bin.put(article)
        library.bin.purge([article.uid])
    merge(mine, theirs)
    assert told(mine) == {}
    change(theirs, "u1", note="Written again")
    merged_copy(mine, theirs)
    assert told(mine)[TEXT][1]["u1"][0] == "Written again"


def test_how_many_stayed_away_and_how_many_came_back_is_told(mine: Path, theirs: Path) -> None:
    purged(mine, "u1")
    merged = merged_copy(mine, theirs)
    assert (merged.away, merged.back, merged.gone, merged.backup) == (1, 0, 0, None)
    change(theirs, "u1", note="Written again")
    merged = merge(mine, theirs)
    assert (merged.away, merged.back) == (0, 1)
    purged(mine)
    merged = merged_copy(mine, theirs)
    assert (merged.away, merged.back, told(mine)) == (1, 0, {})


def test_what_was_deleted_for_good_there_is_still_here_and_told_of(mine: Path, theirs: Path) -> None:
    purged(theirs, "u1")
    merged = merged_copy(mine, theirs)
    assert (merged.gone, merged.backup) == (1, None)
    assert set(told(mine)[TEXT][1]) == {"u1"}
    purged(theirs)
    assert merged_copy(mine, theirs).gone == 2
    assert set(told(mine)[TEXT][1]) == {"u1"}


def test_what_was_deleted_for_good_on_both_sides_is_nowhere(mine: Path, theirs: Path) -> None:
    purged(mine, "u1")
    purged(theirs, "u1")
    both_ways(mine, theirs)
    assert told(mine)[TEXT][1] == told(theirs)[TEXT][1] == {}


def test_what_was_deleted_for_good_does_not_come_back_by_way_of_a_third_library(mine: Path, theirs: Path) -> None:
    third = Path(shutil.copy(theirs, theirs.with_name("third.db")))
    purged(mine, "u1")
    merge(third, mine)
    merge(third, theirs)
    merge(mine, third)
    assert told(mine)[TEXT][1] == {}


def test_of_an_article_that_comes_back_the_rest_stays_away(mine: Path, theirs: Path) -> None:
    for path in (mine, theirs):
        with Library(path) as library:
            library.annotations.save(note(library.articles.get(1), "u2", "Not changed since", span=(36, 56)))
    purged(mine)
    change(theirs, "u1", note="Written again")
    merged = merged_copy(mine, theirs)
    assert (merged.articles, merged.back, merged.away) == (1, 2, 1)
    assert set(told(mine)[TEXT][1]) == {"u1"}
    assert sound(mine)
