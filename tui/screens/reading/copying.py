"""The part of the reading screen that copies words with their source, to be quoted elsewhere."""

import asyncio

from tui.config.schema import config_of
from tui.screens.reading.annotating import CHOOSE_OR_SELECT, AnnotatingScreen


class CopyingScreen(AnnotatingScreen):
    """A screen whose reader copies the selected passage, else the selected claim, as a quotation."""

    def action_copy_quotation(self) -> None:
        """Copy the selected words or claim with who says it, where and when."""
        from store.citing import claim_cited, passage_cited

        text, metadata, items = self.workspace.text, self.workspace.metadata, self.workspace.items
        form, name = config_of(self.app).quotation, self.workspace.file_name
        span, item = self.pane.selection, self.selected_item
        done = "Copied as a quotation, with its source"
        if span is not None:
            copied = passage_cited(text, (span,), metadata, items, form, name)
        elif item is not None and item.is_claim:
            copied = claim_cited(item, text, metadata, items, form, name)
            done = done if item.quote == "direct" else "Copied as it is reported, with its source"
        elif item is not None:
            copied = passage_cited(text, item.content, metadata, items, form, name)
        else:
            self.say(self.clickable(CHOOSE_OR_SELECT))
            return
        self.run_worker(self.copy(copied, done), group="copying")

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
