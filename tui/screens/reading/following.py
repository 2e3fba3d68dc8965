"""The part of the reading screen that tells where a link leads, and has it opened: never without a question."""

import os
from typing import TYPE_CHECKING

from textual import on

from store.safety import label
from tui.screens.reading.copying import CopyingScreen
from tui.screens.reading.marking import MarkingScreen
from tui.widgets.article.links import Link
from tui.widgets.panel.claims_panel import ClaimsPanel

if TYPE_CHECKING:
    from tui.addresses import Address

_NAMED = 24
"""Code points of where a link leads, beside others."""
_TOLD = 120
"""Code points of a note that are told in a line."""


class FollowingScreen(MarkingScreen, CopyingScreen):
    """A screen whose reader looks where links lead."""

    def address(self, link: Link) -> "Address":
        """The address of a link or an image."""
        from tui.addresses import address_of

        words = self.workspace.text[link.start : link.end] if link.kind == "link" else ""
        return address_of(link.target, words, self.workspace.metadata.url)

    def leads_to(self, link: Link) -> str:
        """Where ``link`` leads, in a line: an address, or the beginning of a note."""
        if link.kind == "note":
            return f"[{label(link.target, 20)}] leads back to where the text refers to it"
        if link.kind == "reference":
            note = self.pane.links.note(link.target)
            words = self.workspace.text[note[0] : min(note[1], note[0] + _TOLD)] if note else ""
            return f"[{label(link.target, 20)}] {label(words.split(chr(10))[0], _TOLD)}"
        address = self.address(link)
        return f"{'image · ' if link.kind == 'image' else ''}{'⚠ ' if address.odd else ''}{address.in_short}"

    def leads_to_in_short(self, link: Link) -> str:
        """Where ``link`` leads, in a word or two: a host, or the label of a note."""
        if link.kind in ("note", "reference"):
            return f"[{label(link.target, 20)}]"
        address = self.address(link)
        # Of a long name the beginning is anybody's choice.
        where = address.host if len(address.host) <= _NAMED else f"…{address.host[1 - _NAMED :]}"
        odd, kind = "⚠ " if address.odd else "", "image " if link.kind == "image" else ""
        return f"{kind}{odd}{where or label(address.whole, _NAMED)}"

    @property
    def peek(self) -> str:
        """Where the link leads that the caret is on, or the first reference among the selected words; '' for none."""
        links, caret, selection = self.pane.links, self.pane.caret, self.pane.selection
        inside = links.of(selection[0], selection[1]) if selection is not None else ()
        found = next((one for one in inside if one.kind == "reference"), None)
        if found is None and caret is not None:
            found = links.at(caret)
        return self.leads_to(found) if found is not None and found.kind != "note" else ""

    @on(ClaimsPanel.Evidenced)
    async def _evidence_clicked(self, event: ClaimsPanel.Evidenced) -> None:
        """Ask whether to open what a piece of evidence leads to; where that is nowhere, show it with the note."""
        from tui.addresses import address_of

        item = self.workspace.items[event.index]
        evidence = item.annotation.evidence[event.nth :] if item.annotation is not None else ()
        address = address_of(evidence[0].address) if evidence else None
        if self.busy() or self.mode is not None:
            return
        if address is not None and not address.refused:
            self.ask_to_open(address)
        else:
            await self.run_action("note")

    def ask_to_open(self, address: "Address") -> None:
        """Ask whether ``address`` is to be opened, and if so have it done."""
        from tui.dialogs.link import LinkDialog

        def answered(yes: bool | None) -> None:
            if yes:
                self.run_worker(self._open_address(address.whole), group="opening")

        self.app.push_screen(LinkDialog(address), answered)

    async def _open_address(self, address: str) -> None:
        from tui.browser import is_far, open_in_browser

        copies = self.clickable("{link.copy} copies the address.")
        if self.app.is_web:
            # It is the reader's browser that shows this: it is asked, and may refuse.
            self.app.open_url(address)
            self.say(f"Your browser was asked to open it. {copies}")
        elif is_far(os.environ):
            self.say(f"Not opened: over SSH there is no browser of yours. {copies}")
        elif await open_in_browser(address):
            self.say(f"Opened in the browser: {address}")
        else:
            self.say(f"Not opened: no browser could be begun here. {copies}")
