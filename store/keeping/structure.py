"""A document's blocks and marks as JSON, so that an article opens again without its Markdown being parsed."""

import json
from collections.abc import Iterator
from typing import Any

from store.blocks import Blocks
from store.document import Block, Container, Document, Mark


def dump(document: Document) -> str:
    """Return the structure of ``document`` as JSON; its text is kept beside it."""
    # A list of a hundred paragraphs shares one container, so each is written once and pointed to.
    containers: dict[Container, int] = {}
    for block in document.blocks:
        for container in block.within:
            containers.setdefault(container, len(containers))
    blocks = [_plain(block) for block in document.blocks]
    for plain in blocks:
        if "within" in plain:
            plain["within"] = [containers[container] for container in plain["within"]]
    structure = {
        "containers": [_plain(container) for container in containers],
        "blocks": blocks,
        "marks": [_plain(mark) for mark in document.marks],
    }
    return json.dumps(structure, separators=(",", ":"))


def load(text: str, structure: str) -> Document:
    """Return the document that `dump` made ``structure`` of, over its ``text``."""
    containers = [Container(**plain) for plain in _objects(structure, "containers")]

    def block(plain: dict[str, Any]) -> Block:
        within = tuple(containers[i] for i in plain.pop("within", ()))
        return Block(**plain, within=within)

    try:
        blocks = Blocks(map(block, _objects(structure, "blocks")))
    except OverflowError as error:
        raise ValueError("a block begins or ends nowhere") from error
    return Document(text, blocks, tuple(Mark(**plain) for plain in _objects(structure, "marks")))


def _objects(structure: str, name: str) -> Iterator[dict[str, Any]]:
    """The objects in one array of ``structure``, one after the other: a book's would take more memory than its text.

    Raises ValueError where it is not as `dump` writes it.
    """
    decode = json.JSONDecoder().raw_decode
    begin = f'"{name}":['
    # In no text in there can that stand: its quotation marks would be escaped.
    at = structure.index(begin) + len(begin)
    while not structure.startswith("]", at):
        plain, at = decode(structure, at)
        yield plain
        at += structure.startswith(",", at)


def _plain(part: Container | Block | Mark) -> dict[str, Any]:
    """The fields of ``part`` that are not at their defaults."""
    usual = part._field_defaults
    return {name: value for name, value in part._asdict().items() if name not in usual or value != usual[name]}
