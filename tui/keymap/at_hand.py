"""Which commands can be given on a screen as it is, and to whom."""

from collections.abc import Collection, Iterator
from typing import Any

from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

from tui.keymap.keyed import Keyed
from tui.keymap.places import COMMANDS, PLACES

_MODES = {"links": "link.leave", "amending": "amend.leave", "marking": "mode.leave", "selecting": "caret.left"}
"""Places that come before all others while something is under way: then each has a command that works."""
_FIRST = ("claims", "reading", "passage", "panel", "beginning", "scrolling", *_MODES, "around")
"""The order of the others, the likely ones first; the rest follows in that of the registry."""
_LAST = ("application",)


def at_hand(screen: Screen[Any]) -> dict[str, DOMNode]:
    """The ids of commands that work, in their places' order, with the node that each is for.

    Parts of the screen that do not have the keys count too: the palette reaches them.
    """
    found = {name: node for name, (node, _) in bound(screen, enabled=True).items()}
    order = {name: number for number, name in enumerate(COMMANDS)}
    return dict(sorted(found.items(), key=lambda one: (_rank(place_of(one[0]), found.keys()), order[one[0]])))


def bound(screen: Screen[Any], *, enabled: bool) -> dict[str, tuple[DOMNode, Binding]]:
    """Commands by their ids with node and binding: all that are bound, or those whose moment it is."""
    found: dict[str, tuple[DOMNode, Binding]] = {}
    for node in _nodes(screen):
        for _, binding in node._bindings:
            if (
                binding.id in COMMANDS
                and binding.id not in found
                and (not enabled or screen.app._check_action_state(binding.action, node))
            ):
                found[binding.id] = (node, binding)
    return found


def under_way(commands: Collection[str]) -> list[str]:
    """Those of ``commands``, which work, that are of something under way."""
    return [name for name in commands if _MODES.get(place_of(name)) in commands]


def places_of(screen: Screen[Any]) -> tuple[str, ...]:
    """The places whose keys are bound on ``screen``, those first whose moment it is."""
    places = {place_of(name) for name in bound(screen, enabled=False)}
    working = bound(screen, enabled=True).keys()
    return tuple(sorted(places, key=lambda place: _rank(place, working)))


def place_of(command: str) -> str:
    """The place in which a command stands, by its id."""
    return _PLACE_OF[command]


_PLACE_OF = {command.id: place.name for place in PLACES.values() for command in place.commands}


def _nodes(screen: Screen[Any]) -> Iterator[DOMNode]:
    """Who has the keys, and all that lies around it; then the parts that are in sight and could have them."""
    yield from (node for node, _ in screen._modal_binding_chain)
    yield from (node for node in screen.walk_children() if isinstance(node, Keyed) and node.display)
    if not screen.is_modal:
        yield screen.app


def _rank(place: str, working: Collection[str]) -> tuple[int, int]:
    if _MODES.get(place) in working:
        return 0, list(_MODES).index(place)
    if place in _FIRST:
        return 1, _FIRST.index(place)
    return (3, 0) if place in _LAST else (2, list(PLACES).index(place))
