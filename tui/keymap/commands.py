"""A command is something that a key does; a place is where its commands can be given."""

from typing import NamedTuple


class Command(NamedTuple):
    """What ``keys`` do. The first of them is the one that is shown.

    A key is a character or one of Textual's names ("]", "ctrl+s", "pagedown"). ``action`` is Textual's; None where it
    is still to come: such a command holds its key and appears nowhere. ``name`` is what the palette calls it, in full
    words, unless it is not ``listed`` there, as it means something only while something else is under way. ``footer``
    is its rank among what the footer (or a dialog's row of buttons) shows, in the words ``short``; 0 is not there.
    ``help`` is its line there and in the README; commands of one title with the same line share it, and '' is none.
    ``display`` is how
    the footer spells the key where that is not Textual's way. ``also`` are further words that the palette finds it by,
    even where it is not listed; behind commas, phrases that it is found by as a whole.
    """

    id: str
    keys: tuple[str, ...]
    action: str | None
    name: str
    short: str = ""
    help: str = ""
    footer: int = 0
    priority: bool = False
    listed: bool = True
    also: str = ""
    display: str = ""


class Place(NamedTuple):
    """Commands that stand together: under one ``title`` in the help, and no two of them on one key, but for Esc.

    ``on`` are the places whose keys work too, unless this one has them itself.
    """

    name: str
    title: str
    commands: tuple[Command, ...]
    on: tuple[str, ...] = ()
