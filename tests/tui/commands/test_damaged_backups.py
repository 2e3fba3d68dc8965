"""Whatever is given to ``sayso db restore``: put back whole, or refused in one line with the library as it was."""

import random
import shutil
from pathlib import Path

import pytest

from store import backups
from tests.store.damage import Damage, cases, cell, pages
from tests.store.kept import another_program, made_by_a_newer_version
from tests.store.make_schema import SCHEMAS, made
from tests.tui.commands.conftest import Sayso


def cut_short(path: Path, chance: random.Random) -> None:
    path.write_bytes(path.read_bytes()[: chance.randrange(path.stat().st_size)])


def garbage(path: Path, chance: random.Random) -> None:
    path.write_bytes(chance.choice((b"", b"SQLite format 3\x00")) + chance.randbytes(chance.randrange(9000)))


def another_programs(path: Path, _: random.Random) -> None:
    path.unlink()
    another_program(path)


def of_a_newer_version(path: Path, _: random.Random) -> None:
    path.unlink()
    made_by_a_newer_version(path)


@pytest.mark.parametrize("damage", [cell, pages, cut_short, garbage, another_programs, of_a_newer_version])
def test_any_damaged_backup_is_refused_in_one_line_or_put_back_and_readable(
    sayso: Sayso, database: Path, article: Path, tmp_path: Path, damage: Damage, capsys: pytest.CaptureFixture[str]
) -> None:
    made(newest := tmp_path / "newest.db")
    assert sayso("add", article).code == 0
    whole = database.read_bytes()
    refused = restored = unsound = 0
    times = cases(4) if damage in (cell, pages, cut_short, garbage) else 1
    for seed in range(times):
        chance = random.Random(f"{damage.__name__} {seed}")
        backup = tmp_path / "backup.db"
        shutil.copy((newest, SCHEMAS / "1.db", SCHEMAS / "3.db")[seed % 3], backup)
        damage(backup, chance)
        given = backup.read_bytes()
        ran = sayso("db", "restore", backup, "--yes")
        assert backup.read_bytes() == given, seed
        assert "\x1b" not in ran.out + ran.err, seed
        if ran.code:
            refused += 1
            assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1), (seed, ran)
            assert database.read_bytes() == whole, seed
            continue
        restored += 1
        checked = sayso("db", "check")
        unsound += checked.code == 1
        assert checked.code in (0, 1), (seed, checked)
        assert "inside Sayso" not in checked.err, (seed, checked)
        # What it took the place of is kept, and comes back.
        (kept, *_) = (one.path for one in backups.listed(database) if one.kind == "before-restore")
        assert sayso("db", "restore", kept, "--yes").code == 0
        assert sayso("list", "--json").json[0]["title"] == "Ferry company denies cutting crews"
        database.write_bytes(whole)
        shutil.rmtree(backups.folder_of(database))
    assert refused == times or damage in (cell, pages)
    with capsys.disabled():
        print(
            f"\n{times} backups, damage: {damage.__name__.replace('_', ' ')}: {refused} refused, {restored} put back "
            f"(of {unsound} the check tells what is wrong), 0 tracebacks"
        )
