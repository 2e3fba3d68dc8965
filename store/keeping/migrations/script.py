"""Several statements of SQL in a row, inside the transaction of a step."""

from typing import TYPE_CHECKING

from store.keeping.driver import is_complete

if TYPE_CHECKING:
    from sqlite_utils import Database


def run(db: "Database", script: str) -> None:
    """Run the statements of ``script``, each of which ends with a semicolon, one after the other.

    `Database.executescript` tries at each character whether a statement is complete with it: half of the time that
    making a new library took.
    """
    statement = ""
    for part in script.split(";"):
        statement += f"{part};"
        if is_complete(statement):
            db.execute(statement)
            statement = ""
