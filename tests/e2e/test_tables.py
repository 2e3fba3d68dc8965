"""Tables and the numbers of paragraphs in a real terminal: by keys, by mouse, in windows of every size."""

import re
from pathlib import Path

import pytest

from tests.e2e.added import add
from tests.terminal import Terminal, reader, run

YEARS = range(2001, 2031)
COUNTRIES = ("Norway", "Sweden", "Åland")
ARTICLE = (
    "# Catches\n\nThe table has thirty years.\n\n"
    + f"| Country | {' | '.join(map(str, YEARS))} |\n|---|{'--:|' * len(YEARS)}\n"
    + "".join(
        f"| {country} | {' | '.join(f'{country[:2]}-{year % 100}' for year in YEARS)} |\n" for country in COUNTRIES
    )
    + "\nThe last paragraph.\n"
)


@pytest.fixture
def catches(database: Path, tmp_path: Path) -> str:
    """An article with a wide table, read before."""
    article = tmp_path / "catches.md"
    article.write_text(ARTICLE, encoding="utf-8")
    add(database, article)
    return str(article)


def leave(terminal: Terminal) -> None:
    terminal.press("q")
    assert terminal.wait() == 0


def years(words: str) -> list[int]:
    """The years that the header of the table shows."""
    line = next((line for line in words.splitlines() if "Country" in line), "")
    return [int(year) for year in re.findall(r"20\d\d", line)]


def goes_on(terminal: Terminal, year: int) -> None:
    """Wait until ``year`` is the first that the table shows, and all of its header is there."""

    def there(_: str) -> bool:
        shown = years(terminal.text)
        # The end of the line may still be what it was.
        return shown == [*range(year, year + len(shown))] and year in shown and "Country" in terminal.text

    terminal.until(there)


@pytest.mark.parametrize("size", [(120, 36), (80, 24)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("colour", [True, False], ids=["colour", "NO_COLOR"])
def test_each_column_of_a_wide_table_is_reached_by_keys(
    database: Path, catches: str, size: tuple[int, int], colour: bool
) -> None:
    environment = {} if colour else {"NO_COLOR": "1"}
    with reader(database, catches, columns=size[0], rows=size[1], environment=environment) as terminal:
        terminal.until("The last paragraph.")
        seen = set(years(terminal.text))
        assert "›" in terminal.text
        assert "‹" not in terminal.text
        while YEARS[-1] not in years(terminal.text):
            before = years(terminal.text)[0]
            terminal.press(">")
            goes_on(terminal, before + 1)
            seen |= set(years(terminal.text))
            terminal.until(f"No-{before + 1 - 2000}")
            assert all(country in terminal.text for country in COUNTRIES)
        assert seen == set(YEARS)
        here = years(terminal.text)[0]
        terminal.press(">", "<")
        goes_on(terminal, here - 1)
        leave(terminal)


def test_in_the_claims_the_same_keys_order_and_group(database: Path, catches: str) -> None:
    with reader(database, catches) as terminal:
        terminal.until("No claims found")
        for key in ("tab", ">", "<", "tab", ">"):
            terminal.press(key)
            terminal.rest()  # a key that comes with the one before it goes to where that was pressed
        goes_on(terminal, 2002)
        leave(terminal)


def test_the_mouse_moves_it_by_its_edges_and_by_the_wheel_with_shift(database: Path, catches: str) -> None:
    with reader(database, catches) as terminal:
        terminal.until("The last paragraph.")
        terminal.click_on("›")
        goes_on(terminal, 2002)
        terminal.click_on("‹")
        goes_on(terminal, 2001)
        column, row = terminal.place("Sweden")
        terminal.child.send(f"\x1b[<69;{column + 1};{row + 1}M" * 3)
        goes_on(terminal, 2004)
        terminal.child.send(f"\x1b[<68;{column + 1};{row + 1}M")
        goes_on(terminal, 2003)
        leave(terminal)


def test_a_search_brings_a_column_into_sight_and_it_stays_through_other_sizes(database: Path, catches: str) -> None:
    with reader(database, catches) as terminal:
        terminal.until("The last paragraph.")
        terminal.press("/")
        terminal.until("words to look for")
        terminal.press("Sw-22", "enter")
        terminal.until(lambda _: 2022 in years(terminal.text))
        shown = years(terminal.text)

        terminal.resize(200, 40)
        terminal.until(lambda _: len(years(terminal.text)) > len(shown))
        terminal.resize(120, 40)
        terminal.until(lambda _: years(terminal.text) == shown)
        leave(terminal)


def test_in_a_small_window_rows_are_stacked_and_there_is_nothing_to_move(database: Path, catches: str) -> None:
    with reader(database, catches, columns=40, rows=12) as terminal:
        terminal.until("Columns: Country")
        terminal.press(">")
        terminal.until("No table in sight")
        terminal.press(" ", " ")
        terminal.until("Country: Norway")
        terminal.until("2001: No-1")
        leave(terminal)


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 12)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_paragraphs_are_numbered_on_request_and_the_next_time(
    database: Path, catches: str, size: tuple[int, int]
) -> None:
    first = re.compile(r"1 +The table has")
    exported = run(database, "export", "1").stdout
    with reader(database, catches, columns=size[0], rows=size[1]) as terminal:
        terminal.until("The table has")
        assert not first.search(terminal.text)
        terminal.press("p")
        terminal.until(lambda _: bool(first.search(terminal.text)))
        leave(terminal)
    with reader(database, catches, columns=size[0], rows=size[1]) as terminal:
        terminal.until(lambda _: bool(first.search(terminal.text)))
        terminal.press("G")
        terminal.until(lambda _: bool(re.search(r"2 +The last paragraph", terminal.text)))
        leave(terminal)
    assert run(database, "export", "1").stdout == exported
