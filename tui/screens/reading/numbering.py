"""The part of the reading screen that numbers the paragraphs, and remembers whether it does."""

from store.errors import SaysoError
from tui.screens.reading.annotating import AnnotatingScreen

SETTING, ON, OFF = "numbers", "on", "off"


class NumberingScreen(AnnotatingScreen):
    """A screen whose reader has the paragraphs numbered."""

    _numbers_chosen = False

    def recall_numbers(self) -> None:
        """Number the paragraphs if they were when that was last chosen, once the article has been painted."""
        self.call_after_refresh(self.run_worker, self._recall_numbers(), group="numbers")

    async def _recall_numbers(self) -> None:
        try:
            kept = await self.workspace.desk.do(lambda library: library.settings.get(SETTING))
        except SaysoError:
            return  # that the library does not open is told where the article enters it
        if self.in_place and not self._numbers_chosen:
            self.pane.show_numbers(kept == ON)

    def action_numbers(self) -> None:
        """Number the paragraphs, or no longer."""
        self._numbers_chosen = True
        self.pane.show_numbers(not self.pane.numbered)
        if self.pane.numbered and not self.pane.numbers.total:
            self.say("This article has no paragraphs to be numbered.")
        elif self.pane.numbered:
            self.say(self.clickable("To a paragraph: {read.outline}, then its number."))
        self.run_worker(self.keep_setting(SETTING, ON if self.pane.numbered else OFF), group="numbers")
