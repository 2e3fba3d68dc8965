"""What the network is trained by: the tags that annotators gave, those that teachers would give, and the links."""

from collections.abc import Sequence

import torch
import torch.nn.functional as F  # noqa: N812 (the usual name)
from torch import Tensor

from claims.tagger.decoding import LAYERS, TAGS
from claims.tagger.linking import SIZE
from claims.training import crf
from claims.training.batches import Batch, Links
from claims.training.network import Network

Taught = Sequence[crf.Expected]
"""What teachers expect of a batch, for each layer; where the layer does not count it means nothing."""


def reading(network: Network, batch: Batch, pieces: Tensor) -> tuple[Tensor, Tensor]:
    """What the network makes of ``pieces``, which are the batch's or as those that are shown.

    Scores of tags ``[paragraphs, words, LAYERS * TAGS]``, and vectors for linking ``[windows, words, …]``.
    """
    mask = None
    if not bool(batch.mask.all()):
        mask = batch.mask[:, None, None]
    with torch.autocast(batch.mask.device.type, dtype=torch.bfloat16):
        scores, vectors = network(pieces, batch.features, mask)

    def words(values: Tensor) -> Tensor:
        return values.float().gather(1, batch.first[..., None].expand(-1, -1, values.shape[-1]))

    scores = words(scores)
    return scores.reshape(-1, scores.shape[-1])[batch.sequences], words(vectors)


def loss_of(
    network: Network, batch: Batch, taught: Taught | None = None, trust: float = 1.0, agree: float = 0.0
) -> tuple[Tensor, Tensor]:
    """The losses of tags and of links, each summed over the batch.

    ``trust`` is the share that the teachers' word has where there is an annotator's too; of links only these tell.
    Where ``agree`` is not nought the network reads twice, with other parts of it dropped, and what counts is the mean
    of both, and so much more how far each is from what the other expects (after R-Drop, Liang et al. 2021).
    """
    readings = [reading(network, batch, batch.shown) for _ in range(2 if agree else 1)]
    tags = batch.there.new_zeros((), dtype=torch.float32)
    for layer in range(LAYERS):
        chosen = batch.counted(layer)
        if bool(chosen.any()):
            there = batch.there[chosen]
            expected = crf.annotated(batch.tags[layer][chosen], there, TAGS)
            if taught:
                share = torch.where(batch.told[chosen], trust, 1.0)
                expected = expected.mixed(taught[layer].of(chosen), share)
            potentials = network.potentials(layer)
            several = [scores[chosen][..., layer * TAGS : (layer + 1) * TAGS] for scores, _ in readings]
            tags = tags + sum(crf.loss(one, potentials, there, expected) for one in several) / len(several)
            if agree:
                one, other = several
                for follows, leads in ((one, other), (other, one)):
                    told = crf.marginals(leads, potentials, there)
                    tags = tags + agree * crf.loss(follows, potentials, there, told) / 2
    links = [_links_loss(network, its, vectors) for its in batch.links for _, vectors in readings]
    return tags, sum(links, tags.new_zeros(())) / len(readings)


def _links_loss(network: Network, links: Links, vectors: Tensor) -> Tensor:
    looking = vectors[..., 2 * links.which * SIZE : (2 * links.which + 1) * SIZE]
    looked_for = vectors[..., (2 * links.which + 1) * SIZE : (2 * links.which + 2) * SIZE]
    products = _of_ends(looking, links.spans) @ _of_ends(looked_for, links.candidates).T / SIZE**0.5
    products = products + network.distance[links.which][links.buckets]
    products = products.masked_fill(~links.possible, -1e4)
    none = network.none[links.which].expand(len(links.spans), 1)
    return F.cross_entropy(torch.cat([products, none], 1), links.right, reduction="sum")


def _of_ends(vectors: Tensor, spans: Tensor) -> Tensor:
    """``[spans, size]``: the mean of what a span's first and last word have."""
    window, first, last = spans.T
    return (vectors[window, first] + vectors[window, last]) / 2
