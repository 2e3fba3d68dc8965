"""A fault of the program's own never shows its insides."""

from pathlib import Path

import pytest

from tests.tui.reading import reading, until
from tui.commands import crash
from tui.commands.cli import main


def test_a_fault_is_one_line_that_names_a_private_record_without_values(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platformdirs.user_log_path", lambda *_, **__: tmp_path / "logs")
    secret = "what the article said"

    def fails(text: str) -> None:
        raise ValueError(text)

    with pytest.raises(ValueError, match=secret) as caught:
        fails(secret)
    line = crash.describe(caught.value)
    record = tmp_path / "logs" / "crash.log"
    assert "\n" not in line
    assert str(record) in line
    assert secret not in line
    kept = record.read_text(encoding="utf-8")
    assert "fails" in kept
    assert secret not in kept
    assert record.stat().st_mode & 0o777 == 0o600


def test_a_fault_in_a_command_is_one_line_and_exit_code_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("platformdirs.user_log_path", lambda *_, **__: tmp_path)
    monkeypatch.setattr("tui.commands.where.database", lambda: 1 / 0)
    monkeypatch.setattr("sys.argv", ["sayso", "where"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


async def test_a_fault_in_the_reader_ends_it_without_its_insides(tmp_path: Path) -> None:
    apps = []

    async def fail() -> None:
        async with reading(tmp_path / "sayso.db") as (pilot, screen):
            apps.append(pilot.app)
            screen.call_later(lambda: 1 / 0)
            await until(pilot, lambda: pilot.app.failure is not None)  # type: ignore[attr-defined]

    with pytest.raises(ZeroDivisionError):
        await fail()
    assert apps[0]._exit_renderables == []
