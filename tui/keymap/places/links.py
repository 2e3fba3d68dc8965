"""The links in sight: choosing one, copying its address, and asking to open it."""

from tui.keymap.commands import Command, Place

CHOOSE, BACK = "the next link, the one before, also beyond the screen", "leave the links"


def _link(
    name: str, keys: tuple[str, ...], action: str, words: str, help: str, short: str = "", rank: int = 0
) -> Command:
    """Without priority: a key with one would overtake the letter that was pressed before it."""
    return Command(
        id=f"link.{name}",
        keys=keys,
        action=f"link_{action}",
        name=words,
        short=short,
        help=help,
        footer=rank,
        listed=False,
    )


LINKS = Place(
    "links",
    "Links",
    (
        _link(
            "open",
            ("enter",),
            "open",
            "Open, after asking",
            "open it, after asking; of a footnote: go there",
            "Open",
            1,
        ),
        _link("copy", ("y",), "copy", "Copy the address", "copy its address", "Copy", 2),
        _link("next", ("tab", "down", "right"), "step(1)", "Next link", CHOOSE, "Next", 3),
        _link("previous", ("shift+tab", "up", "left"), "step(-1)", "Link before", CHOOSE),
        _link("leave", ("escape",), "leave", "Leave the links", BACK, "Leave", 4),
    ),
    on=("reading",),
)

PLACES = (LINKS,)
