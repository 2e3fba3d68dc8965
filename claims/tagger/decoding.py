"""From the network's scores for each word to spans: Viterbi's search for the best sequence of tags.

A layer of tags is flat: no span overlaps another. The first layer holds an article's claims, the second those that
are reported inside the content of another. The tags are O, then for source, cue and content one that begins a span
and one that goes on with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

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
    lengths = np.array([len(one) for one in sequences])
    longest = int(lengths.max())
    scores = np.zeros((longest, len(sequences), TAGS), np.float32)
    for number, one in enumerate(sequences):
        scores[: len(one), number] = one
    back = np.zeros(scores.shape, np.int64)
    best = begin + scores[0]
    for word in range(1, longest):
        reached = best[:, :, None] + between
        back[word] = reached.argmax(1)
        best = np.where((word < lengths)[:, None], reached.max(1) + scores[word], best)
    last = (best + transitions.end).argmax(1)
    found = []
    for number, length in enumerate(lengths):
        tags = [int(last[number])]
        for word in range(length - 1, 0, -1):
            tags.append(int(back[word, number, tags[-1]]))
        found.append(tags[::-1])
    return found


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
