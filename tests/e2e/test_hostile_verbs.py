"""Text that tries to work the terminal, through every verb: a verb that is not in the table fails a test."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from tests.e2e.hostile import all_at, breaches
from tests.e2e.hostile_library import NAME, article, fill
from tests.terminal import SAYSO, Terminal
from tui.commands.cli import cli
from tui.commands.progress import LONG

VERBS: dict[str, list[list[str]]] = {
    "read": [["--plain", "{file}"], ["--plain", f"nowhere{NAME}"]],
    "claims": [["{file}"], ["{long}"], ["{file}", "--explain"], [all_at("argument"), "b"]],
    "add": [["{file}"], ["{long}"], ["{file}", "--as", all_at("article")], [f"nowhere{NAME}"]],
    "list": [[], ["--limit", all_at("number")]],
    "search": [["ferries"], [f"tag:{all_at('query')}"], [f"after:{all_at('date')}"]],
    "note": [["3", "--quote", "Ferries ran", "--note", all_at("note"), "--tag", all_at("tag")]],
    "notes": [["3"], [all_at("article")]],
    "diff": [["3"], ["3", "--from", all_at("number")]],
    "orphans": [["3"], ["--confirm", all_at("uid")]],
    "export": [["3"], ["3", "-o", f"out{NAME}"], ["3", "-o", f"nowhere{NAME}/out.md"]],
    "history": [["3"], [all_at("uid")]],
    "verify": [["3"], [all_at("article")]],
    "where": [[], ["--config", f"nowhere{NAME}", "--settings"]],
    "keys": [["--config", "{settings}"], ["--config", f"nowhere{NAME}"]],
    "serve": [[f"nowhere{NAME}"], ["--host", all_at("host"), "--token", all_at("token")]],
    "bin list": [[]],
    "bin put": [["1"], [all_at("article")]],
    "bin restore": [["2"], [all_at("article")]],
    "bin purge": [["2", "--yes"], [all_at("article"), "--yes"]],
    "db check": [[]],
    "db backup": [[f"copy{NAME}"], [f"nowhere{NAME}/a.db"]],
    "db restore": [[], [f"nowhere{NAME}", "--yes"]],
    "db merge": [["{other}"], [f"nowhere{NAME}"]],
    "db export-all": [[f"folder{NAME}"], [f"nowhere{NAME}/a/b"]],
    "db encrypt": [["--db", f"/dev/null/{NAME}"]],
    "db rekey": [["--db", f"nowhere{NAME}"]],
    "db decrypt": [["--db", f"nowhere{NAME}"]],
}
"""What each verb is given: what it does, and what it refuses."""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a hostile library, and the file that its article came from; to be copied."""
    folder = tmp_path_factory.mktemp("hostile")
    fill(folder)
    return folder


def verbs(group: click.Group, before: str = "") -> Iterator[str]:
    """All verbs by their names, those of groups with the group's."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from verbs(command, f"{before}{name} ")
        else:
            yield before + name


def test_every_verb_is_tried() -> None:
    assert set(verbs(cli)) == VERBS.keys()


@pytest.mark.parametrize("verb", VERBS)
def test_no_verb_passes_it_on_to_a_terminal(hostile: Path, tmp_path: Path, verb: str) -> None:
    work = tmp_path / "work"
    shutil.copytree(hostile, work)
    shutil.copy(work / "sayso.db", work / f"library{NAME}")
    words = json.dumps(all_at("settings")).replace("\x7f", "\\u007f").replace("\\udb40\\udc01", "")
    (work / f"settings{NAME}").write_text(f"{words} = 1\n[keys]\n{words} = {words}\n", encoding="utf-8")
    # So long that a bar tells how far its reading is.
    (work / f"long{NAME}").write_text(article("It rained.\n\n" * (LONG // 12)), encoding="utf-8")
    given = {"{file}": NAME, "{long}": f"long{NAME}", "{other}": f"library{NAME}", "{settings}": f"settings{NAME}"}
    for arguments in VERBS[verb]:
        command = [SAYSO, *verb.split(), *(given.get(part, part) for part in arguments)]
        with Terminal(command, cwd=work, environment={"SAYSO_DB": str(work / "sayso.db")}) as terminal:
            terminal.wait()
            assert terminal.raw.strip(), arguments
            assert not list(breaches(terminal.raw)), arguments
            assert "went wrong inside" not in terminal.words
