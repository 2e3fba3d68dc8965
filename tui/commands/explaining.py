"""A reading at length, for people: every claim with its words, its attributes and the evidence, in short lines."""

from collections.abc import Iterator, Sequence

from claims.model import Claim, Reading
from store.items import Item
from store.naming import named, nobody
from tui.commands.asking import counted
from tui.commands.claims import called
from tui.widgets.panel.at_length import NAMES, claim_told, spans_told, sure_told
from tui.widgets.panel.facts import found_by
from tui.widgets.panel.fitting import wrap

WIDTH = 80


def explained(text: str, reading: Reading, shown: Sequence[tuple[int, Claim]]) -> Iterator[str]:
    """Yield the lines that say of each claim ``shown``, with its number, what it is and why it is one.

    ``reading``, which they are of, is of ``text``. On a terminal and in a pipe alike: their width is `WIDTH`.
    """
    attitudes = sum(claim.act == "attitude" for _, claim in shown)
    wanted = f" and {counted(attitudes, 'attitude')}" if attitudes else ""
    yield f"{counted(len(shown) - attitudes, 'claim')}{wanted}, {found_by(reading.engine)}"
    for number, claim in shown:
        yield ""
        item = Item(number, claim, None)
        who = named(item, text) if item.speaker else nobody(item)
        yield from _lines(called(number, claim), who)
        for name, words in (
            *spans_told(text, claim, left_open=item.open),
            *claim_told(text, claim, reading.caveats),
            *sure_told(claim),
        ):
            yield from _lines(f"  {name}", words)


def _lines(name: str, words: str) -> Iterator[str]:
    for line in wrap(words, WIDTH - NAMES - 1, limit=len(words) + 1) or [""]:
        yield f"{name:<{NAMES}} {line}".rstrip()
        name = ""
