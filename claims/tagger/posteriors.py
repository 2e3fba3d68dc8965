"""How sure the network is of a span: the share of all sequences of tags that have it, weighed by their scores.

The shares come of the forward and the backward algorithm (Rabiner 1989), scaled at every word; unlike the scores of
single words they take the neighbours in, and are about as often right as they say.
"""

from collections.abc import Sequence

import numpy as np

from claims.tagger.decoding import ROLES, TAGS, Floats, Transitions, WordSpan, forbidden

_LEAST = 1e-300  # so that what is as good as impossible divides by no zero


class Posteriors:
    """The shares of spans in the paragraphs of a text, whose words are scored ``[words, TAGS]``.

    ``borders`` are the first words of the paragraphs, of which none is empty, and the number of words.
    """

    def __init__(self, scores: Floats, borders: Sequence[int], transitions: Transitions) -> None:
        self._between = np.exp(transitions.between.astype(np.float64) + forbidden())
        self._begin = np.exp(transitions.begin.astype(np.float64) + forbidden()[0])
        self._end = np.exp(transitions.end.astype(np.float64))
        self._weights = np.exp(scores.astype(np.float64) - scores.max(1, keepdims=True))
        self._forward = np.zeros((len(scores), TAGS))
        self._backward = np.zeros((len(scores), TAGS))
        self._scale = np.ones(len(scores))
        self._first = np.asarray(borders[:-1], np.int64)
        self._last = np.asarray(borders[1:], np.int64) - 1
        self._firsts, self._lasts = frozenset(borders[:-1]), frozenset(borders[1:])
        longest = int((self._last - self._first).max(initial=-1)) + 1
        self._go_forward(longest)
        self._go_backward(longest)

    def _go_forward(self, longest: int) -> None:
        for step in range(longest):
            words = (self._first + step)[self._first + step <= self._last]
            reached = self._forward[words - 1] @ self._between if step else self._begin
            reached = reached * self._weights[words]
            self._scale[words] = np.maximum(reached.sum(1), _LEAST)
            self._forward[words] = reached / self._scale[words, None]

    def _go_backward(self, longest: int) -> None:
        self._backward[self._last] = self._end / (self._forward[self._last] @ self._end)[:, None]
        for step in range(1, longest):
            words = (self._last - step)[self._last - step >= self._first]
            after = self._weights[words + 1] * self._backward[words + 1] / self._scale[words + 1, None]
            self._backward[words] = after @ self._between.T

    def share(self, role: str, span: WordSpan) -> float:
        """From 0 to 1: how sure it is that a span of ``role`` begins and ends just there, in one paragraph."""
        begin, end = span
        begins = 1 + 2 * ROLES.index(role)
        goes_on = begins + 1
        before = self._begin if begin in self._firsts else self._forward[begin - 1] @ self._between
        share = before[begins] * self._weights[begin, begins] / self._scale[begin]
        for word in range(begin + 1, end):
            tag = begins if word == begin + 1 else goes_on
            share *= self._between[tag, goes_on] * self._weights[word, goes_on] / self._scale[word]
        last = begins if end == begin + 1 else goes_on
        if end in self._lasts:
            after = self._end[last] / (self._forward[end - 1] @ self._end)
        else:
            following = self._between[last].copy()
            following[goes_on] = 0
            after = following @ (self._weights[end] * self._backward[end]) / self._scale[end]
        return float(min(1.0, share * after))
