"""A statement that would run for ever is ended at once."""

import signal
import sqlite3
from contextlib import closing

import pytest

from store.keeping.interrupting import interruptible

FOR_EVER = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


class EnoughError(Exception):
    """Somebody has had enough."""


def test_ctrl_c_ends_a_statement_that_takes_long() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        with pytest.raises(KeyboardInterrupt), interruptible(connection, lambda: signal.raise_signal(signal.SIGINT)):
            connection.execute(FOR_EVER)
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_what_is_raised_where_it_is_told_comes_through() -> None:
    def enough() -> None:
        raise EnoughError

    with (
        closing(sqlite3.connect(":memory:")) as connection,
        pytest.raises(EnoughError),
        interruptible(connection, enough),
    ):
        connection.execute(FOR_EVER)


def test_other_errors_are_what_they_were() -> None:
    with (
        closing(sqlite3.connect(":memory:")) as connection,
        pytest.raises(sqlite3.OperationalError, match="no such table"),
        interruptible(connection),
    ):
        connection.execute("SELECT * FROM nowhere")
