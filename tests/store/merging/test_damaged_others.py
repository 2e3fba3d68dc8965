"""However the other library is damaged: it is refused in one line, or merged but for what cannot be read."""

import random
import shutil
from pathlib import Path

import pytest

from store.errors import SaysoError
from store.library import Library
from store.merging import Merged, merge
from tests.store.damage import Damage, cases, cell, pages
from tests.store.kept import TEXT, imported, note
from tests.store.make_schema import SCHEMAS, made
from tests.store.merging.two import sound, told


def outcome(mine: Path, theirs: Path) -> tuple[Merged | None, str]:
    """What came of a merge, or why it was refused."""
    try:
        return merge(mine, theirs), ""
    except SaysoError as error:
        return None, str(error)


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A library of this schema and one of the first."""
    newest = tmp_path_factory.mktemp("others") / "newest.db"
    made(newest)
    return [newest, SCHEMAS / "1.db"]


@pytest.mark.parametrize("damage", [cell, pages])
def test_any_damage_to_the_other_is_one_line_and_this_one_is_whole(
    damage: Damage, others: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    start, mine, theirs = tmp_path / "start.db", tmp_path / "mine.db", tmp_path / "theirs.db"
    with Library(start) as library:
        library.annotations.save(note(library.articles.add(imported()).article))
    before = start.read_bytes()
    refused = partly = whole = 0
    for seed in range(cases(15)):
        chance = random.Random(f"{damage.__name__} {seed}")
        shutil.copy(start, mine)
        shutil.copy(others[seed % 2], theirs)
        damage(theirs, chance)
        merged, line = outcome(mine, theirs)
        if merged is None:
            refused += 1
            assert len(line.splitlines()) == 1, seed
            assert mine.read_bytes() == before, seed
            continue
        partly, whole = partly + bool(merged.problems), whole + (not merged.problems)
        assert all(len(line.splitlines()) == 1 for line in merged.problems), seed
        assert TEXT in told(mine), seed
        assert sound(mine), seed
    with capsys.disabled():
        print(
            f"\n{cases(15)} libraries with a damaged {damage.__name__.rstrip('s')}: "
            f"{refused} refused, {partly} merged but for bad records, {whole} merged whole, 0 tracebacks"
        )
