"""What an export adds to an article: front matter before it, notes as footnotes and a table of claims after it."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from store.annotations import Annotation, Evidence
from store.article import Metadata
from store.document import Container
from store.exporting.blocks import BlockWriter, heading, table
from store.exporting.escaping import as_cell, escape, escape_lines
from store.exporting.notes import note_cell, write_note
from store.exporting.telling import Telling
from store.importing.exported import ARTICLE_TAGS, BY, CLAIM_COLUMNS, CLAIMS, OPTIONAL_COLUMNS, READER_TAGS
from store.importing.front_matter import without_doubles
from store.review import Item
from store.safety import label

_LONGEST = 2000
"""Code points of anything that is told in a line."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An item with the label of its footnote, such as ``claim-3`` or ``note-1``."""

    item: Item
    label: str


def entries_of(items: Sequence[Item], taken: Collection[str]) -> list[Entry]:
    """Label ``items``: claims by their number, passages counted from 1; no label begins as one of ``taken`` does."""
    prefix = ""
    # Some viewers match labels whatever their case.
    while any(label.casefold().startswith((f"{prefix}claim-", f"{prefix}note-")) for label in taken):
        prefix += "sayso-"
    entries: list[Entry] = []
    passages = 0
    for item in items:
        passages += not item.is_claim
        entries.append(Entry(item, f"{prefix}claim-{item.number}" if item.is_claim else f"{prefix}note-{passages}"))
    return entries


def front_matter(
    metadata: Metadata, annotations: Iterable[Annotation], provenance: Mapping[str, str | int], own_tags: Sequence[str]
) -> str:
    """The YAML block at the head, under keys that importing reads; fields that are empty are left out."""
    import yaml

    given = sorted({tag for annotation in annotations for tag in annotation.tags})
    fields = {
        "title": metadata.title,
        "author": metadata.byline,
        "outlet": metadata.outlet,
        "source": metadata.url,
        "published": metadata.published,
        "language": metadata.language,
        "tags": _as_properties((*own_tags, *given)),
        ARTICLE_TAGS: list(own_tags),
        READER_TAGS: given,
        BY: "sayso",
    }
    known = {key: value for key, value in {**fields, **provenance, **fields}.items() if value}
    return f"---\n{yaml.safe_dump(known, allow_unicode=True, sort_keys=False, width=1_000_000)}---\n"


def _as_properties(tags: Iterable[str]) -> list[str]:
    """``tags`` as properties are read: there case tells none apart, and one with a space in it is none."""
    return [*without_doubles("-".join(tag.split()) for tag in tags)]


def write_notes(
    writer: BlockWriter, entries: Sequence[Entry], told: Telling, meanings: Sequence[str], step: Callable[[], None]
) -> None:
    """Write a footnote for each entry: what is known of it in one line, then the reader's note and evidence.

    With a ``step`` each.
    """
    for entry in entries:
        within = (Container("footnote", next(writer.ids), label=entry.label),)
        facts = " · ".join(escape(label(fact, _LONGEST)) for fact in told.facts(entry.item, meanings))
        if facts or not _says(entry.item.annotation):
            writer.put([escape_lines(facts or "highlighted")], within, paragraph=True)
        write_said(writer, entry.item.annotation, within)
        step()


def write_claims(
    writer: BlockWriter, entries: Sequence[Entry], told: Telling, left_out: str, step: Callable[[], None]
) -> None:
    """Write under a heading what is said of those ``left_out``, and a table of the others; with a ``step`` each."""
    claims = [entry.item for entry in entries if entry.item.is_claim]
    if claims or left_out:
        writer.put(heading(CLAIMS, 2))
    if left_out:
        writer.put([left_out], paragraph=True)
    if not claims:
        return
    columns: dict[str, list[str]] = {name: [] for name in CLAIM_COLUMNS}
    for item in claims:
        for name, cell in zip(CLAIM_COLUMNS, (*told.cells(item), note_cell(item.note)), strict=True):
            columns[name].append(as_cell(cell))
        step()
    shown = {name: cells for name, cells in columns.items() if name not in OPTIONAL_COLUMNS or any(cells)}
    rows = [(True, tuple(shown)), *((False, cells) for cells in zip(*shown.values(), strict=True))]
    writer.put(table(rows, "rl".ljust(len(shown), "-")))


def write_said(writer: BlockWriter, annotation: Annotation | None, within: Sequence[Container] = ()) -> None:
    """Write what the reader wrote, the note and then the evidence, inside the containers ``within``."""
    if annotation is None:
        return
    write_note(writer, annotation.note, within)
    if evidence := [escape(label(_evidence(one), _LONGEST)) for one in annotation.evidence]:
        writer.put(escape_lines("\\\n".join(evidence)).split("\n"), within, paragraph=True)


def _says(annotation: Annotation | None) -> bool:
    return annotation is not None and bool(annotation.note.strip() or annotation.evidence)


def _evidence(one: Evidence) -> str:
    return f"{one.stance}: {one.address}" + (f" – {one.note}" if one.note else "")
