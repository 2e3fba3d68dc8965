"""Keys in words on the screen that can be clicked: marked where words are put together, found where they are shown."""

import re
from collections.abc import Iterator
from weakref import WeakKeyDictionary

from textual.app import App
from textual.content import Content
from textual.events import Click
from textual.style import Style

from tui.keymap.at_hand import at_hand
from tui.keymap.bindings import key_name
from tui.keymap.hints import shown
from tui.keymap.keyed import AS, IN, OUT, keymap_of
from tui.keymap.places import COMMANDS

_MARKED = re.compile(f"{IN}([^{AS}]*){AS}([^{OUT}]+){OUT}")
_ENDS = re.compile(r"\s·\s|[.:;]\s|\Z|$|  ")
"""What ends the words that belong to a key."""
_META = "pressed"


Pressed = tuple[str, str]
"""A command by its id, '' for none, and the key as it is shown."""

_AGAIN = re.compile(
    r"(amend|caret)\.(next|left|right|up|down|word|sentence|grow|shrink)|history\.(undo|redo)$"
    r"|claims\.(next|previous)|read\.(next|previous|line|page|half|left|right|back|forth)"
)
"""Commands that are given several times in a row, by how their ids begin."""
_LAST: WeakKeyDictionary[App[object], Pressed] = WeakKeyDictionary()
"""What the last click on a key was on."""


def pieces(words: str) -> Iterator[tuple[str, Pressed | None, bool]]:
    """Yield ``words`` without marks, piece by piece, each with what it stands for, and whether it is the key itself."""
    before, *parts = _MARKED.split(words)
    yield before, None, False
    for command, key, after in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        end = _ENDS.search(after)
        about = after[: end.start()] if end is not None else after
        yield key, (command, key), True
        yield about, (command, key), False
        yield after[len(about) :], None, False


def pressable(words: str, key_style: str = "") -> Content:
    """``words``, whose own parts are safe, with the keys in them to be clicked, each with what is said of it."""
    parts = []
    for text, pressed, is_key in pieces(words):
        part = Content.styled(text, key_style if is_key else "")
        parts.append(part.stylize(Style.from_meta({_META: pressed})) if pressed else part)
    return Content("").join(parts)


def counts(app: App[object], event: Click, pressed: Pressed) -> bool:
    """Whether a click on ``pressed`` does what it says: of a double click the second does not.

    By then the key may be another, or about the next claim. Only what goes on step by step goes on with each click.
    """
    before = _LAST.get(app)
    _LAST[app] = pressed
    return event.chain == 1 or (pressed == before and bool(_AGAIN.match(pressed[0])))


def pressed_at(event: Click, words: str = "") -> Pressed | None:
    """Return the key that was shown where ``event`` was, else the first one in ``words``; None where there is none."""
    pressed: Pressed | None = event.style.meta.get(_META)
    return pressed or next((one for _, one, _ in pieces(words) if one), None)


async def press(app: App[object], event: Click, words: str = "") -> bool:
    """Do what the key does that was shown where ``event`` was, else the first in ``words``; tell if there is one.

    A command whose key goes elsewhere now, or is written in a field, is given all the same.
    """
    pressed = pressed_at(event, words)
    if pressed is None:
        return False
    if not counts(app, event, pressed):
        return True
    (command, key), screen = pressed, app.screen
    bound = next((key for key, one in screen.active_bindings.items() if command and one.binding.id == command), "")
    typed = len(key) == 1 and screen.focused is not None and screen.focused.check_consume_key(key_name(key), key)
    there = at_hand(screen) if command and (typed or not bound) else {}
    if command in there:
        await app.run_action(COMMANDS[command].action or "", there[command])
    elif not typed:
        keys = (key_name(one) for name in COMMANDS for one in keymap_of(app).keys(name) if shown(one) == key)
        app.simulate_key(bound or next(keys, key))
    return True
