"""Every command can be put on another key, and does there what it did; `sayso keys` shows them as they are by now."""

import tomllib
from pathlib import Path

import pytest
from textual.binding import BindingsMap

from tests.tui.commands.conftest import Sayso
from tui.config.keys import TOGETHER, TYPING, read_keys, rebindable
from tui.keymap.applying import Keymap
from tui.keymap.bindings import bindings, key_name
from tui.keymap.places import PLACES


def place_of(command: str) -> str:
    """The place in which a command stands."""
    return next(name for name, place in PLACES.items() if any(one.id == command for one in place.commands))


@pytest.mark.parametrize("command", rebindable())
def test_a_rebound_command_does_on_its_new_key_what_it_did_and_nothing_on_the_old(command: str) -> None:
    keys, problems = read_keys({command: "f19"})
    assert problems == []
    usual = BindingsMap(bindings(place_of(command)))
    laid = Keymap(keys).laid_over(usual)
    done = {one.action for _, one in usual if one.id == command}
    assert {one.action for one in laid.key_to_bindings["f19"]} == done
    assert all(key == "f19" for key, one in laid if one.id == command)
    rest = {(key, one.id, one.action) for key, one in usual if one.id != command}
    assert {(key, one.id, one.action) for key, one in laid if one.id != command} == rest


def test_a_key_for_two_commands_of_a_place_is_refused_and_of_two_places_not() -> None:
    _, problems = read_keys({"claims": {"accept": "f7", "reject": "f7"}})
    assert [problem.path for problem in problems] == [("keys", "claims", "reject")]
    assert "claims.accept" in problems[0].words
    assert read_keys({"claims.accept": "f7", "caret.left": "f7", "note.save": "f7"})[1] == []


def test_a_key_that_works_at_the_same_time_is_refused_too() -> None:
    """The article has the keys for scrolling, its screen those for the claims: one of both would never be heard."""
    assert "read.line-down" in read_keys({"claims.accept": "j"})[1][0].words
    assert "around.leave" in read_keys({"claims.accept": "q"})[1][0].words


def test_two_commands_may_change_places() -> None:
    keys, problems = read_keys({"claims.accept": "x", "claims.reject": "y"})
    assert problems == []
    assert keys == {"claims.accept": ("x",), "claims.reject": ("y",)}


def test_no_two_commands_that_work_at_the_same_time_have_one_key_from_the_start() -> None:
    for places in TOGETHER:
        taken: dict[str, str] = {}
        for command in (one for place in places for one in PLACES[place].commands if one.action):
            for key in map(key_name, command.keys):
                assert key == "escape" or taken.setdefault(key, command.id) == command.id
    assert PLACES.keys() >= TYPING


def test_the_table_that_is_printed_to_be_changed_is_what_holds_already(sayso: Sayso, tmp_path: Path) -> None:
    printed = sayso("keys", "--toml").out
    keys, problems = read_keys(tomllib.loads(printed)["keys"])
    assert problems == []
    assert keys == {name: command.keys for name, command in rebindable().items()}
    path = tmp_path / "config.toml"
    path.write_text(printed.replace('"claims.accept" = "y"', '"claims.accept" = ["f17", "\\""]'))
    again = sayso("keys", "--toml", "--config", path).out
    assert '"claims.accept" = ["f17", "\\""]' in again
    path.write_text(again)
    assert sayso("keys", "--toml", "--config", path).out == again


def test_keys_are_printed_as_they_are_by_now(sayso: Sayso, tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('[keys]\nclaims.accept = ["f17", "f9"]\nclaims.tags = ""')
    assert any(
        line.split()[:3] == ["f17", "f9", "claims.accept"] for line in sayso("keys", "--config", path).out.splitlines()
    )
    found = {one["id"]: one for one in sayso("--config", path, "keys", "--json").json}
    assert found["claims.accept"] == {
        "place": "claims",
        "id": "claims.accept",
        "keys": ["f17", "f9"],
        "usual": ["y"],
        "name": "Accept",
    }
    assert found["claims.tags"]["keys"] == []
    assert found.keys() == rebindable().keys()


def test_a_wrong_file_is_told_a_line_for_each_thing_with_exit_code_2(sayso: Sayso, tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('[keys]\nclaims.accept = "yy"\nnothing = "z"')
    for verb in (("keys",), ("keys", "--json"), ("keys", "--toml")):
        ran = sayso(*verb, "--config", path)
        assert (ran.code, ran.out) == (2, "")
        assert [line.split(",")[1] for line in ran.err.splitlines()] == [" line 2", " line 3"]
        assert all(line.startswith(f"sayso: {path}") for line in ran.err.splitlines())
    assert sayso("keys", "--json", "--toml").code == 2


def test_where_tells_the_place_of_the_settings(sayso: Sayso, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_CONFIG", str(tmp_path / "one.toml"))
    assert sayso("where", "--settings").out == f"{tmp_path / 'one.toml'}\n"
    assert sayso("where", "--config", tmp_path / "two.toml", "--json").json["settings"] == str(tmp_path / "two.toml")
