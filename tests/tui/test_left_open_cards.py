"""Of a text in another language the screen does not say that its speakers are anonymous."""

from pathlib import Path

from tests.tui.dialog_stage import screen_text
from tests.tui.reading import go_to, reading, until

ARTICLE = (
    "# Wasser\n\nDer Bürgermeister der Stadt sagte am Montag, niemand müsse sich sorgen, und fügte hinzu: Das Wasser "
    "ist gut. Später sprach auch noch Anna Berg, „wir haben wirklich nichts gewusst“, und ging wieder nach Hause.\n"
)


async def test_a_card_and_all_about_it_say_that_the_speaker_is_open(tmp_path: Path) -> None:
    async with reading(tmp_path / "library.db", ARTICLE) as (pilot, screen):
        await go_to(pilot, screen, "„wir haben")
        await until(pilot, lambda: "speaker open" in screen_text(pilot.app))
        assert "anonymous" not in screen_text(pilot.app)
        await pilot.press("i")
        await until(pilot, lambda: "the speaker is not looked for in this language" in screen_text(pilot.app))
        assert "anonymous" not in screen_text(pilot.app)
        assert "at first hand" not in screen_text(pilot.app)
