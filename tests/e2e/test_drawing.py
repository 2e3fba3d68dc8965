"""What is drawn on the text, in a real terminal: layers, the gutter, one claim alone, in a window of any size."""

from pathlib import Path

import pytest

from tests.e2e.added import add
from tests.terminal import Terminal, reader

ARTICLE = """# Bridge

The board said on Monday that 40 lamps may be dead. It could not be verified.

The mayor said the union had claimed that the bridge was safe.
"""


@pytest.fixture
def bridge(database: Path, tmp_path: Path) -> str:
    """A short article, read before."""
    article = tmp_path / "bridge.md"
    article.write_text(ARTICLE, encoding="utf-8")
    add(database, article)
    return str(article)


def leave(terminal: Terminal) -> None:
    terminal.press("q")
    assert terminal.wait() == 0


def left_of(terminal: Terminal, words: str) -> str:
    """What stands in the gutter of the line with ``words``."""
    column, row = terminal.find(words)
    return terminal.screen.display[row][max(0, column - 8) : column]


@pytest.mark.parametrize("colour", [True, False], ids=["colour", "NO_COLOR"])
def test_layers_are_chosen_in_a_window_of_any_size_and_stay(database: Path, bridge: str, colour: bool) -> None:
    environment = {} if colour else {"NO_COLOR": "1"}
    with reader(database, bridge, columns=120, rows=36, environment=environment) as terminal:
        terminal.until("¹The board")
        choose(terminal, caveats=True)
        leave(terminal)
    with reader(database, bridge, columns=80, rows=24, environment=environment) as terminal:
        terminal.until(lambda words: "⚠" in words and "The board" in words and "¹" not in words)
        choose(terminal, caveats=False)
        terminal.resize(40, 12)
        terminal.until(lambda words: "≡" in words and "¹The board" in words)
        choose(terminal, caveats=True)
        leave(terminal)
    with reader(database, bridge, columns=40, rows=12, environment=environment) as terminal:
        terminal.until(lambda words: "⚠" in words and "The board" in words and "¹" not in words)
        leave(terminal)


def choose(terminal: Terminal, *, caveats: bool) -> None:
    """Show the caveats and not the claims, or the other way round, and go back to the text."""
    shown, hidden = ("caveats", "claims") if caveats else ("claims", "caveats")
    terminal.press("z")
    terminal.until(lambda words: f"● {hidden}" in words and f"○ {shown}" in words)
    terminal.press("1", "4")
    terminal.until(lambda words: f"○ {hidden}" in words and f"● {shown}" in words)
    terminal.press("escape")
    terminal.until(lambda words: f"○ {hidden}" not in words and "The board" in words and ("¹" in words) != caveats)


def test_the_gutter_says_at_once_what_was_decided(database: Path, bridge: str) -> None:
    with reader(database, bridge) as terminal:
        terminal.until("¹The board")
        terminal.until(lambda _: "○" in left_of(terminal, "¹The board"))
        terminal.press("]", "y")
        terminal.until(lambda _: "●" in left_of(terminal, "¹✓The board"))
        terminal.press("U")
        terminal.until(lambda _: "○" in left_of(terminal, "¹The board"))
        leave(terminal)


def test_claims_within_claims_lie_between_their_numbers(database: Path, bridge: str) -> None:
    with reader(database, bridge) as terminal:
        terminal.until("⁽²The mayor said ⁽³the union had claimed that the bridge was safe³⁾²⁾.")
        leave(terminal)


def test_one_claim_alone_says_how_to_see_the_others_again(database: Path, bridge: str) -> None:
    with reader(database, bridge) as terminal:
        terminal.until("¹The board")
        terminal.press("]", "f")
        terminal.until("This claim only · ] [ go on · f all again")
        terminal.press("f")
        terminal.until(lambda words: "This claim only" not in words)
        leave(terminal)
