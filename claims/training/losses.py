"""What the network is trained by: the tags that annotators gave, those that teachers would give, and the links."""

from collections.abc import Sequence

import torch
import torch.nn.functional as F  # noqa: N812 (the usual name)
from torch import Tensor

from claims.tagger.decoding import LAYERS, TAGS
from claims.tagger.linking import SIZE
from claims.training import crf
from claims.training.batches import Batch
from claims.training.network import Network

Fields = Sequence[Sequence[crf.Potentials]]
"""For each teacher the potentials of each of its layers."""


def loss_of(network: Network, batch: Batch, teachers: Fields = (), trust: float = 1.0) -> tuple[Tensor, Tensor]:
    """The losses of tags and of links, each summed over the batch.

    ``trust`` is the share that the teachers' word has where there is an annotator's too; of links only these
    tell.
    """
    mask = None
    if not bool(batch.mask.all()):
        mask = batch.mask[:, None, None]
    with torch.autocast(batch.mask.device.type, dtype=torch.bfloat16):
        scores, vectors = network(batch.pieces, batch.features, mask)

    def words(values: Tensor) -> Tensor:
        return values.float().gather(1, batch.first[..., None].expand(-1, -1, values.shape[-1]))

    scores, vectors = words(scores), words(vectors)
    flat = scores.reshape(-1, scores.shape[-1])[batch.sequences]
    tags = flat.new_zeros(())
    for layer in range(LAYERS):
        chosen = batch.nested if layer else torch.ones_like(batch.nested)
        if bool(chosen.any()):
            expected = _expected(batch, layer, chosen, teachers, trust)
            its = flat[chosen][..., layer * TAGS : (layer + 1) * TAGS]
            tags = tags + crf.loss(its, network.potentials(layer), batch.there[chosen], expected)
    return tags, _links_loss(network, batch, vectors)


def _expected(batch: Batch, layer: int, chosen: Tensor, teachers: Fields, trust: float) -> crf.Expected:
    """What the tags of a layer should be in the paragraphs that are ``chosen``."""
    there = batch.there[chosen]
    annotated = crf.annotated(batch.tags[layer][chosen], there, TAGS)
    if not bool(batch.led.any()):
        return annotated
    taught = crf.mean(
        [
            crf.marginals(scores[chosen][..., layer * TAGS : (layer + 1) * TAGS], its[layer], there)
            for scores, its in zip(batch.taught, teachers, strict=True)
        ]
    )
    share = torch.where(batch.told[chosen], trust, 1.0) * batch.led[chosen]
    return annotated.mixed(taught, share)


def _links_loss(network: Network, batch: Batch, vectors: Tensor) -> Tensor:
    links = vectors.new_zeros(())
    for one in batch.links:
        looking = vectors[one.window, :, 2 * one.which * SIZE : (2 * one.which + 1) * SIZE]
        looked_for = vectors[one.window, :, (2 * one.which + 1) * SIZE : (2 * one.which + 2) * SIZE]
        products = looking[one.spans].mean(1) @ looked_for[one.candidates].mean(1).T / SIZE**0.5
        products = products + network.distance[one.which][one.buckets]
        none = network.none[one.which].expand(len(one.spans), 1)
        links = links + F.cross_entropy(torch.cat([products, none], 1), one.right, reduction="sum")
    return links
