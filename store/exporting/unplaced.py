"""The notes that have no sure place in the text, under a heading of their own: no export loses a note."""

from collections.abc import Iterator, Sequence

from store.annotations import Annotation
from store.document import Container
from store.exporting.apparatus import judgement, said_paragraphs
from store.exporting.blocks import BlockWriter, heading
from store.exporting.escaping import escape, escape_lines
from store.importing.exported import UNPLACED
from store.safety import label

_LONGEST = 2000


def write_unplaced(writer: BlockWriter, unplaced: Sequence[Annotation], meanings: Sequence[str]) -> None:
    """Write each of ``unplaced``: the words that it stood on as a quotation, what is known of it, the reader's note."""
    if not unplaced:
        return
    writer.put(heading(UNPLACED, 2))
    for number, annotation in enumerate(unplaced, 1):
        words = escape_lines(escape(label(annotation.words, _LONGEST)))
        writer.put([words], (Container("quote", -number),), paragraph=True)
        facts = " · ".join(escape(label(fact, _LONGEST)) for fact in _facts(annotation, meanings))
        for lines in ([facts], *said_paragraphs(annotation)):
            writer.put(escape_lines("\\\n".join(lines)).split("\n"), paragraph=True)


def _facts(annotation: Annotation, meanings: Sequence[str]) -> Iterator[str]:
    if annotation.kind == "claim":
        yield "Claim"
        if annotation.speaker:
            yield annotation.speaker
    yield f"in revision {annotation.revision} of the text"
    yield from judgement(annotation, meanings)
