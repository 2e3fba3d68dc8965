"""The part of the reading screen for links and footnotes are chosen, each by a letter of its own."""

from collections.abc import Mapping
from string import ascii_letters
from typing import Literal

from rich.cells import cell_len
from textual import on

from store.quoting import quoted
from tui.keymap.keyed import keymap_of, plain
from tui.keymap.places import PLACES
from tui.modes.linking import Linking
from tui.screens.reading.amending import NOT_NOW
from tui.screens.reading.following import FollowingScreen
from tui.widgets.article.glyphs import LINK
from tui.widgets.article.links import Link
from tui.widgets.article.pane import ArticlePane
from tui.widgets.hint import Hint


class LinkingScreen(FollowingScreen):
    """A screen whose reader chooses links by their letters, and follows footnotes and comes back."""

    _link_hit: Link | None = None
    """The link that was clicked last."""
    _came_from: Mapping[str, Link] = {}
    """The reference that each note was gone to from last, by its label."""

    @property
    def linking(self) -> Linking | None:
        """The choice that is under way."""
        return self.mode if isinstance(self.mode, Linking) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a link is being chosen the keys are for that."""
        if action.startswith("link_"):
            return self.linking is not None and self.focused in (self.pane, self.panel)
        if self.linking is not None and action in NOT_NOW:
            return False
        return super().check_action(action, parameters)

    # --- choosing -----------------------------------------------------------------------------

    def action_links(self) -> None:
        """Put letters beside the links in sight."""
        if self.mode is not None:
            self.say(self.clickable("Something else is under way: {mode.leave} leaves it."))
            return
        hit, self._link_hit = self._link_hit, None
        links = self.pane.links_in_sight
        # Of one alone there is nothing to choose.
        self._link_from(hit if hit in links else links[0] if len(links) == 1 else None)

    def _link_from(self, chosen: Link | None) -> None:
        mode = self._in_sight()
        if mode is None:
            self.say("This article has no links.")
            return
        self.remove_class("-panel-open")
        self.pane.focus()
        self.pane.clear_selection()
        self.pane.caret = None
        self.pane.take_letters(mode.signs, self._pick_link)
        self._choose_link(chosen, mode)
        self.refresh_bindings()

    def _in_sight(self) -> Linking | None:
        """The links in sight; with none, where there is one; None where there are none at all."""
        taken = {key for one in PLACES["links"].commands for key in keymap_of(self.app).keys(one.id)}
        signs = "".join(sign for sign in ascii_letters if sign not in taken)
        if links := self.pane.links_in_sight:
            mode = Linking(tuple(links), signs)
            return mode._replace(told=self._lettered(mode))
        low, high = self.pane.visible_span
        for ahead in (True, False):
            other = self.pane.links.further(high if ahead else low, back=not ahead)
            if other is not None:
                words = quoted(self.workspace.text[other.start : other.end], 30)
                told = f"No links in sight, but {words} further {'down' if ahead else 'up'}"
                return Linking((), signs, told=told, ahead=ahead)
        return None

    def _lettered(self, mode: Linking) -> str:
        """Where the letters lead, of as many as there is room for in the line beside what is to be done."""
        room = self.app.size.width - 2 - cell_len(plain(self.clickable(f"Links:  · … · {mode.hint}")))
        told: list[str] = []
        for link, sign in zip(mode.links, mode.signs, strict=False):
            told.append(f"{sign} {self.leads_to_in_short(link)}")
            if cell_len(" · ".join(told)) > room:
                told[-1] = "…"
                break
        return f"Links: {' · '.join(told)}" if told[0] != "…" else "Links"

    def _choose_link(self, link: Link | None, mode: Linking) -> None:
        self.mode = mode if link is None else mode._replace(chosen=link, told=self.leads_to(link))
        self.pane.point_to(self.mode.letters, self.mode.chosen)
        self.hint()
        if link is not None:
            # What it says of a long address may take the last lines of the text.
            self.call_after_refresh(self.pane.reveal, max(link.start, link.sign - 1), link.sign, context=0)

    def _pick_link(self, sign: str) -> None:
        """Choose the link that has this letter; of a footnote, go there."""
        link = self.linking.lettered(sign) if self.linking else None
        if self.linking is None or link is None:
            self.say(f"No link here has the letter {sign}.")
        elif link.kind in ("reference", "note"):
            self._follow_note(link)
        else:
            self._choose_link(link, self.linking)

    def action_link_step(self, step: Literal[1, -1]) -> None:
        """Choose the next link, or the one before, in sight or not."""
        mode = self.linking
        if mode is None:
            return
        low, high = self.pane.visible_span
        beyond = mode.chosen.sign if mode.chosen else low - 1 if step > 0 else high + 1
        if mode.chosen in mode.links:
            at = mode.links.index(mode.chosen) + step
            link = mode.links[at] if 0 <= at < len(mode.links) else None
        else:
            link = mode.links[0 if step > 0 else -1] if mode.links and not mode.chosen else None
        if link is None:
            link = self.pane.links.further(beyond, back=step < 0)
        if link is None:
            self.say("That was the last link." if step > 0 else "That was the first link.")
            return
        self._go_to_link(link)

    def _go_to_link(self, link: Link) -> None:
        with self.pane.jumping(far=True):
            self.pane.reveal(link.start, min(link.sign, link.start + 1) if link.kind == "note" else link.sign)
        mode = self._in_sight()
        if mode is not None:
            self._choose_link(link, mode)

    def action_link_leave(self) -> None:
        """Take the letters off the text."""
        self.pane.point_to({})
        self.pane.take_letters("", self._pick_link)
        self.mode = None
        # What was said of its letters is of no interest any more.
        self.query_one(Hint).leave_off()
        self.hint()
        self.refresh_bindings()

    @on(ArticlePane.Scrolled)
    def _other_links(self) -> None:
        if self.linking is not None:
            mode = self._in_sight() if self.pane.picking else None
            if mode is None:
                self.action_link_leave()
            else:
                self._choose_link_again(mode)

    def _choose_link_again(self, mode: Linking) -> None:
        """Letters for what is in sight now; what was chosen stays so."""
        chosen = self.linking.chosen if self.linking else None
        self.mode = mode if chosen is None else mode._replace(chosen=chosen, told=self.leads_to(chosen))
        self.pane.point_to(self.mode.letters, chosen)
        self.hint()

    @on(ArticlePane.Clicked)
    def _link_clicked(self, event: ArticlePane.Clicked) -> None:
        link, mode = event.link, self.linking
        self._link_hit = link
        if mode is not None:
            if link is None:
                self.action_link_leave()
            elif link == mode.chosen:
                self.action_link_open()
            else:
                self._choose_link(link, mode)
        elif link is not None and self.mode is None:
            # A reference and a sign are there for nothing else; words may be clicked for the claim that they are in.
            if event.sign or link.kind == "reference":
                self._link_from(link)
            else:
                sign = "“[image:”" if link.kind == "image" else LINK
                way = self.clickable(f"{{read.links}}, or a click on {sign}, opens or copies")
                # After the hint for the claim that is selected by this, which would take its place.
                self.call_later(self.say, f"{way} {self.leads_to(link)}")

    # --- following ----------------------------------------------------------------------------

    def action_link_open(self) -> None:
        """Follow a footnote; ask whether to open anything else."""
        mode = self.linking
        link = mode.chosen if mode else None
        if mode is not None and not mode.links and link is None:
            self.action_link_step(1 if mode.ahead else -1)
        elif link is None:
            self.say(self.clickable("Choose a link first: by its letter, or with {link.next}."))
        elif link.kind in ("reference", "note"):
            self._follow_note(link)
        else:
            address = self.address(link)
            if address.refused:
                self.say(f"Not opened: {address.refused}. {self.clickable('{link.copy} copies it.')}")
            else:
                self.ask_to_open(address)

    def _follow_note(self, link: Link) -> None:
        """From a reference to its note, or from a note back to where it was come from."""
        links = self.pane.links
        if link.kind == "reference":
            self._came_from = {**self._came_from, link.target: link}
            span, there = links.note(link.target), "note"
        else:
            came = self._came_from.get(link.target)
            span, there = (came.start, came.end) if came else links.reference(link.target), "reference"
        if span is None:
            self.say("There is no such place in this text.")
            return
        with self.pane.jumping():
            self.pane.reveal(span[0], min(span[1], span[0] + 1))
        mode = self._in_sight()
        if mode is not None:
            arrived = (one for one in mode.links if one.kind == there and one.start == span[0])
            self._choose_link(next(arrived, None), mode)

    def action_link_copy(self) -> None:
        """Copy the address of the chosen link."""
        link = self.linking.chosen if self.linking else None
        if link is None:
            self.say(self.clickable("Choose a link first: by its letter, or with {link.next}."))
        elif link.kind in ("reference", "note"):
            self.say("A footnote has no address.")
        else:
            self.run_worker(self.copy(self.address(link).whole, "Copied the address"), group="copying")
