"""Two programs that write at once, up to a thousand changes each: all are there, and the library is sound."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from store.library import Library

ARTICLES = 20

WRITE = """
import sys
from pathlib import Path
from store.library import Library
from tests.store.kept import imported, note
path, name, articles, changes = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
TEXT = "The mayor said the bridge was safe. Engineers doubted it, in the matter of bridge number {}."
with Library(path) as library:
    added = [library.articles.add(imported(TEXT.format(number), f"Bridge {number}"))[0] for number in range(articles)]
    for number in range(changes):
        print(library.annotations.save(note(added[number % articles], f"{name}{number}")).uid, flush=True)
"""


@pytest.mark.parametrize("changes", [100, pytest.param(1000, marks=pytest.mark.torture)])
def test_of_two_programs_that_write_many_changes_each_all_are_there(path: Path, changes: int) -> None:
    command = [sys.executable, "-c", WRITE, str(path)]
    programs = [
        subprocess.Popen([*command, name, str(ARTICLES), str(changes)], stdout=subprocess.PIPE, text=True)
        for name in "ab"
    ]
    said = "".join(program.communicate()[0] for program in programs).split()
    assert [program.returncode for program in programs] == [0, 0]
    assert len(said) == 2 * changes
    with Library(path) as library:
        summaries = library.articles.list()
        kept = [annotation.uid for s in summaries for annotation in library.annotations.of(s.article.id)]
        assert sorted(kept) == sorted(said)
        assert sum(s.annotations for s in summaries) == 2 * changes
        assert sum(len(library.history.of(s.article.id)) for s in summaries) == 2 * changes
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
