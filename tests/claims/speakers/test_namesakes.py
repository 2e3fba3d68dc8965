"""Many of one name: each is looked for among those who share the rarer of their two names."""

from itertools import product

import pytest

from claims.speakers import named
from claims.speakers.roster import Roster


def test_a_clan_is_not_gone_through_for_each_of_its_members(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []
    ends = named._ends
    monkeypatch.setattr(named, "_ends", lambda name: compared.append(name) or ends(name))
    given = ["".join(letters).capitalize() for letters in product("bdklmn", "aeiou", "rstv")]
    roster = Roster("\n".join(f"{one} Brynholt said that the bridge was safe." for one in given))
    assert len(roster.people) > 100
    assert len(compared) < 2 * len(given)


def test_of_the_same_first_and_last_name_there_is_one() -> None:
    roster = Roster("Rosalind Amy Thurgar said it was safe. Rosalind Thurgar left. Edwin Thurgar stayed.")
    assert [figure.name for figure in roster.people.values()] == ["Rosalind Amy Thurgar", "Edwin Thurgar"]
