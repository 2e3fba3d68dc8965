"""The network's loss is the likelihood that it is said to be, and what is exported is the network that was trained."""

from itertools import pairwise, product
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from claims.paragraphs import paragraphs_of
from claims.tagger.decoding import LAYERS, TAGS, forbidden
from claims.tagger.encoding import GUIDE, encode
from claims.tagger.network import VOCABULARY, load
from claims.training.corpus import DataError
from claims.training.network import Network
from tests.claims.tagger.toy import TOY
from tests.claims.training.tiny import write_base, write_vocabulary


def tiny() -> Network:
    """A network of one block that knows the toy vocabulary."""
    torch.manual_seed(1)
    return Network(blocks=1, vocabulary=len(TOY)).eval()


@torch.no_grad()
def test_the_loss_is_the_share_of_the_right_sequence_among_all() -> None:
    network = tiny()
    for parameter in (network.between, network.begin, network.end):
        parameter.copy_(torch.randn(parameter.shape))
    scores = torch.randn(2, 3, TAGS)
    tags = torch.tensor([[1, 2, 5], [3, 4, 0]])
    there = torch.tensor([[True, True, True], [True, True, False]])
    for layer in range(LAYERS):
        expected = sum(
            -np.log(
                weight(network, layer, one, right) / sum(weight(network, layer, one, s) for s in sequences(len(right)))
            )
            for one, right in ((scores[0], (1, 2, 5)), (scores[1], (3, 4)))
        )
        assert float(network.tags_loss(layer, scores, tags, there)) == pytest.approx(expected, rel=1e-4)


def sequences(words: int) -> list[tuple[int, ...]]:
    return list(product(range(TAGS), repeat=words))


def weight(network: Network, layer: int, scores: "torch.Tensor", tags: tuple[int, ...]) -> float:
    """The exponential of the score of one sequence."""
    between = network.between[layer].numpy() + forbidden()
    score = float(network.begin[layer][tags[0]] + network.end[layer][tags[-1]])
    score += sum(float(scores[word, tag]) for word, tag in enumerate(tags))
    score += sum(float(between[one, other]) for one, other in pairwise(tags))
    return float(np.exp(score))


def test_what_is_filled_up_changes_nothing_for_the_rest() -> None:
    network = tiny()
    pieces, features = torch.randint(4, len(TOY), (1, 9)), torch.zeros(1, 9, 4, dtype=torch.long)
    mask = torch.tensor([[True] * 6 + [False] * 3])[:, None, None]
    alone = network(pieces[:, :6], features[:, :6])
    filled = network(pieces, features, mask)
    for one, other in zip(alone, filled, strict=True):
        assert torch.allclose(one, other[:, :6], atol=1e-5)


def test_the_base_weights_are_taken_over(tmp_path: Path) -> None:
    weights = write_base(tmp_path / "model.safetensors", vocabulary=len(TOY))
    network = tiny()
    network.load_base(tmp_path / "model.safetensors")
    assert torch.equal(network.word.weight, weights["embeddings.word_embeddings.weight"])
    key = weights["encoder.layer.0.attention.self.key.weight"]
    assert torch.equal(network.blocks[0].qkv.weight[len(key) : 2 * len(key)], key)


def test_weights_of_another_shape_or_kind_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "model.safetensors"
    write_base(path, vocabulary=len(TOY) + 1)
    with pytest.raises(DataError, match=r"model\.safetensors: not the weights of a BERT encoder"):
        tiny().load_base(path)
    path.write_bytes(b"nothing of the kind")
    with pytest.raises(DataError, match=r"model\.safetensors: not the weights"):
        tiny().load_base(path)
    with pytest.raises(DataError, match=r"model\.safetensors: not a checkpoint of this network"):
        tiny().load_checkpoint(path)
    torch.save({"word.weight": torch.zeros(3)}, path)
    with pytest.raises(DataError, match="not a checkpoint"):
        tiny().load_checkpoint(path)
    with pytest.raises(FileNotFoundError):
        tiny().load_checkpoint(tmp_path / "nowhere.pt")


def test_the_tagger_loads_what_is_exported_and_scores_as_the_network_did(tmp_path: Path) -> None:
    pytest.importorskip("onnx")
    from claims.training.export import export

    network = tiny()
    network.none.data += 0.5
    export(network, tmp_path)
    write_vocabulary(tmp_path / VOCABULARY)
    model = load(tmp_path)
    assert model.links.none.tolist() == [0.5, 0.5]
    text = "“It is late,” she said.\n\nHe thought so."
    encoded = encode(text, paragraphs_of(text), TOY)
    pieces, features, first = encoded.inputs(0, len(encoded.words), GUIDE, TOY)
    expected = network(torch.from_numpy(pieces[None]), torch.from_numpy(features[None]))
    for found, its in zip(model.scores(encoded, GUIDE), expected, strict=True):
        exact = its[0].detach().numpy()[first]
        assert np.abs(found - exact).max() < 0.05 * np.abs(exact).max()  # eight bits are not exact


def test_the_same_network_is_exported_to_the_same_bytes_without_the_places_it_came_from(tmp_path: Path) -> None:
    pytest.importorskip("onnx")
    from claims.training.export import export

    for folder in ("one", "other"):
        export(tiny(), tmp_path / folder)
    for name in ("network.onnx", "decoding.npz"):
        written = (tmp_path / "one" / name).read_bytes()
        assert written == (tmp_path / "other" / name).read_bytes()
        assert str(Path(__file__).parents[3]).encode() not in written
        assert b"site-packages" not in written
