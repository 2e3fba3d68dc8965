"""An article with its annotations as Markdown that any viewer of CommonMark with footnotes shows.

What is annotated stands in ``<mark>`` elements, each followed by a reference to a footnote with the reader's note; a
table of the claims comes last. Everything else reads back as the article that it was.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from claims.model import Caveat, Sentence
from store.annotations import MEANINGS, Annotation
from store.article import Metadata
from store.document import Document
from store.exporting.apparatus import entries_of, front_matter, write_claims, write_notes
from store.exporting.blocks import BlockWriter
from store.exporting.body import write_document
from store.exporting.choosing import is_exported
from store.exporting.remarks import Remarks
from store.exporting.telling import Telling
from store.exporting.unplaced import write_unplaced
from store.review import Item

Progress = Callable[[int, int], None]


def annotated_markdown(
    metadata: Metadata,
    document: Document,
    items: Sequence[Item],
    *,
    caveats: Sequence[Caveat] = (),
    sentences: Sequence[Sentence] = (),
    unreviewed: bool = False,
    left_out: str = "",
    provenance: Mapping[str, str | int] = MappingProxyType({}),
    unplaced: Sequence[Annotation] = (),
    meanings: Sequence[str] = MEANINGS,
    own_tags: Sequence[str] = (),
    progress: Progress | None = None,
) -> str:
    """Write ``document`` with those ``items`` that `is_exported` lets through, and ``provenance`` in the front matter.

    ``left_out`` is what is said of the claims that are not in it, above the table of the others. ``unplaced`` are
    annotations without a place in it, which are written at the end. ``caveats`` and ``sentences`` are those of the
    reading that the items' claims come from, for the footnotes; ``meanings`` are the names of those of highlights.
    ``own_tags`` are those that the article gives itself, which are told apart from the reader's. ``progress``
    is called with the blocks, notes and claims written and all of them.

    `store.importing` reads the same text, blocks and marks back, followed by the notes, the table of claims and the
    notes without a place.
    """
    labels = {mark.target for mark in document.marks if mark.kind == "reference"}
    labels.update(c.label for block in document.blocks for c in block.within if c.kind == "footnote")
    entries = entries_of([item for item in items if is_exported(item, unreviewed=unreviewed)], labels)
    total, done = len(document.blocks) + len(entries) + sum(entry.item.is_claim for entry in entries), 0

    def step() -> None:
        nonlocal done
        done += 1
        if progress is not None:
            progress(done, total)

    writer = BlockWriter()
    write_document(writer, document, [(entry.item.content, entry.label) for entry in entries], step)
    shown = [entry.item for entry in entries]
    told = Telling(document.text, shown, Remarks(document.text, caveats, sentences))
    write_notes(writer, entries, told, meanings, step)
    write_claims(writer, entries, told, left_out, step)
    write_unplaced(writer, unplaced, meanings)
    annotations = (*(entry.item.annotation for entry in entries if entry.item.annotation), *unplaced)
    return f"{front_matter(metadata, annotations, provenance, own_tags)}\n{writer.markdown()}"
