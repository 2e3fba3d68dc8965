"""Where the keys of a TOML file stand, which its parser does not tell."""

import tomllib
from collections.abc import Iterator

Path = tuple[str, ...]


def lines(text: str) -> dict[Path, int]:
    """The line, from 1, on which each table and key of ``text`` begins that is sound TOML, by its path.

    A statement ends with the first line up to which it can be parsed alone; a value in the midst of one stands where
    the statement begins.
    """
    found: dict[Path, int] = {}
    table: Path = ()
    statement, begins = "", 1
    # Split as TOML does: a key may hold what Python takes for the end of a line.
    for number, line in enumerate(text.split("\n"), 1):
        begins = number if not statement else begins
        statement += line + "\n"
        try:
            parsed = tomllib.loads(statement)
        except ValueError:
            continue
        paths = list(_paths(parsed))
        if statement.lstrip().startswith("["):
            table = paths[-1]
            found |= {path: begins for path in paths if path not in found}
        else:
            found |= {table + path: begins for path in paths if table + path not in found}
        statement = ""
    return found


def _paths(value: object, before: Path = ()) -> Iterator[Path]:
    if isinstance(value, list):  # as in [[table]]
        for one in value:
            yield from _paths(one, before)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield (*before, key)
            yield from _paths(one, (*before, key))
