"""Statements that take long, ended at once when the user has had enough."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from store.keeping import driver

_OFTEN = 10_000
"""Instructions of SQLite's, a millisecond."""


@contextmanager
def interruptible(connection: driver.Connection, told: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Let Ctrl+C end whatever statement is running inside, and call ``told`` now and then while one is.

    What ``told`` raises comes through. Without this, Python would hear of Ctrl+C only after the statement.
    """
    raised: list[BaseException] = []

    def ask() -> int:
        try:
            told()
        except BaseException as error:
            raised.append(error)
        return len(raised)

    connection.set_progress_handler(ask, _OFTEN)
    try:
        yield
    except driver.errors() as error:
        if str(error) != "interrupted":
            raise
        # Ctrl+C may strike before `ask` can catch it: then SQLite knows of it, and Python has forgotten.
        raise (raised[0] if raised else KeyboardInterrupt()) from None
    finally:
        connection.set_progress_handler(None, _OFTEN)
