"""A document's blocks and marks as JSON, so that an article opens again without its Markdown being parsed."""

import json
from dataclasses import MISSING, fields
from typing import Any

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
    data = json.loads(structure)
    containers = [Container(**plain) for plain in data["containers"]]
    blocks = []
    for plain in data["blocks"]:
        within = tuple(containers[i] for i in plain.pop("within", ()))
        blocks.append(Block(**plain, within=within))
    return Document(text, tuple(blocks), tuple(Mark(**plain) for plain in data["marks"]))


def _plain(part: Container | Block | Mark) -> dict[str, Any]:
    """The fields of ``part`` that are not at their defaults."""
    plain = {}
    for field in fields(part):
        value = getattr(part, field.name)
        if field.default is MISSING or value != field.default:
            plain[field.name] = value
    return plain
