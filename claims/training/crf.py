"""The conditional random field over the tags of a paragraph (Lafferty et al. 2001), as a loss to train by.

What the tags should be is told as expectations: how often each tag is at each word and each pair of tags in a sequence.
An annotator's tags are the case of ones and zeros; a teacher's are its marginals, and following them is knowledge
distillation over whole sequences without listing them (Wang et al. 2021, *Structural knowledge distillation*).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor


@dataclass(frozen=True)
class Potentials:
    """Scores for going from one tag to another ``[tags, tags]``, and for beginning and ending with each ``[tags]``."""

    between: Tensor
    begin: Tensor
    end: Tensor


@dataclass(frozen=True)
class Expected:
    """How often each tag is at each word ``[sequences, words, tags]``, follows another, and stands at either end.

    ``between`` is ``[sequences, tags, tags]``, ``begin`` and ``end`` are ``[sequences, tags]``.
    """

    tags: Tensor
    between: Tensor
    begin: Tensor
    end: Tensor

    def of(self, chosen: Tensor) -> "Expected":
        """Those of the sequences that are ``chosen`` ``[sequences]``."""
        return Expected(*(one[chosen] for one in _parts(self)))

    def mixed(self, other: "Expected", share: Tensor) -> "Expected":
        """These expectations, with a ``share`` ``[sequences]`` of those of ``other``."""
        return Expected(
            *(
                torch.lerp(mine, its, share.reshape(-1, *[1] * (mine.dim() - 1)))
                for mine, its in zip(_parts(self), _parts(other), strict=True)
            )
        )


def _parts(one: Expected) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    return one.tags, one.between, one.begin, one.end


def annotated(tags: Tensor, there: Tensor, kinds: int) -> Expected:
    """The expectations of ``tags`` ``[sequences, words]``; ``there`` tells which words are, the first ones of each."""
    ones = torch.nn.functional.one_hot(tags, kinds).float() * there[..., None]
    last = ones.gather(1, (there.sum(1) - 1)[:, None, None].expand(-1, 1, kinds))[:, 0]
    return Expected(ones, ones[:, :-1].transpose(1, 2) @ ones[:, 1:], ones[:, 0], last)


def marginals(scores: Tensor, potentials: Potentials, there: Tensor) -> Expected:
    """The expectations under a field that scores words so, ``[sequences, words, tags]``.

    They are the slopes of the logarithm of its partition function.
    """
    count = len(scores)
    with torch.enable_grad():
        leaves = [
            one.detach().clone().requires_grad_()
            for one in (
                scores,
                potentials.between.expand(count, -1, -1),
                potentials.begin.expand(count, -1),
                potentials.end.expand(count, -1),
            )
        ]
        return Expected(*torch.autograd.grad(_partition(leaves[0], Potentials(*leaves[1:]), there).sum(), leaves))


def mean(several: Sequence[Expected]) -> Expected:
    """What several fields expect on average."""
    return Expected(*(torch.stack(parts).mean(0) for parts in zip(*map(_parts, several), strict=True)))


def loss(scores: Tensor, potentials: Potentials, there: Tensor, expected: Expected) -> Tensor:
    """The cross entropy between what is ``expected`` and the field's own distribution, summed over sequences.

    Where tags are certain this is the negative logarithm of their likelihood. ``scores`` are ``[sequences, words,
    tags]``; ``there`` ``[sequences, words]`` tells which words are: at least the first, and those that are stand first.
    """
    right = (scores * expected.tags).sum()
    right = right + (potentials.between * expected.between.sum(0)).sum()
    right = right + (potentials.begin * expected.begin.sum(0)).sum() + (potentials.end * expected.end.sum(0)).sum()
    return _partition(scores, potentials, there).sum() - right


def _partition(scores: Tensor, potentials: Potentials, there: Tensor) -> Tensor:
    """``[sequences]``; ``potentials`` may have a first dimension of sequences.

    Going from one word to the next is a product of matrices, and products may be taken in pairs: the tree of them (as
    in Rush 2020, *Torch-Struct*) is a few steps deep where one word after the other is a hundred, each of which would
    cost a GPU as much as a whole level. Each product is divided by its greatest number, whose logarithm is kept.
    """
    between = potentials.between if potentials.between.dim() == 3 else potentials.between[None]
    count, _, kinds = scores.shape
    kept = scores.new_zeros(count)

    def scaled(logarithms: Tensor) -> Tensor:
        nonlocal kept
        greatest = logarithms.detach().amax((-2, -1), keepdim=True)
        kept = kept + greatest.reshape(count, -1).sum(1)
        return (logarithms - greatest).exp()

    stays = torch.eye(kinds, device=scores.device).log().clamp(min=-1e4)
    steps = between[:, None] + scores[:, 1:, None]  # [sequences, words - 1, tags, tags]
    products = scaled(torch.where(there[:, 1:, None, None], steps, stays))
    while products.shape[1] > 1:
        if products.shape[1] % 2:
            one = torch.eye(kinds, device=scores.device).expand(count, 1, -1, -1)
            products = torch.cat([products, one], 1)
        products = products[:, ::2] @ products[:, 1::2]
        greatest = products.detach().amax((-2, -1), keepdim=True)
        kept = kept + greatest.log().reshape(count, -1).sum(1)
        products = products / greatest
    reached = scaled((potentials.begin + scores[:, 0])[:, None])
    if products.shape[1]:
        reached = reached @ products[:, 0]
    last = scaled(potentials.end.expand(count, -1)[:, None])
    return (reached * last).sum((1, 2)).log() + kept
