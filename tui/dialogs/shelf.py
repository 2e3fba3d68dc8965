"""The shelf: annotations without a sure place in the newest text, or on other words than they were made on.

To be confirmed, linked anew, kept or binned.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from store.annotations import Annotation, Selector
from store.kinds import verdict_of
from store.naming import named_on
from store.note_lines import first_words, plain_lines
from store.quoting import quoted
from store.rewording import Group, group_of
from store.safety import label, safe
from tui.dialogs.dialog import Dialog, KeyButton
from tui.keymap.bindings import bindings
from tui.saying import say

Act = Literal["confirm", "relink", "show", "keep", "bin"]
"""What is to be done with an annotation; ``show`` goes to the place that is proposed."""

GROUPS: tuple[tuple[Group, str], ...] = (
    ("doubtful", "To confirm"),
    ("reworded", "Reworded: on other words than you had before you"),
    ("lost", "Lost"),
    ("kept", "Kept without a place"),
)
EMPTY = "Everything has its place."
_NOTE = 600
"""Code points of a note that are shown."""


class ShelfDialog(Dialog[None]):
    """Lists ``annotations``, and calls ``act`` with what the reader wants done and with which.

    It stays open for the next one, also after the last, since a key more would go to the article. What has been acted
    on is off the shelf at once; `show` tells what became of it.
    """

    BINDINGS = bindings("shelf")
    DEFAULT_CSS = """
    ShelfDialog {
        & > .box { max-width: 84; }
        & OptionList {
            height: auto;
            max-height: 9;
            border: none;
            padding: 0;
            background: $surface;
            scrollbar-size-vertical: 1;
            text-wrap: nowrap;
            text-overflow: ellipsis;
            & > .option-list--option-disabled { color: $text-muted; text-style: bold; }
            & > .option-list--option-highlighted { background: $primary 35%; color: $foreground; text-style: none; }
        }
        & VerticalScroll { height: auto; max-height: 8; margin-top: 1; scrollbar-size-vertical: 1; }
        & .about { height: auto; }
        &.-short OptionList { max-height: 4; }
        &.-short VerticalScroll { max-height: 4; margin-top: 0; }
        &.-short.-narrow VerticalScroll { max-height: 3; }
    }
    """

    def __init__(self, annotations: Sequence[Annotation], act: Callable[[Act, Annotation], None]) -> None:
        super().__init__("What has no sure place, or stands on changed words")
        self._act = act
        self._acted: set[tuple[str, int]] = set()
        self._given = annotations
        self._rows: list[Annotation | None] = []

    def compose_body(self) -> ComposeResult:
        """The list, and under it all about the chosen one."""
        listed = OptionList(markup=False)
        listed.can_focus = False
        yield listed
        with VerticalScroll(can_focus=False):
            yield Static(classes="about")

    def on_mount(self) -> None:
        """Show what is on the shelf."""
        self.show(self._given)

    def show(self, annotations: Sequence[Annotation]) -> None:
        """Show what is on the shelf by now; the choice stays with its annotation, else where it was in the list."""
        self._given = annotations
        if not self.query(OptionList):  # it is still opening, or closing
            return
        listed, chosen = self.query_one(OptionList), self._chosen
        row = listed.highlighted or 0
        self._rows = list(_grouped([one for one in annotations if (one.uid, one.rev) not in self._acted]))
        listed.clear_options()
        listed.add_options(self._options())
        same = (
            i for i, one in enumerate(self._rows) if one is not None and chosen is not None and one.uid == chosen.uid
        )
        there = [i for i, one in enumerate(self._rows) if one is not None]
        at = next(same, None)
        if at is None and there:
            at = min(there, key=lambda i: (abs(i - row), -i))
        listed.highlighted = at
        self._describe_chosen()
        self._offer(bool(there))

    def _offer(self, any_left: bool) -> None:
        """Name the keys for what is chosen where something is."""
        for button in self.query(KeyButton):
            button.display = any_left or not (button.action or "").startswith("screen.act")

    @property
    def _chosen(self) -> Annotation | None:
        row = self.query_one(OptionList).highlighted
        return self._rows[row] if row is not None and row < len(self._rows) else None

    def _options(self) -> Iterator[Option]:
        names = iter([name for group, name in GROUPS if any(one and group_of(one) == group for one in self._rows)])
        for one in self._rows:
            if one is None:
                yield Option(Content(next(names)), disabled=True)
            else:
                yield Option(_line(one))

    def action_move(self, by: int) -> None:
        """Choose the next one, or the one before."""
        listed = self.query_one(OptionList)
        if by > 0:
            listed.action_cursor_down()
        else:
            listed.action_cursor_up()

    @on(OptionList.OptionHighlighted)
    def _highlighted(self) -> None:
        self._describe_chosen()

    def _describe_chosen(self) -> None:
        chosen = self._chosen
        self.query_one(".about", Static).update(_about(chosen) if chosen is not None else Content(EMPTY))

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        # A click chooses; nothing is confirmed by the mouse but with its button.
        event.stop()

    def action_act(self, act: Act) -> None:
        """Do it with the chosen one, where it can be done with it."""
        chosen = self._chosen
        if chosen is None:
            return
        if act in ("confirm", "show") and not (chosen.proposed or chosen.reworded):
            words = self.worded("No place is proposed for this one: {shelf.relink} links it anew.")
            say(self, words)
            return
        if act in ("relink", "show"):
            self.dismiss(None)
        elif act != "keep" or chosen.place != "kept":
            self._acted.add((chosen.uid, chosen.rev))
            self.show(self._given)
        else:
            return
        self._act(act, chosen)


def _grouped(annotations: Sequence[Annotation]) -> Iterator[Annotation | None]:
    """The annotations by what is to be done with them, None before each group."""
    for name, _ in GROUPS:
        group = [one for one in annotations if group_of(one) == name]
        if group:
            yield None
            yield from group


def _line(annotation: Annotation) -> Content:
    note = label(first_words(annotation.note), 60)
    alike = (f"{annotation.score:.0%} ", "bold") if annotation.place == "doubtful" else ""
    return Content.assemble(
        "  ", alike, quoted(annotation.was or annotation.words), (f"  ✎ {note}" if note else "", "$text-muted")
    )


def _about(annotation: Annotation) -> Content:
    """What it stood on, what it would stand on, and what it says."""
    if annotation.was:
        lines = [Content.styled("It stood on", "bold"), Content(f"  {quoted(annotation.was, _NOTE)}")]
    else:
        lines = [Content.styled("It stood on", "bold"), _quoted(annotation.selectors)]
    if annotation.reworded:
        lines += [Content.styled("The words are now", "bold"), _quoted(annotation.selectors)]
    if annotation.proposed:
        lines += [Content.styled("Now maybe on", "bold"), _quoted(annotation.proposed)]
    if who := named_on(annotation):
        lines.append(Content(f"Said by {label(who, 80)}"))
    if verdict := verdict_of(annotation):
        lines.append(Content(verdict))
    if annotation.note:
        note = "\n".join(plain_lines(annotation.note))
        lines.append(Content(f"✎ {note[:_NOTE]}"))
    if annotation.tags:
        lines.append(Content(" ".join(f"#{label(tag, 40)}" for tag in annotation.tags)))
    return Content("\n").join(lines)


def _quoted(selectors: Iterable[Selector]) -> Content:
    """Its words within those around them: underlined, since bold alone is hard to see."""
    content = [one for one in selectors if one.role in ("content", "passage")]
    parts = [
        Content.assemble(
            (f"…{_flat(one.prefix)}", "$text-muted"),
            (_flat(one.exact), "bold underline"),
            (f"{_flat(one.suffix)}…", "$text-muted"),
        )
        for one in content
    ]
    return Content.assemble("  ", Content(" ").join(parts))


def _flat(text: str) -> str:
    return safe(text).replace("\n", " ")
