"""The notes that have no sure place in the text, under a heading of their own: no export loses a note."""

from collections.abc import Iterator, Sequence

from store.annotations import Annotation
from store.document import Container
from store.exporting.apparatus import write_said
from store.exporting.blocks import BlockWriter, heading
from store.exporting.escaping import escape, escape_lines
from store.exporting.telling import judgement
from store.importing.exported import UNPLACED
from store.naming import ANONYMOUS, named_on
from store.safety import label

_LONGEST = 2000


def write_unplaced(writer: BlockWriter, unplaced: Sequence[Annotation], meanings: Sequence[str]) -> None:
    """Write each of ``unplaced``: the words that it stood on as a quotation, what is known of it, the reader's note."""
    if not unplaced:
        return
    writer.put(heading(UNPLACED, 2))
    for annotation in unplaced:
        words = escape_lines(escape(label(annotation.words, _LONGEST)))
        writer.put([words], (Container("quote", next(writer.ids)),), paragraph=True)
        facts = " · ".join(escape(label(fact, _LONGEST)) for fact in _facts(annotation, meanings))
        writer.put([escape_lines(facts)], paragraph=True)
        write_said(writer, annotation)


def _facts(annotation: Annotation, meanings: Sequence[str]) -> Iterator[str]:
    if annotation.kind == "claim":
        yield "Claim"
        yield named_on(annotation) or ANONYMOUS
        if cue := " … ".join(one.exact for one in annotation.selectors if one.role == "cue"):
            yield cue  # without it a denial reads as a claim
    yield f"in revision {annotation.revision} of the text"
    yield from judgement(annotation, meanings)
