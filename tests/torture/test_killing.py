"""The short form of the killing; `make torture` kills two hundred sessions, and forty readers in a terminal."""

import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from store.checking import check
from store.library import Library
from tests.store.kept import imported, note
from tests.terminal import SAYSO, run
from tests.torture import terminal
from tests.torture.killing import OLDEST, Tally, judged
from tests.torture.session import last_row, state

TIMES = 6


def test_what_a_session_killed_at_six_random_moments_said_was_done_is_there_and_the_library_clean() -> None:
    # In a program of its own, since it forks, and a test runner has threads.
    command = [sys.executable, "-m", "tests.torture.killing", str(TIMES)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    print(run.stdout, run.stderr)
    assert run.returncode == 0
    assert f"killed {TIMES} times" in run.stdout
    assert f"{TIMES} opened, {TIMES} clean" in run.stdout
    assert " 0 missing" in run.stdout


def test_what_two_readers_killed_in_a_terminal_had_shown_as_saved_is_there(tmp_path: Path) -> None:
    tally = terminal.tortured(tmp_path, 2)
    print(tally)
    assert (tally.killed, tally.clean, tally.wrong) == (2, 2, [])
    assert tally.acknowledged.total() > 3


def test_a_change_that_a_screen_showed_and_that_is_not_there_is_found_missing(tmp_path: Path) -> None:
    database = tmp_path / "sayso.db"
    with Library(database) as library:
        library.articles.add(imported(terminal.ARTICLE))
    nothing, tally = terminal.Reading(), terminal.Tally()
    shown = nothing.changed(0, terminal.Noted("accepted"))
    assert terminal.judged(database, nothing, shown, tally) == nothing
    assert (tally.clean, tally.wrong) == (1, [])
    terminal.judged(database, shown, shown, tally)
    terminal.judged(database, terminal.Reading(draft="Half"), nothing, tally)
    assert len(tally.wrong) == 2


def test_what_was_begun_and_is_there_in_part_is_found_missing(tmp_path: Path) -> None:
    with Library(tmp_path / "sayso.db") as library:
        opened = {"what": "open", "last": last_row(library), "now": {}}
        library.annotations.save(note(library.articles.add(imported())[0]))
        there = state(library)
    (kept, noted), absent = there.items(), {"u2": "Never saved []"}
    for now, missing in (({}, 1), (there, 0), ({**there, **absent}, 1)):
        tally = Tally()
        judged(tmp_path / "sayso.db", {}, [opened, {"what": "merge", "now": now}], tally)
        assert (len(tally.missing), tally.halfway["merge"], tally.acknowledged.total()) == (missing, 1, 0)
    # Nothing of it is there either.
    tally = Tally()
    judged(tmp_path / "sayso.db", dict([kept, noted]), [opened, {"what": "merge", "now": absent}], tally)
    assert tally.missing == []


def test_a_change_that_was_said_and_is_not_there_is_found_missing(tmp_path: Path) -> None:
    database, earlier = tmp_path / "sayso.db", tmp_path / "earlier.db"
    shutil.copy(OLDEST, database)
    with Library(database) as library:
        before = state(library)
        said = [{"what": "open", "last": last_row(library), "now": {}}]
    shutil.copy(database, earlier)
    with Library(database) as library:
        article, _ = library.articles.add(imported())
        added = {article.uid: state(library)[article.uid]}
        said.append({"what": "add", "last": last_row(library), "now": added})
        library.annotations.save(note(article))
        said.append({"what": "annotate", "last": last_row(library), "now": {"u1": "Who measured? []"}})
    whole, old = Tally(), Tally()
    judged(database, before, said, whole)
    judged(earlier, before, said, old)
    assert (whole.acknowledged.total(), whole.missing, whole.unclean) == (2, [], [])
    assert len(old.missing) == 2
    # One change may be there that was not said any more, but no more.
    unsaid = Tally()
    judged(database, before, said[:2], unsaid)
    assert unsaid.missing == []
    judged(database, before, said[:1], unsaid)
    assert len(unsaid.missing) == 1


@pytest.mark.torture
def test_what_sayso_add_said_was_added_is_there_after_each_of_12_killings_and_it_goes_on_with_the_rest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [tmp_path / f"{number}.txt" for number in range(400)]
    for number, file in enumerate(files):
        file.write_text(f"The mayor of town {number} said that bridge {number} was safe.", encoding="utf-8")
    database, random = tmp_path / "sayso.db", Random(1)
    said: set[str] = set()
    for _ in range(12):
        command = [SAYSO, "--db", str(database), "add", *map(str, files)]
        adding = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        with suppress(subprocess.TimeoutExpired):
            adding.wait(random.uniform(0.3, 1.5))
        adding.kill()
        said |= {line.split("\t")[1] for line in adding.communicate()[0].splitlines(keepends=True) if line[-1] == "\n"}
        if database.exists():
            with Library(database) as library:
                there = [summary.article.metadata.title for summary in library.articles.list()]
            assert len(there) == len(set(there))
            assert said <= set(there)
            assert not any(finding.problems for finding in check(database))
    assert run(database, "add", *map(str, files)).returncode == 0
    with Library(database) as library:
        assert library.articles.count() == len(files)
    with capsys.disabled():
        print(f"\nkilled sayso add 12 times: {len(said)} articles said to be added, all there")
