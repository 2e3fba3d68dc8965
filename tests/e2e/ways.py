"""What the ways of working share: a library with two articles, what another program finds in it, and leaving."""

import time
from collections.abc import Sequence
from pathlib import Path

from store.annotations import Annotation
from store.library import Library
from tests.e2e.added import add
from tests.terminal import PATIENCE, Terminal

PARAGRAPHS = 60
LIGHTHOUSE = """---
title: Lighthouse report
outlet: Coast Courier
published: 2024-03-01
---

The harbour board said on Monday that the lamp was sound. “We looked twice,” Marta Lindqvist told reporters.

Pieter Raven denied that the keeper had slept. Critics said the report came late.

Ferries ran all night. Zeb Orr insisted that the lamp went out twice.

""" + "\n\n".join(f"Paragraph {number} of the minutes." for number in range(1, PARAGRAPHS + 1))
STRIKE = """---
title: Dockers end strike
outlet: Harbour Post
published: 2024-02-01
---

The union said that the strike was over. Cranes moved again before noon.
"""


def fill(folder: Path) -> Path:
    """A library in ``folder`` with both articles and their claims, the lighthouse the newest."""
    database = folder / "sayso.db"
    for name, text in (("strike", STRIKE), ("lighthouse", LIGHTHOUSE)):
        file = folder / f"{name}.md"
        file.write_text(text, encoding="utf-8")
        add(database, file)
    return database


def kept(database: Path) -> Sequence[Annotation]:
    """The annotations of the lighthouse as another program finds them, in the order of the text."""
    with Library(database) as library:
        return sorted(library.annotations.of(2), key=lambda one: one.selectors[0].start)


def of(annotations: Sequence[Annotation], speaker: str) -> Annotation:
    """The one claim of ``speaker`` among ``annotations``."""
    (claim,) = (one for one in annotations if one.speaker == speaker)
    return claim


def quoted(annotation: Annotation, role: str) -> list[str]:
    """The words that are ``role`` to ``annotation``."""
    return [selector.exact for selector in annotation.selectors if selector.role == role]


def until_drafted(database: Path, note: str) -> None:
    """Wait until what is being typed on the first article is in the file, which nothing on the screen tells."""
    end = time.monotonic() + PATIENCE
    with Library(database) as library:
        while note not in [draft.annotation.note for draft in library.drafts.of(1)]:
            assert time.monotonic() < end, "the draft never reached the library"
            time.sleep(0.05)


def ended(terminal: Terminal) -> None:
    """Wait until the program has ended well."""
    assert terminal.wait() == 0
