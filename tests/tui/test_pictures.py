"""The README's pictures show the program as it is: drawn anew, they hold the same words in the same places."""

import html
import re
from pathlib import Path

from docs.picture import PICTURES, pictures

ROOT = Path(__file__).parents[2]


def words(svg: str) -> list[tuple[str, ...]]:
    """What stands in a picture, with where it stands. How sure the engine is may differ from machine to machine."""
    texts = re.findall(r'<text class="[^"]*" x="([^"]*)" y="([^"]*)"[^>]*>(.*?)</text>', svg)
    return [(x, y, re.sub(r"\d+%", "%", html.unescape(text))) for x, y, text in texts]


async def test_they_are_of_the_program_as_it_is_and_stand_in_the_readme() -> None:
    drawn = await pictures()
    assert {name for name in drawn if words(drawn[name]) != words((PICTURES / f"{name}.svg").read_text())} == set()
    readme = (ROOT / "README.md").read_text()
    assert set(re.findall(r"!\[[^\]]{20,}\]\(docs/([^)]+)\.svg\)", readme)) == set(drawn)


def test_they_fetch_nothing() -> None:
    for picture in PICTURES.glob("*.svg"):
        assert re.findall(r"(?:href|src|url)\W+(https?:[^\"')]*)", picture.read_text()) == []
