"""Who found the claims, in as many words as there is room for."""

import pytest

from claims import quotes_only, rules, tagger
from tui.widgets.panel.facts import found_by

IN_EIGHTY_COLUMNS = 24  # cells: what the foot of the panel has room for there


@pytest.mark.parametrize("engine", [tagger.NAME, rules.FINDER.name, quotes_only.NAME])
def test_every_finder_is_named_whole_in_eighty_columns(engine: str) -> None:
    words = found_by(engine, IN_EIGHTY_COLUMNS)
    assert len(words) <= IN_EIGHTY_COLUMNS
    assert found_by(engine).startswith("found by ")
    assert found_by(engine).endswith(f" ({engine})")
    assert words.partition("by ")[2].partition(" (")[0] in found_by(engine)


def test_the_name_is_left_out_first_and_found_only_then() -> None:
    assert found_by("rules-7", 24) == "found by rules (rules-7)"
    assert found_by("rules-7", 23) == "found by rules"
    assert found_by("rules-7", 13) == "by rules"


def test_an_engine_of_another_version_is_called_by_its_name() -> None:
    assert found_by("oracle\x1b-1", 30) == "found by oracle␛-1"
