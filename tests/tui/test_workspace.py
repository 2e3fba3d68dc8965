"""An open article without a screen: several changes as one, others' changes, and what a decision costs."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import thread_time

import pytest

from claims.model import Claim, Reading
from store.annotations import Annotation
from store.library import Library
from store.noting import on_item
from store.review import merge
from tests.store.kept import DOUBTED, SAFE, TEXT, imported, reading
from tui.desk import Desk
from tui.turning import Turn
from tui.watching import see, see_since
from tui.workspace import Workspace


@asynccontextmanager
async def opened(path: Path, found: Reading, text: str = TEXT) -> AsyncIterator[Workspace]:
    """An article that is in the library and has been read."""
    desk, one = Desk(path), imported(text)
    workspace = Workspace(desk, one.document, one.metadata)
    try:
        await workspace.enter(one)
        workspace.display.read(found)
        workspace.display.update()
        yield workspace
    finally:
        desk.close()


def accepted(workspace: Workspace) -> list[tuple[Annotation, Annotation | None]]:
    before = [workspace.annotate(item) for item in workspace.items]
    return [(one, replace(one, decision="accepted")) for one in before]


def decisions(workspace: Workspace) -> list[str | None]:
    return [item.annotation.decision if item.annotation else None for item in workspace.items]


def told(turn: Turn | None) -> str:
    assert turn is not None
    return turn.told


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sayso.db"


async def test_several_changes_are_made_and_undone_as_one(path: Path) -> None:
    async with opened(path, reading(SAFE, DOUBTED)) as workspace:
        assert await workspace.save_all(accepted(workspace)) == ()
        assert decisions(workspace) == ["accepted", "accepted"]
        assert not workspace.unsaved
        assert told(await workspace.undo()).startswith("acceptance of 2 claims")
        assert decisions(workspace) == [None, None]
        assert told(await workspace.redo()).startswith("acceptance of 2 claims")
        assert decisions(workspace) == ["accepted", "accepted"]


async def test_of_several_changes_those_made_elsewhere_are_told_and_shown_as_they_are_there(path: Path) -> None:
    async with opened(path, reading(SAFE, DOUBTED)) as workspace:
        await workspace.save_all(accepted(workspace))
        pairs = [(one, replace(one, decision="rejected")) for one in workspace.annotations]
        with Library(path) as other:
            theirs = other.annotations.get(pairs[0][0].uid)
            other.annotations.save(replace(theirs, decision=None, note="Not yet."))
        (left,) = await workspace.save_all(pairs)
        assert left.uid == theirs.uid
        assert decisions(workspace) == [None, "rejected"]
        assert workspace.outbox.conflicts == []
        assert workspace.items[0].note == "Not yet."


async def test_several_changes_that_the_library_cannot_take_yet_wait_and_are_taken_back_together(path: Path) -> None:
    async with opened(path, reading(SAFE, DOUBTED)) as workspace:
        with Library(path) as other, other.together():
            await workspace.save_all(accepted(workspace))
            assert decisions(workspace) == ["accepted", "accepted"]
            assert len(workspace.unsaved) == len(workspace.outbox.waiting) == 2
        await workspace.outbox.finish()
        assert not workspace.outbox.waiting
        assert not workspace.unsaved
        assert len(workspace.annotations) == 2


async def test_what_waits_and_was_to_be_made_as_one_is_taken_back_as_one(path: Path) -> None:
    async with opened(path, reading(SAFE, DOUBTED)) as workspace:
        path.unlink()
        await workspace.save_all(accepted(workspace))
        await workspace.outbox.finish()
        assert len(workspace.outbox.waiting) == 2
        assert told(await workspace.undo()) == "a change that was not saved yet"
        assert decisions(workspace) == [None, None]
        assert not workspace.outbox


async def test_an_item_is_found_again_after_it_was_annotated_and_deleted(path: Path) -> None:
    async with opened(path, reading(SAFE, DOUBTED)) as workspace:
        bare = workspace.items[1]
        await workspace.save_all(accepted(workspace)[1:])
        noted = workspace.now(bare)
        assert noted.annotation is not None
        assert workspace.index_of(noted.annotation.uid) == 1
        await workspace.delete(noted.annotation.uid)
        assert workspace.now(noted) == bare


def test_what_has_changed_is_looked_at_alone_and_gives_what_looking_at_all_gives(path: Path) -> None:
    with Library(path) as library, Library(path) as other:
        article, _ = library.articles.add(imported())
        items = merge(reading(SAFE, DOUBTED, (0, 9)), [])
        seen = see(library, article)
        for number, item in enumerate(items):
            one = on_item(item, article, TEXT)
            other.annotations.save(replace(one, note=f"{number}"))
            seen = see_since(library, article, seen)
            assert seen == see(library, article)
        other.annotations.delete(seen.annotations[0].uid)
        other.history.undo(article.id)
        other.annotations.delete(seen.annotations[1].uid)
        assert see_since(library, article, seen) == see(library, article)
        other.articles.add(imported(TEXT + " More of it."), known_as=article)
        assert see_since(library, article, seen) == see(library, article)


async def cost(path: Path, count: int) -> float:
    """Seconds that the screen's own thread spends on one decision among so many claims."""
    text = "Somebody said that the bridge was safe for all.\n" * count
    length = len(text) // count
    spans = ((at, at + length - 1) for at in range(0, len(text), length))
    found = Reading("fixed", tuple(Claim(content=((s + 14, e),), source=((s, s + 8),)) for s, e in spans))
    taken = []
    async with opened(path, found, text) as workspace:
        for number in range(0, 60, 5):
            before = workspace.annotate(workspace.items[number])
            begun = thread_time()
            await workspace.save(before, replace(before, decision="accepted"))
            taken.append(thread_time() - begun)
            assert workspace.items[number].rejected is False
            assert workspace.items[number].annotation is not None
    return median(taken)


def test_a_decision_among_ten_thousand_claims_holds_the_screen_up_little_longer_than_among_a_hundred(
    tmp_path: Path,
) -> None:
    few, many = (asyncio.run(cost(tmp_path / f"{count}.db", count)) for count in (100, 10_000))
    begun = thread_time()
    merge(Reading("fixed", tuple(Claim(content=((at, at + 9),)) for at in range(0, 100_000, 10))), [])
    assert many < 3 * few + (thread_time() - begun) / 50
