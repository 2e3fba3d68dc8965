"""The network takes over published weights, and what is exported is the network that was trained."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from claims.paragraphs import paragraphs_of
from claims.tagger.decoding import Floats
from claims.tagger.encoding import GUIDE, encode
from claims.tagger.network import NETWORK, VOCABULARY, Model, load
from claims.training.base_weights import Shape, distances, shape_of
from claims.training.corpus import DataError
from claims.training.eight_bits import RoundedEmbedding, in_eight_bits
from claims.training.network import Network
from tests.claims.tagger.toy import TOY
from tests.claims.training.tiny import write_base, write_mpnet, write_vocabulary

TEXT = "“It is late,” she said.\n\nHe thought so."
ENCODED = encode(TEXT, paragraphs_of(TEXT), TOY)


def tiny(relative: bool = False) -> Network:
    """A network of one block that knows the toy vocabulary."""
    torch.manual_seed(1)
    network: Network = Network(Shape(blocks=1, vocabulary=len(TOY), relative=relative)).eval()
    if network.relative is not None:
        network.relative.normal_()
    return network


@pytest.mark.parametrize("relative", [False, True])
def test_what_is_filled_up_changes_nothing_for_the_rest(relative: bool) -> None:
    network = Network(Shape(blocks=1, vocabulary=len(TOY), relative=relative)).eval()
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


def test_an_encoder_with_a_bias_for_distances_is_taken_over_in_berts_order(tmp_path: Path) -> None:
    shape = Shape(width=24, heads=2, blocks=1, places=40, vocabulary=110, epsilon=1e-5, relative=True)
    weights = write_mpnet(tmp_path, shape)
    assert shape_of(tmp_path / "config.json") == replace(shape, epsilon=1e-5)
    network = Network(shape).eval()
    network.load_base(tmp_path / "model.safetensors")
    words = weights["embeddings.word_embeddings.weight"]
    for ours, theirs in ((5, 9), (109, 113), (0, 1), (101, 0), (102, 2), (103, 114)):
        assert torch.equal(network.word.weight[ours], words[theirs])
    torch.save(network.state_dict(), tmp_path / "checkpoint.pt")
    again = Network.of_checkpoint(tmp_path / "checkpoint.pt")
    assert again.shape.blocks == 1
    assert torch.equal(again.relative, weights["encoder.relative_attention_bias.weight"])


def test_distances_are_told_apart_the_more_exactly_the_nearer_they_are() -> None:
    buckets = distances(300)
    assert buckets[100, 100] == 0
    assert buckets[100, 93:100].tolist() == [7, 6, 5, 4, 3, 2, 1]
    assert buckets[100, 101:108].tolist() == [17, 18, 19, 20, 21, 22, 23]
    assert buckets[200, 0] == buckets[250, 0] == 15
    assert buckets.max() == 31


def test_weights_of_another_shape_or_kind_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "model.safetensors"
    write_base(path, vocabulary=len(TOY) + 1)
    with pytest.raises(DataError, match=r"model\.safetensors: not the weights of an encoder"):
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


def exported(network: Network, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Model:
    """What the tagger loads of the network once that is exported."""
    pytest.importorskip("onnx")
    from claims.training.export import export

    monkeypatch.setattr("claims.tagger.network.BERT_SIGNS", (TOY.unknown, TOY.first, TOY.last, TOY.mask))
    export(network, folder)
    write_vocabulary(folder / VOCABULARY)
    return load(folder)


def computed(network: Network) -> list[Floats]:
    """The scores and vectors that the network itself has for the words of `TEXT`."""
    pieces, features, first = ENCODED.inputs(0, len(ENCODED.words), GUIDE, TOY)
    its = network(torch.from_numpy(pieces[None]), torch.from_numpy(features[None]))
    return [one[0].detach().numpy()[first] for one in its]


@pytest.mark.filterwarnings("ignore:torch.tensor results are registered as constants")
@pytest.mark.parametrize("relative", [False, True])
def test_the_tagger_loads_what_is_exported_and_scores_as_the_network_did(
    relative: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    network = tiny(relative)
    network.none.data += 0.5
    model = exported(network, tmp_path, monkeypatch)
    assert model.links.none.tolist() == [0.5, 0.5]
    for found, exact in zip(model.scores(ENCODED, GUIDE), computed(network), strict=True):
        assert np.abs(found - exact).max() < 0.05 * np.abs(exact).max()  # eight bits are not exact


def test_the_runtime_copies_nothing_in_the_attention_but_what_the_heads_attended_to(tmp_path: Path) -> None:
    onnx = pytest.importorskip("onnx")
    import onnxruntime

    from claims.training.export import export

    export(tiny(), tmp_path)
    options = onnxruntime.SessionOptions()
    options.optimized_model_filepath = str(tmp_path / "optimised.onnx")
    options.log_severity_level = 3  # no word that such a file is for this machine
    onnxruntime.InferenceSession(tmp_path / NETWORK, options, providers=["CPUExecutionProvider"])
    nodes = onnx.load(tmp_path / "optimised.onnx").graph.node
    block = Counter(one.op_type for one in nodes if "blocks" in "".join([*one.input, *one.output]))
    assert block["FusedMatMul"] == 2
    assert block["DynamicQuantizeLinear"] == 1  # for queries, keys and values
    assert block["Transpose"] == 1
    assert not block["Mul"]
    assert not block["Split"]


def test_a_network_that_trains_in_eight_bits_computes_what_the_exported_one_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    network = tiny()
    model = exported(network, tmp_path, monkeypatch)
    network.word = RoundedEmbedding(network.word)
    in_eight_bits(network)
    for found, exact in zip(model.scores(ENCODED, GUIDE), computed(network), strict=True):
        apart = np.abs(found - exact)
        assert np.median(apart) < 1e-6
        assert apart.max() < 0.02  # what lies between two steps may be rounded up by one and down by the other


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
