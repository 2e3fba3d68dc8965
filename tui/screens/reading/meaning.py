"""The part of the reading screen in which a highlight is given a meaning, one of five that the reader has named."""

from dataclasses import replace

from tui.config.naming import meanings_of
from tui.config.schema import config_of
from tui.keymap.keyed import marked
from tui.screens.reading.annotating import AnnotatingScreen


class MeaningScreen(AnnotatingScreen):
    """A screen whose reader highlights with a meaning."""

    @property
    def meanings(self) -> dict[int, str]:
        """The names of the meanings by their numbers, from 1, each a safe short line."""
        return meanings_of(config_of(self.app))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Digits are for the selected words, or for the selected highlight, if a caret is on it; else for the claim."""
        if action == "meaning" and self.pane.selection is None:
            here = self.selected_item
            if here is None and self._arriving is not None:
                return True
            caret = self.pane.caret
            return here is not None and not here.is_claim and (caret is None or here.span[0] <= caret < here.span[1])
        return super().check_action(action, parameters)

    def action_highlight(self) -> None:
        """Highlight the selected words; of a highlight that is selected, say which meanings it may have."""
        item = self.selected_item
        if self.pane.selection is not None:
            annotation = self._target()
            if annotation is not None:
                self._put_on(annotation, annotation)
                self.say(self.clickable("Highlighted. {history.undo} takes it back."))
        elif item is not None and not item.is_claim and self.check_action("meaning", (1,)):
            digits = " ".join(f"{key} {name}" for key, name in self.meaning_keys)
            self.say(f"Its meaning: {digits}; the same again: none · {self.clickable('{claims.delete} delete')}")
        else:
            self.say(self.clickable("Select a passage first: {read.select-by-keys} and the arrow keys, or the mouse."))

    @property
    def meaning_keys(self) -> list[tuple[str, str]]:
        """The keys that give a highlight its meaning, to be clicked, and what each gives."""
        ids = {n: f"passage.meaning-{n}" for n in self.meanings}
        return [(marked(self.key_of(ids[n]), ids[n]), name) for n, name in self.meanings.items()]

    def action_meaning(self, number: int) -> None:
        """Highlight the selected words with meaning ``number``; a highlight that has it loses it."""
        new = self.pane.selection is not None
        annotation = self._target()
        if annotation is None:
            return
        given = None if annotation.meaning == number else number
        meant = replace(annotation, meaning=given)
        if new:
            self._put_on(annotation, meant)
        else:
            self._change(self._save, annotation, meant)
        back = self.clickable("{history.undo} takes it back.")
        self.say(
            f"Highlighted: {self.meanings[number]}. {back}" if given else f"No longer {self.meanings[number]}. {back}"
        )
