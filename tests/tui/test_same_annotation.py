"""Two windows and a script that write to one annotation all the time: every word of each is there, and in order."""

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from claims import tagger
from store.checking import check
from store.library import Library
from tests.store.kept import SAFE, imported, reading

# What the screen does, without one: a word after the other is added to the note as it is on display, and where that
# was changed meanwhile, which the reader is asked about, theirs is taken and the word added again.
WINDOW = """
import asyncio, sys
from dataclasses import replace
from pathlib import Path
from tests.store.kept import imported
from tui.desk import Desk
from tui.workspace import Workspace

path, name, changes = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])

async def write():
    desk, one = Desk(path), imported()
    workspace = Workspace(desk, one.document, one.metadata)
    await workspace.enter(one)
    asked = 0
    for number in range(changes):
        while True:
            (item,) = workspace.items
            before = workspace.annotate(item)
            await workspace.save(before, replace(before, note=f"{before.note} {name}{number}".strip()))
            await workspace.outbox.finish()
            assert not workspace.outbox.waiting, workspace.outbox.fault
            if not workspace.outbox.conflicts:
                break
            for conflict in workspace.outbox.conflicts[:]:
                asked += 1
                assert f"{name}{number}" in conflict.mine.note
                workspace.outbox.conflicts.remove(conflict)
                await workspace.settle(conflict, "theirs")
    desk.close()
    print(asked)

asyncio.run(write())
"""

SCRIPT = """
import sys
from pathlib import Path
from store.library import Library
from store.noting import note_on_quote
path, name, changes = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
with Library(path) as library:
    for number in range(changes):
        note_on_quote(library, library.articles.get(1), "the bridge was safe", f"{name}{number}", [])
print(0)
"""


@pytest.mark.parametrize("changes", [20, pytest.param(1000, marks=pytest.mark.torture)])
def test_of_two_windows_and_a_script_that_add_many_words_each_to_one_note_all_are_there_once_and_in_order(
    tmp_path: Path, changes: int, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "sayso.db"
    with Library(path) as library:
        article, _ = library.articles.add(imported())
        library.readings.keep(article, reading(SAFE)._replace(engine=tagger.NAME))
    writers = {"a": WINDOW, "b": WINDOW, "c": SCRIPT}
    programs = [
        subprocess.Popen([sys.executable, "-c", code, str(path), name, str(changes)], stdout=subprocess.PIPE, text=True)
        for name, code in writers.items()
    ]
    asked = [int(program.communicate()[0]) for program in programs]
    assert [program.returncode for program in programs] == [0, 0, 0]
    with Library(path) as library:
        (annotation,) = library.annotations.of(1)
        words = annotation.note.split()
        assert len(words) == annotation.rev == len(library.history.of(1)) == 3 * changes
        for name in writers:
            assert [word for word in words if word[0] == name] == [f"{name}{number}" for number in range(changes)]
        kept = [change.after for change in library.history.of(1)]
        assert all(one and other and other.note.startswith(one.note) for one, other in pairwise(kept))
        assert library.drafts.left_anywhere() == []
    assert not any(finding.problems for finding in check(path))
    with capsys.disabled():
        print(f"\n3 × {changes} changes to one annotation, {sum(asked)} of them refused and made again: all there")
