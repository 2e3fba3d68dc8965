"""From the network's scores for each word to spans: Viterbi's search for the best sequence of tags.

A layer of tags is flat: no span overlaps another. The first layer holds an article's claims, the second those that
are reported inside the content of another. The tags are O, then for source, cue and content one that begins a span
and one that goes on with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

ROLES = ("source", "cue", "content")
TAGS = 1 + 2 * len(ROLES)
LAYERS = 2

Floats = NDArray[np.floating]
WordSpan = tuple[int, int]


@dataclass(frozen=True)
class Transitions:
    """Scores for going from one tag to another, ``[TAGS, TAGS]``, and for beginning and ending with each ``[TAGS]``."""

    between: Floats
    begin: Floats
    end: Floats


def forbidden() -> Floats:
    """``[TAGS, TAGS]``: minus ten thousand where the second tag goes on with a role that the first has not, else 0."""
    scores = np.zeros((TAGS, TAGS), np.float32)
    for role in range(len(ROLES)):
        goes_on = 2 + 2 * role
        scores[:, goes_on] = -1e4
        scores[[goes_on - 1, goes_on], goes_on] = 0
    return scores


def best_tags(sequences: Sequence[Floats], transitions: Transitions) -> list[list[int]]:
    """For each sequence of words, scored ``[words, TAGS]`` (at least one), the tags with the greatest score.

    No tag goes on with a role that the tag before it is not in, nor at the beginning, whatever the scores.
    """
    if not sequences:
        return []
    between = transitions.between + forbidden()
    begin = transitions.begin + forbidden()[0]  # what may begin is what may follow a word outside of every span
    longest = max(map(len, sequences))
    # Sequences come last, which is quickest, and past the end of one stand numbers that nobody looks at.
    best = np.zeros((longest, TAGS, len(sequences)), np.float32)
    for number, one in enumerate(sequences):
        best[: len(one), :, number] = one
    best[0] += begin[:, None]
    for before, here in pairwise(best):
        here += (before[:, None] + between[:, :, None]).max(0)
    return [_traced(best[: len(one), :, number], between, transitions.end) for number, one in enumerate(sequences)]


def _traced(best: Floats, between: Floats, end: Floats) -> list[int]:
    """The tags of a sequence, given the ``best`` score of what comes to each tag at each word, ``[words, TAGS]``."""
    came_from = (best[:-1, :, None] + between).argmax(1).tolist()
    tags = [int((best[-1] + end).argmax())]
    for origins in reversed(came_from):
        tags.append(origins[tags[-1]])
    return tags[::-1]


def spans_of(tags: Sequence[int], offset: int = 0) -> dict[str, list[WordSpan]]:
    """The spans of each role in text order, as ranges of words counted from ``offset``."""
    spans: dict[str, list[WordSpan]] = {role: [] for role in ROLES}
    begin = 0
    while begin < len(tags):
        end = begin + 1
        if tags[begin]:
            role = (tags[begin] - 1) // 2
            while end < len(tags) and tags[end] == 2 + 2 * role:
                end += 1
            spans[ROLES[role]].append((begin + offset, end + offset))
        begin = end
    return spans
