"""The part of the reading screen that copies words with their source, to be quoted elsewhere."""

import asyncio

from tui.config.schema import config_of
from tui.screens.reading.annotating import CHOOSE_OR_SELECT, AnnotatingScreen


class CopyingScreen(AnnotatingScreen):
    """A screen whose reader copies the selected passage, else the selected claim, as a quotation."""

    def action_copy_quotation(self) -> None:
        """Copy the selected words with who says them, where and when."""
        from store.citing import quotation
        from store.naming import ANONYMOUS, named

        text, metadata, form = self.workspace.text, self.workspace.metadata, config_of(self.app).quotation
        name = self.workspace.file_name
        span, item = self.pane.selection, self.selected_item
        if span is not None:
            copied = quotation(text, (span,), metadata, form=form, name=name)
        elif item is not None:
            speaker = (named(item, text) or ANONYMOUS) if item.speaker or item.denial else None
            denial = " … ".join(text[start:end] for start, end in item.cue) if item.denial else None
            copied = quotation(text, item.content, metadata, speaker, item.quote, form, name, denial)
        else:
            self.say(self.clickable(CHOOSE_OR_SELECT))
            return
        self.run_worker(self.copy(copied, "Copied as a quotation, with its source"), group="copying")

    async def copy(self, words: str, done: str) -> None:
        """Copy ``words``, and say that it is ``done``, or how far that is known."""
        from tui.clipboard import hand_to_helper, offer_to_terminal

        offered = offer_to_terminal(self.app, words)
        if await asyncio.to_thread(hand_to_helper, words):
            self.say(f"{done}.")
        elif offered:
            self.say(f"{done}, if your terminal lets programs copy.")
        else:
            self.say("Not copied: it is too long for the terminal.", wrong=True)
