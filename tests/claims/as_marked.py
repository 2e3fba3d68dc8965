"""Reading a text whose spans are marked in it, as if a finder had: ``[Holm] did not <say> {where it was}.``

A figure after each opening mark tells several claims apart: ``[1 Holm] <1 said> {1 it was late}``.
"""

import re
from collections.abc import Iterator, Sequence

import claims
from claims import Reading
from claims.attributions import Attribution
from claims.model import Span
from claims.paragraphs import Paragraph

_ROLES = {"[": "source", "<": "cue", "{": "content"}
_MARK = re.compile(r"[\[<{](?:\d )?|[\]>}]")


def as_marked(marked: str) -> tuple[str, Reading]:
    """The text without its marks, and what is made of them."""
    text, at = "", 0
    opened: list[tuple[str, str, int]] = []
    spans: dict[str, dict[str, list[Span]]] = {}
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark.group()[0] in _ROLES:
            opened.append((mark.group()[1:].strip(), _ROLES[mark.group()[0]], len(text)))
        else:
            which, role, start = opened.pop()
            spans.setdefault(which, {}).setdefault(role, []).append((start, len(text)))
    text += marked[at:]
    found = [
        Attribution(
            content=tuple(sorted(one["content"])),
            cue=tuple(one.get("cue", ())),
            source=tuple(one.get("source", ())),
            evidence="its marks",
            confidence=0.9,
        )
        for one in spans.values()
    ]
    return text, claims.read(text, finder=_Marks(found))


class _Marks:
    """The attributions of a text, each in the paragraph where its content begins."""

    name = "marks-1"

    def __init__(self, found: Sequence[Attribution]) -> None:
        self._found = found

    def __call__(self, text: str, paragraphs: Sequence[Paragraph]) -> Iterator[list[Attribution]]:
        del text
        for paragraph in paragraphs:
            yield [one for one in self._found if paragraph.start <= one.content[0][0] < paragraph.end]
