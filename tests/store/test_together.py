"""Several changes made one transaction of: all of them are kept, or none, and each by itself may fail."""

import pytest

from store.errors import SaysoError
from store.library import Library
from tests.store.kept import imported


def add(library: Library, text: str) -> None:
    library.articles.add(imported(text, text))


def titles(library: Library) -> list[str]:
    return [one.article.metadata.title for one in library.articles.list()]


def test_what_is_written_together_is_seen_by_others_at_once(library: Library) -> None:
    with Library(library.path) as other:
        with library.together():
            add(library, "One.")
            add(library, "Two.")
            assert titles(library) == ["Two.", "One."]
            assert titles(other) == []
        assert titles(other) == ["Two.", "One."]


def test_of_what_is_written_together_nothing_is_kept_if_it_does_not_end_well(library: Library) -> None:
    def interrupted() -> None:
        with library.together():
            add(library, "One.")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert titles(library) == []
    add(library, "Two.")
    assert titles(library) == ["Two."]


def test_what_fails_by_itself_takes_nothing_else_along(library: Library) -> None:
    def fail() -> None:
        with library._connection.writing() as db:
            db.execute("UPDATE articles SET title = 'Half done'")
            raise SaysoError("no more")

    with library.together():
        add(library, "One.")
        with pytest.raises(SaysoError):
            fail()
        add(library, "Two.")
    assert titles(library) == ["Two.", "One."]
