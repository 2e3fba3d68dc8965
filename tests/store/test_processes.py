"""Several programs on one file, and programs that are killed: what was acknowledged is there."""

import subprocess
import sys
from pathlib import Path

from claims import tagger
from store.library import Library
from tests.store.kept import SAFE, imported, reading

SAVE = """
import sys
from itertools import count
from pathlib import Path
from store.library import Library
from tests.store.kept import imported, note
with Library(Path(sys.argv[1])) as library:
    article, _ = library.articles.add(imported())
    for number in count() if sys.argv[3] == "for ever" else range(int(sys.argv[3])):
        print(library.annotations.save(note(article, f"{sys.argv[2]}{number}")).uid, flush=True)
"""

NOTE = """
import sys
from pathlib import Path
from store.library import Library
from store.noting import note_on_quote
with Library(Path(sys.argv[1])) as library:
    article = library.articles.get(1)
    for number in range(int(sys.argv[3])):
        note_on_quote(library, article, "the bridge was safe", f"{sys.argv[2]}{number}", [sys.argv[2]])
"""


def saving(path: Path, name: str, times: str) -> "subprocess.Popen[str]":
    """A program that saves annotations and says the identifier of each when it is saved."""
    command = [sys.executable, "-c", SAVE, str(path), name, times]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_two_programs_that_write_a_hundred_annotations_each_lose_none(path: Path) -> None:
    programs = [saving(path, name, "100") for name in "ab"]
    said = "".join(program.communicate()[0] for program in programs).split()
    assert [program.returncode for program in programs] == [0, 0]
    assert len(said) == 200
    with Library(path) as library:
        (summary,) = library.articles.list()
        assert {annotation.uid for annotation in library.annotations.of(summary.article.id)} == set(said)
        assert summary.annotations == len(library.history.of(summary.article.id)) == 200


def test_notes_that_two_programs_append_to_one_annotation_all_stay(path: Path) -> None:
    with Library(path) as library:
        article, _ = library.articles.add(imported())
        library.readings.keep(article, reading(SAFE)._replace(engine=tagger.NAME))
    programs = [subprocess.Popen([sys.executable, "-c", NOTE, str(path), name, "100"]) for name in "ab"]
    assert [program.wait() for program in programs] == [0, 0]
    with Library(path) as library:
        (annotation,) = library.annotations.of(article.id)
        assert sorted(annotation.note.split()) == sorted(f"{name}{number}" for name in "ab" for number in range(100))
        assert sorted(annotation.tags) == ["a", "b"]
        assert len(library.history.of(article.id)) == annotation.rev == 200
        assert library.drafts.left_anywhere() == []


def test_a_program_killed_while_it_saves_loses_nothing_that_it_said_was_saved(path: Path) -> None:
    program = saving(path, "a", "for ever")
    assert program.stdout is not None
    said = [program.stdout.readline().strip() for _ in range(60)]
    program.kill()
    said += program.stdout.read().split()
    assert program.wait() < 0
    with Library(path) as library:
        article, outcome = library.articles.add(imported())
        assert outcome.kind == "known"
        kept = {annotation.uid for annotation in library.annotations.of(article.id)}
        # The last may have been saved and not been said.
        assert set(said) <= kept
        assert len(kept) <= len(said) + 1
        assert {change.uid for change in library.history.of(article.id)} == kept
