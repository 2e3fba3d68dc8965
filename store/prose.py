"""What of a document is to be read for claims: everything but code, in which nobody speaks."""

from store.document import Document

_STANDS_IN = "\ufffc"  # the sign for an object in a text: a word of nothing, where an empty line would part paragraphs


def prose(document: Document) -> str:
    """The text of ``document`` with every block of code blanked out; all else stands at the offset that it has."""
    text, parts, at = document.text, [], 0
    for block in document.blocks:
        if block.kind == "code" and block.start < block.end:
            parts += [text[at : block.start], _STANDS_IN.ljust(block.end - block.start)]
            at = block.end
    return "".join([*parts, text[at:]])
