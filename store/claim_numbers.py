"""The numbers that claims have in the reader, for where there is only a reading."""

from typing import Any

from claims.as_json import reading_to_json
from claims.model import Claim, Reading
from store.review import merge


def numbered(reading: Reading) -> tuple[tuple[int, Claim], ...]:
    """The claims of ``reading`` in the order of their numbers, each with the one that it has before anybody annotates.

    They count from 1 in text order, attitudes after all others.
    """
    items = merge(reading, (), attitudes=True)
    pairs = [(item.number, item.claim) for item in items if item.number is not None and item.claim is not None]
    return tuple(sorted(pairs, key=lambda pair: pair[0]))


def numbered_to_json(reading: Reading) -> dict[str, Any]:
    """`claims.as_json.reading_to_json`, with its ``number`` in each claim."""
    # By what they are and not what they are like: a text may have the same claim twice at one place.
    numbers = {id(claim): number for number, claim in numbered(reading)}
    made = reading_to_json(reading)
    for claim, as_json in zip(reading.claims, made["claims"], strict=True):
        as_json["number"] = numbers[id(claim)]
    return made
