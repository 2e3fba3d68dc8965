"""What of a document is to be read for claims: everything but code, in which nobody speaks."""

from collections.abc import Iterator

from claims.text import parts
from store.document import Document

_STANDS_IN = "\ufffc"  # the sign for an object in a text: a word of nothing, where an empty line would part paragraphs


def prose(document: Document) -> str:
    """The text of ``document`` with every block of code blanked out; all else stands at the offset that it has."""
    return "".join(prose_in_parts(document))


def prose_in_parts(document: Document) -> Iterator[str]:
    """The same in parts, none of them longer than the longest block of code, or long."""
    at = 0
    for block in document.blocks:
        if block.kind == "code" and block.start < block.end:
            yield from parts(document.text, at, block.start)
            yield _STANDS_IN.ljust(block.end - block.start)
            at = block.end
    yield from parts(document.text, at)
