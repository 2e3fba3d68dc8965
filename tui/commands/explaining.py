"""A reading at length, for people: every claim with its words, its attributes and the evidence, in short lines."""

from collections.abc import Iterator

from claims.model import Reading
from store.naming import named_in
from tui.widgets.panel.at_length import NAMES, claim_told, spans_told
from tui.widgets.panel.facts import found_by
from tui.widgets.panel.fitting import wrap

WIDTH = 80


def explained(text: str, reading: Reading) -> Iterator[str]:
    """Yield the lines that say of each claim of ``reading``, which is of ``text``, what it is and why it is one.

    On a terminal and in a pipe alike: their width is `WIDTH`.
    """
    count = len(reading.claims)
    yield f"{count} claim{'s' if count != 1 else ''}, {found_by(reading.engine)}"
    for number, claim in enumerate(reading.claims, 1):
        yield ""
        yield from _lines(f"{number}", named_in(claim, text) if claim.speaker else "speaker open")
        for name, words in (*spans_told(text, claim), *claim_told(text, claim, reading.caveats)):
            yield from _lines(f"  {name}", words)


def _lines(name: str, words: str) -> Iterator[str]:
    for line in wrap(words, WIDTH - NAMES - 1, limit=len(words) + 1) or [""]:
        yield f"{name:<{NAMES}} {line}".rstrip()
        name = ""
