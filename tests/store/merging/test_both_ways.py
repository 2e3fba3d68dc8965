"""Whatever was done on two machines, merging each into the other leaves the same in both."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st

from store.errors import SaysoError
from store.library import Library
from tests.store.kept import TEXT, imported, note, passage
from tests.store.merging.two import a_moment, both_ways, sound, told

UIDS = ("u1", "u2", "u3")
WORDS = ("", "Who?", "Naïve. \U0001f600", "two\nlines")
Step = Callable[[Library, str, str], object]


def write(library: Library, uid: str, word: str) -> None:
    library.annotations.save(replace(library.annotations.get(uid), note=word))


def tag(library: Library, uid: str, word: str) -> None:
    library.annotations.save(replace(library.annotations.get(uid), tags=(word or "t", "u")))


def accept(library: Library, uid: str, _word: str) -> None:
    library.annotations.save(replace(library.annotations.get(uid), decision="accepted"))


def delete(library: Library, uid: str, _word: str) -> None:
    library.annotations.delete(uid)


def add(library: Library, uid: str, word: str) -> None:
    article = library.articles.get(1)
    new = note(article, uid, word or "New") if uid != "u3" else passage(article, uid)
    library.annotations.save(replace(new, revision=article.number) if article.number == 1 else new)


def undo(library: Library, _uid: str, _word: str) -> None:
    library.history.undo(1)


def redo(library: Library, _uid: str, _word: str) -> None:
    library.history.redo(1)


def revise(library: Library, _uid: str, word: str) -> None:
    library.articles.add(imported(f"{TEXT} {word}"), known_as=library.articles.get(1))


def add_article(library: Library, uid: str, word: str) -> None:
    library.articles.add(imported(f"An article of {uid}. {word}", uid))


def put_into_bin(library: Library, _uid: str, _word: str) -> None:
    library.bin.put(library.articles.get(1))


STEPS: tuple[Step, ...] = (write, tag, accept, delete, add, undo, redo, revise, add_article, put_into_bin)
steps = st.lists(
    st.tuples(st.booleans(), st.sampled_from(STEPS), st.sampled_from(UIDS), st.sampled_from(WORDS)), max_size=8
)


@settings(max_examples=8)
# A passage that became a claim there, while its text was revised here.
@example(before=[], after=[(False, undo, "u1", ""), (False, add, "u2", ""), (True, revise, "u1", "")])
@given(before=steps, after=steps)
def test_each_into_the_other_comes_to_the_same(before: list, after: list) -> None:  # type: ignore[type-arg]
    with TemporaryDirectory() as folder:
        mine, theirs = Path(folder) / "mine.db", Path(folder) / "theirs.db"
        with Library(mine) as library:
            article = library.articles.add(imported()).article
            library.annotations.save(note(article))
            library.annotations.save(passage(article, "u2"))
        shutil.copy(mine, theirs)
        for part in (before, after):
            with Library(mine) as one, Library(theirs) as two:
                for here, step, uid, word in part:
                    a_moment()
                    with suppress(SaysoError):  # what is not there cannot be changed, and what is there not be added
                        step(one if here else two, uid, word)
            both_ways(mine, theirs)
            assert told(mine) == told(theirs)
            assert sound(mine)
            assert sound(theirs)
