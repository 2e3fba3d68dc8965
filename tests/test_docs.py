"""The README says what the program does, and nothing else; the page on the store what a library holds."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import click
import pytest

from store.library import Library
from tui import legend
from tui.commands.cli import cli
from tui.keymap.table import as_markdown

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
INTERNAL = {"data"}  # steps of other targets, that nobody asks for by name
COMMANDS = re.findall(r"^sayso(?: .*)?$", README, flags=re.MULTILINE)


def test_the_readme_holds_the_keys_that_the_help_shows() -> None:
    shown = README.split("<!-- keys -->\n")[1].split("<!-- end of keys -->")[0]
    assert shown == as_markdown()


def test_the_readme_explains_the_signs_that_the_legend_does() -> None:
    shown = README.split("<!-- signs -->\n")[1].split("<!-- end of signs -->")[0]
    assert shown == legend.as_markdown()


def verbs(group: click.Group, before: str = "sayso") -> Iterator[tuple[str, click.Command]]:
    """All verbs as they are typed, those of groups too."""
    for name, command in group.commands.items():
        yield f"{before} {name}", command
        if isinstance(command, click.Group):
            yield from verbs(command, f"{before} {name}")


def named_by(words: list[str]) -> click.Command:
    """The verb that a line begins with; the reader where it begins with none."""
    command: click.Command = cli
    for word in words:
        further = command.commands.get(word) if isinstance(command, click.Group) else None
        if further is None:
            break
        command = further
    return cli.commands["read"] if command is cli else command


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_in_the_readme_is_one_that_the_program_takes(line: str) -> None:
    words = line.split("#")[0].split()[1:]
    command = named_by(words)
    options = {name for parameter in command.params for name in parameter.opts}
    assert {word for word in words if word.startswith("--")} <= options


def test_every_verb_and_option_stands_in_the_readme() -> None:
    for name, command in verbs(cli):
        if name != "sayso read":
            assert name in README
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.opts[-1] in README or parameter.opts[0] in README, (name, parameter.opts)


def test_every_make_target_in_the_readme_is_in_the_makefile_and_every_public_one_is_in_the_readme() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    public = re.findall(r"^\.PHONY: (.*)", makefile, flags=re.MULTILINE)
    targets = {target for line in public for target in line.split()} - INTERNAL
    named = re.findall(r"^make ([a-z -]+)|`make ([a-z -]+)`", README, flags=re.MULTILINE)
    assert {target for line in named for target in "".join(line).split()} == targets
    assert all(re.search(rf"^{target}:", makefile, flags=re.MULTILINE) for target in targets | INTERNAL)


def test_what_the_readme_says_that_make_makes_is_what_the_makefile_makes() -> None:
    from claims.training import evaluate

    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    recipes = dict(re.findall(r"^([a-z-]+):.*\n((?:\t.*\n)+)", makefile, flags=re.MULTILINE))
    assert "claims.training.evaluate" in recipes["eval"]
    assert evaluate.PAGE.parts[-2:] == ("docs", "accuracy.md")
    assert "DATA" in recipes["data"]
    assert ".venv-train" in recipes["clean"]
    assert re.search(r"^train: data \.venv-train/", makefile, flags=re.MULTILINE)


def test_every_file_that_the_readme_links_to_is_there() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).is_file(), target


STORE = (ROOT / "docs" / "store.md").read_text(encoding="utf-8")


def rows_below(heading: str) -> list[list[str]]:
    """The cells of the first table of `docs/store.md` after ``heading``, without its heads."""
    table = re.search(r"^\|.*\n\|[-|]+\n((?:\|.*\n)+)", STORE.split(heading)[1], flags=re.MULTILINE)
    assert table
    return [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in table[1].splitlines()]


def test_the_page_on_the_store_tells_the_tables_columns_and_steps_that_a_library_has(tmp_path: Path) -> None:
    with Library(tmp_path / "sayso.db"):
        pass
    with closing(sqlite3.connect(tmp_path / "sayso.db")) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        derived = ("sqlite_", *(f"{name}_" for name in names if name.endswith("_index")))
        kept = {
            name: {column[1] for column in connection.execute(f"PRAGMA table_info({name})")}
            for name in names
            if not name.startswith(derived)
        }
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    told = {table.strip("`"): set(re.findall(r"`(\w+)`", columns)) for table, columns in rows_below("### Columns")}
    assert told == kept
    assert {name for row in rows_below("## Tables") for name in re.findall(r"`(\w+)`", row[0])} == kept.keys()
    assert f"The schema is {version}," in STORE
    steps = rows_below("The schema is")
    assert [number for number, _ in steps] == [str(number) for number in range(1, version + 1)]
