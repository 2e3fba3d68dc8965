"""Sessions killed at random moments, and what is there after each: ``python -m tests.torture.killing TIMES``."""

import json
import os
import select
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from store import backups
from store.checking import check
from store.library import Library
from tests.store.make_schema import SCHEMAS
from tests.torture.session import NOTHING, State, drafted, last_row, play, rows_since, state
from tests.torture.upheavals import ALL

OLDEST = SCHEMAS / "1.db"
SESSION = 1.0
"""Seconds that a session is given at most."""


@dataclass
class Tally:
    """What came out of some killings; ``missing`` and ``unclean`` are what must not be."""

    killed: int = 0
    opening: int = 0
    opened: int = 0
    acknowledged: Counter[str] = field(default_factory=Counter)
    halfway: Counter[str] = field(default_factory=Counter)
    missing: list[str] = field(default_factory=list)
    unclean: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        what, halfway = (
            ", ".join(f"{number:,} {name}" for name, number in sorted(counted.items())) or "none"
            for counted in (self.acknowledged, self.halfway)
        )
        return (
            f"killed {self.killed} times, {self.opening} of them before the library was open, "
            f"and in the midst of {halfway}: "
            f"{self.opened} opened, {self.killed - len(self.unclean)} clean, "
            f"{self.acknowledged.total():,} acknowledged changes ({what}), {len(self.missing)} missing"
        )


def tortured(folder: Path, times: int, seed: int = 1) -> Tally:
    """Kill ``times`` sessions: in turn one that goes on with the library of the last, and one that has to migrate."""
    random = Random(seed)
    tally = Tally()
    long = folder / "long.db"
    shutil.copy(OLDEST, long)
    began = time.monotonic()
    start = _migrated(folder)
    migration = 1.5 * (time.monotonic() - began)
    expected = {long: start}
    for number in range(times):
        database = long
        seconds = random.uniform(0, SESSION)
        if number % 2:
            database = folder / f"migrating {number}.db"
            shutil.copy(OLDEST, database)
            expected[database] = start
            seconds = random.uniform(0, migration)
        said = _killed(database, seed * 1_000 + number, seconds)
        tally.killed += 1
        tally.opening += not said
        expected[database] = judged(database, expected[database], said, tally)
    return tally


def _migrated(folder: Path) -> State:
    """What is in the library of the oldest schema."""
    shutil.copy(OLDEST, folder / "start.db")
    with Library(folder / "start.db") as library:
        return state(library)


def _killed(database: Path, seed: int, seconds: float) -> list[dict[str, object]]:
    """Let a session run that long, kill it, and return what it said it had done."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(read)
            play(database, seed, ALL, lambda line: _write(write, f"{line}\n".encode()))
        except BaseException as error:
            _write(write, f"died {error!r}\n".encode())
        finally:
            os._exit(1)
    os.close(write)
    said = b""
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0 and select.select([read], [], [], left)[0]:
        said += (more := os.read(read, 65_536))
        if not more:
            break
    os.kill(child, signal.SIGKILL)
    while more := os.read(read, 65_536):
        said += more
    os.close(read)
    _, status = os.waitpid(child, 0)
    # What was cut off in the middle of a line was not said.
    lines = said[: said.rfind(b"\n") + 1].decode().splitlines()
    if not os.WIFSIGNALED(status) or any(not line.startswith(("done ", "doing ")) for line in lines):
        raise AssertionError(f"the session of {database.name} ended by itself: {lines[-1:]}")
    return [json.loads(line.partition(" ")[2]) for line in lines]


def _write(pipe: int, line: bytes) -> None:
    while line:
        line = line[os.write(pipe, line) :]


def judged(database: Path, before: State, said: list[dict[str, object]], tally: Tally) -> State:
    """Open the library after a killing, and compare it with what was there before and what was said to be done."""
    expected = dict(before)
    last, begun = None, None
    for change in said:
        if "last" not in change:
            begun = change
            continue
        begun = None
        expected.update(change["now"])  # type: ignore[call-overload]
        last = int(str(change["last"]))
        if change["what"] != "open":
            tally.acknowledged[str(change["what"])] += 1
    with Library(database) as library:
        tally.opened += 1
        there = state(library)
        unsaid = rows_since(library, last_row(library) if last is None else last)
    if begun is not None:
        tally.halfway[str(begun["what"])] += 1
        _judge_begun(database, expected, begun, there, tally)
    else:
        _judge_unsaid(database, expected, unsaid, there, tally)
    if problems := [f"{one.name}: {problem}" for one in check(database) for problem in one.problems]:
        tally.unclean.append(f"{database.name}: {problems}")
    for copy in backups.folder_of(database).glob("[0-9]*.db"):
        if backups.described(copy).articles < 1:
            tally.unclean.append(f"{copy} is no whole backup")
    return there


def _judge_begun(database: Path, expected: State, begun: dict[str, object], there: State, tally: Tally) -> None:
    """What was said to be begun and not to be done is there as a whole, or nothing of it."""
    missing = _differences(expected, there)
    halves = _differences(expected | begun["now"], there)  # type: ignore[operator]
    if missing and halves:
        what = f"{database.name}: of {begun['what']} only a part was done"
        tally.missing.append(f"{what}; beside none of it {missing}; beside all of it {halves}")


def _judge_unsaid(database: Path, expected: State, unsaid: list[tuple[str, str]], there: State, tally: Tally) -> None:
    """At most one change was made and not said any more.

    It may be of many rows: a new text places each note anew, and deleting for good tells of everything that went.
    """
    if sum(action not in ("place", "purge") for action, _ in unsaid) > 1:
        tally.missing.append(f"{database.name}: {unsaid} was done and never said")
    spared = {name for _, uid in unsaid for name in (uid, drafted(uid))}
    for line in _differences(expected, there, spared):
        tally.missing.append(f"{database.name}: {line}")


def _differences(expected: State, there: State, spared: set[str] | frozenset[str] = frozenset()) -> list[str]:
    return [
        f"{uid} is {found!r} and was said to be {wanted!r}"
        for uid in (expected.keys() | there.keys()) - spared
        if (found := there.get(uid, NOTHING)) != (wanted := expected.get(uid, NOTHING))
    ]


def main() -> None:
    """Kill, print what came of it, and fail where anything is missing or not clean."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        tally = tortured(Path(folder), times)
    print(f"{tally}; {time.perf_counter() - started:.0f} s")
    for line in (*tally.missing, *tally.unclean):
        print(line)
    if tally.missing or tally.unclean:
        sys.exit(1)


if __name__ == "__main__":
    main()
