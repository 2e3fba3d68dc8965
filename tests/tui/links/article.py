"""An article with links of all kinds, and what its screen shows of them."""

from textual.pilot import Pilot

from tests.tui.dialog_stage import screen_text
from tui.screens.reading.reader import ReaderScreen
from tui.widgets.hint import Hint

ARTICLE = """# Harbour board rejects ferry plan

The board said on Monday that [the plan](https://plan.example/a?b=c) was rejected[^1], and
[bank.example](https://bank.example@evil.example/login) is no bank. [A call](tel:+49123) came.

{between}

The union counts six people, see https://union.example/count.

[^1]: The [report](https://report.example) has all.
"""
NEAR = ARTICLE.format(between="Passengers noticed nothing.")
FAR = ARTICLE.format(between="\n\n".join(f"Passengers noticed nothing on day {day}." for day in range(1, 60)))


def hint(screen: ReaderScreen) -> str:
    return screen.query_one(Hint).said


def letters(screen: ReaderScreen) -> dict[str, str]:
    """What the letters on the screen stand for."""
    mode = screen.linking
    assert mode is not None
    return dict(zip(mode.signs, (link.target for link in mode.links), strict=False))


async def click_on(pilot: Pilot[None], words: str) -> None:
    """Click the first cell of ``words`` on the screen: in the article, before the cards beside it."""
    rows = screen_text(pilot.app).splitlines()
    article = [row[: row.index("││")] if "││" in row else row for row in rows]
    y, x = next((y, row.index(words)) for rows in (article, rows) for y, row in enumerate(rows) if words in row)
    assert await pilot.click(offset=(x, y))
