"""Running the command line inside the test's process, as a script would from outside."""

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from claims import choosing
from claims.choosing import Chooser
from tui.commands.cli import main


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command did: exit code, standard output, standard error."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)


Sayso = Callable[..., Ran]


class _Stdin(io.TextIOWrapper):
    """Standard input out of bytes."""

    def __init__(self, data: bytes) -> None:
        super().__init__(io.BytesIO(data), encoding="utf-8")


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "sayso.db"


@pytest.fixture
def sayso(database: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Sayso:
    """``sayso(*arguments, stdin=b"")`` runs the command on a database of the test's own."""
    monkeypatch.setenv("SAYSO_DB", str(database))

    def run(*arguments: str | Path, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "argv", ["sayso", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", _Stdin(stdin))
        capsys.readouterr()
        try:
            main()
            code: object = 0
        except SystemExit as stopped:
            code = stopped.code
        captured = capsys.readouterr()
        return Ran(code if isinstance(code, int) else int(code is not None), captured.out, captured.err)

    return run


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An article with a quotation, a denial and a headline."""
    path = tmp_path / "ferry.md"
    path.write_text(
        "---\ntitle: Ferry company denies cutting crews\nauthor: Ines Okafor\noutlet: The Harbour Post\n"
        "source: https://harbourpost.example/ferry\npublished: 2026-03-02\n---\n\n"
        "“We have not cut a single post,” Marta Lindqvist, the company's chief executive, said on Monday.\n\n"
        "The union said that crews on the night crossing had fallen from nine to six.\n\n"
        "Passengers noticed nothing.\n",
        encoding="utf-8",
    )
    return path


@pytest.fixture
def no_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The trained model is missing."""
    monkeypatch.setattr(choosing, "IN_USE", Chooser(tmp_path))
