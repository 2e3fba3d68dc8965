"""How sure the network is of a span: the share of all sequences of tags that have it, weighed by their scores.

The shares come of the forward and the backward algorithm (Rabiner 1989), scaled every few words; unlike the scores of
single words they take the neighbours in, and are about as often right as they say.
"""

from collections.abc import Sequence

import numpy as np

from claims.tagger.decoding import ROLES, Floats, Transitions, WordSpan, forbidden
from claims.tagger.encoding import Ints

_NEW = np.array([1, *[1, 0] * len(ROLES)])  # the tags that go on with nothing
_SCALED = 4  # words from one scaling to the next: between them, nothing grows or shrinks beyond what a number can hold
_LEAST = 1e-300  # so that what is as good as impossible divides by no zero


class Posteriors:
    """The shares of spans in the paragraphs of a text, whose words are scored ``[words, TAGS]``.

    ``borders`` are the first words of the paragraphs, of which none is empty, and the number of words.
    """

    def __init__(self, scores: Floats, borders: Sequence[int], transitions: Transitions) -> None:
        self._between = np.exp(transitions.between.astype(np.float64) + forbidden())
        self._weights = np.exp(scores.astype(np.float64) - scores.max(1, keepdims=True))
        begin = np.exp(transitions.begin.astype(np.float64) + forbidden()[0])
        end = np.exp(transitions.end.astype(np.float64))
        first, after = np.asarray(borders[:-1], np.int64), np.asarray(borders[1:], np.int64)
        self._sweep(begin, end, first, after - 1)
        # What comes after each word, and what does where a span ends with it, by the word's tag.
        onward = np.roll(self._backward, -1, axis=0)
        stopped = onward * _NEW
        onward, stopped = onward @ self._between.T, stopped @ self._between.T
        onward[after - 1] = stopped[after - 1] = end
        self._ends = stopped / np.maximum((self._forward * onward).sum(1, keepdims=True), _LEAST)

    def _sweep(self, begin: Floats, end: Floats, first: Ints, last: Ints) -> None:
        """Weigh what leads to each tag of each word, and what it leads to with all after it, scaled now and then.

        Goes through all paragraphs at once, and each from both of its ends at once.
        """
        steps = np.arange(int((last - first).max(initial=-1)) + 1)[:, None]
        within = steps <= last - first
        words = np.stack([np.where(within, first + steps, first), np.where(within, last - steps, last)], 1)
        weights = self._weights[words]  # [steps, directions, paragraphs, TAGS]
        scale = np.ones((*words.shape, 1))
        between = np.stack([self._between, self._between.T])
        reached = np.stack([begin, end])[:, None]
        for step, here in enumerate(weights):
            here *= reached
            if step % _SCALED == 0:
                np.maximum(here.sum(2, keepdims=True), _LEAST, out=scale[step])
                here /= scale[step]
            reached = here @ between
        onward, back = words[:, 0][within], words[:, 1][within]
        self._forward, self._backward = np.empty_like(self._weights), np.empty_like(self._weights)
        self._scale = np.empty(len(self._weights))
        self._forward[onward], self._backward[back] = weights[:, 0][within], weights[:, 1][within]
        self._scale[onward] = scale[:, 0, :, 0][within]

    def share(self, role: str, span: WordSpan) -> float:
        """From 0 to 1: how sure it is that a span of ``role`` begins and ends just there, in one paragraph."""
        begin, end = span
        begins = 1 + 2 * ROLES.index(role)
        goes_on = begins + 1
        share = self._forward[begin, begins]
        if end > begin + 1:
            steps = self._weights[begin + 1 : end, goes_on] / self._scale[begin + 1 : end]
            steps[0] *= self._between[begins, goes_on]
            steps[1:] *= self._between[goes_on, goes_on]
            share *= steps.prod()
        share *= self._ends[end - 1, begins if end == begin + 1 else goes_on]
        return float(min(1.0, share))
