"""What changes all of a library at once: another one merged into it, a backup put back."""

from store import backups
from store.library import Library
from store.merging import merge as merge_library
from store.restoring import restore as restore_backup
from tests.torture.changes import SMALL, add, annotate, delete, edit, revise
from tests.torture.session import NOTHING, Change, Session, State, state

# What was deleted for good, or never saved, a merge may rightly leave where it is.
_ELSEWHERE: tuple[Change, ...] = (add, annotate, annotate, edit, edit, delete, revise)
_CHANGES_ELSEWHERE = 6


def merge(session: Session) -> State:
    """Merge a copy of the library that somebody has gone on with."""
    other = session.library.path.with_name(f"other {session.name}.db")
    backups.write(session.library.path, other)
    now: State = {}
    with Library(other) as library:
        there = Session(library, session.random, session.say)
        for number in range(_CHANGES_ELSEWHERE):
            there.name = f"{session.name} elsewhere {number}"
            # A draft there is no reason to take one away here.
            now |= {key: value for key, value in session.random.choice(_ELSEWHERE)(there).items() if " " not in key}
    session.doing("merge", now)
    merge_library(session.library.path, other)
    other.unlink()
    return now


def restore(session: Session) -> State:
    """Put back the backup that was made before; where there is none, make it."""
    if session.copy is None:
        session.copy = session.library.path.with_name(f"copy {session.name}.db")
        backups.write(session.library.path, session.copy)
        return {}
    with Library(session.copy) as copy:
        now = dict.fromkeys(state(session.library), NOTHING) | state(copy)
    session.doing("restore", now)
    restore_backup(session.library.path, session.copy)
    session.copy.unlink()
    session.copy = None
    return now


ALL: dict[str, tuple[Change, int]] = {**SMALL, "merge": (merge, 2), "restore": (restore, 2)}
"""Everything that changes a library, and how often."""
