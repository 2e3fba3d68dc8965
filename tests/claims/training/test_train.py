"""Training can be done again with the same result, and tells plainly what it was given wrongly."""

import json
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from claims.paragraphs import paragraphs_of
from claims.tagger.decoding import TAGS
from claims.tagger.encoding import POLNEAR, encode
from claims.training import corpus, export, train
from claims.training.base_weights import Shape
from claims.training.measure import model_of
from claims.training.network import Network
from tests.claims.tagger.toy import TOY
from tests.claims.training.tiny import write_base, write_vocabulary

TEXT = "“It is late,” she said.\n\nHe thought that they knew it."
CLAIMS = [
    {"source": [[14, 17]], "cue": [[18, 22]], "content": [[0, 13]]},
    {"source": [[25, 27]], "cue": [[28, 35]], "content": [[36, 53]]},
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with data and base weights, for a network of one block."""
    article = {"text": TEXT, "claims": CLAIMS}
    lines = [json.dumps({"id": f"paper-{number}", **article}) + "\n" for number in range(6)]
    (tmp_path / "train.jsonl").write_text("".join(lines), encoding="utf-8")
    write_base(tmp_path / "model.safetensors", vocabulary=len(TOY))
    write_vocabulary(tmp_path / "vocab.txt")
    (tmp_path / "shapeless").mkdir()
    write_vocabulary(tmp_path / "shapeless" / "vocab.txt")
    (tmp_path / "shapeless" / "config.json").write_text('{"model_type": "gpt2"}', encoding="utf-8")
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "vocab.txt").write_text("a\nb\n", encoding="utf-8")
    return tmp_path


def trained(folder: Path, out: str, *options: str) -> Path:
    """Train for two short epochs and return the checkpoint."""
    arguments = [str(folder / "train.jsonl"), str(folder / out), "--base", str(folder), "--everything", "--own", "0"]
    train.main([*arguments, "--epochs", "2", "--threads", "1", "--pieces", "200", *options])
    return folder / out / "checkpoint.pt"


def test_training_again_gives_the_same_loss_and_the_same_weights(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(out: str, seed: str) -> tuple[str, dict[str, torch.Tensor]]:
        weights = torch.load(trained(folder, out, "--seed", seed), weights_only=True)
        said = capsys.readouterr().out
        return "".join(line.split(" s, ")[-1] for line in said.splitlines() if "tags" in line), weights

    (said, weights), (said_again, weights_again) = run("one", "1"), run("again", "1")
    assert said == said_again
    assert "tags" in said
    assert all(torch.equal(weights[name], weights_again[name]) for name in weights)
    said_otherwise, _ = run("other", "2")
    assert said != said_otherwise


def test_training_learns(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    trained(folder, "out", "--epochs", "6", "--rate", "1e-3")
    losses = [
        float(line.split("tags ")[1].split()[0]) for line in capsys.readouterr().out.splitlines() if "tags" in line
    ]
    assert losses[-1] < 0.8 * losses[0]


def test_a_network_that_follows_a_teacher_comes_nearer_to_it_than_one_that_does_not(folder: Path) -> None:
    learning = ("--epochs", "6", "--rate", "1e-3", "--masked", "0")
    teacher = trained(folder, "teacher", *learning)
    silent = json.dumps({"id": "paper", "text": TEXT, "claims": []}) + "\n"  # an annotator who found nothing
    (folder / "train.jsonl").write_text(silent * 6, encoding="utf-8")
    alone = trained(folder, "alone", *learning)
    led = trained(folder, "led", *learning, "--teacher", str(teacher), "--trust", "1", "--plain", "1")

    def apart(checkpoint: Path) -> float:
        """How far the scores of words are from the teacher's."""
        encoded = encode(TEXT, paragraphs_of(TEXT), TOY)
        one, other = (
            model_of(Network.of_checkpoint(path), TOY).scores(encoded, POLNEAR)[0] for path in (checkpoint, teacher)
        )
        shares = [np.exp(scores[:, :TAGS]) / np.exp(scores[:, :TAGS]).sum(1)[:, None] for scores in (one, other)]
        return float(abs(shares[0] - shares[1]).mean())

    assert apart(led) < apart(alone) / 2


def test_training_goes_on_from_a_checkpoint_and_what_it_writes_can_be_exported(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("onnx")
    checkpoint = trained(folder, "one")
    further = trained(folder, "further", "--start", str(checkpoint))
    assert json.loads((folder / "further" / "settings.json").read_text())["start"] == str(checkpoint)
    capsys.readouterr()
    export.main([str(further), str(folder), str(folder / "model")])
    said = capsys.readouterr()
    assert [line.split(": ")[0] for line in said.out.splitlines()] == [
        str(folder / "model" / name) for name in ("network.onnx", "decoding.npz", "vocabulary.txt")
    ]
    assert said.err == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["nowhere.jsonl", "OUT", "--base", "."], "nowhere.jsonl: No such file", id="no data"),
        pytest.param(["vocab.txt", "OUT", "--base", "."], "vocab.txt, line 1: not an article", id="not JSON"),
        pytest.param(["train.jsonl", "OUT", "--base", "x"], "x/vocab.txt: No such file", id="no base"),
        pytest.param(["train.jsonl", "OUT", "--base", "bad"], "bad/vocab.txt: not a vocabulary", id="bad vocabulary"),
        pytest.param(["train.jsonl", "OUT"], "the following arguments are required: --base", id="base not named"),
        pytest.param(
            ["train.jsonl", "OUT", "--base", ".", "--start", "vocab.txt"], "vocab.txt: not a checkpoint", id="start"
        ),
        pytest.param(
            ["train.jsonl", "OUT", "--base", ".", "--teacher", "vocab.txt"], "vocab.txt: not a checkpoint", id="teacher"
        ),
        pytest.param(["train.jsonl", "OUT", "--base", "shapeless"], "config.json: not the shape of a BERT", id="shape"),
        pytest.param(["train.jsonl", "OUT", "--base", ".", "--own", "1"], "articles/train: no articles", id="none own"),
        pytest.param(["train.jsonl", "OUT", "--base", ".", "--polnear", "2"], "2 is not from 0 to 1", id="share"),
        pytest.param(["train.jsonl", "OUT", "--base", ".", "--epochs", "0"], "0 is less than 1", id="no epochs"),
        pytest.param(["train.jsonl", "OUT", "--base", ".", "--epochs", "x"], "invalid whole number value: 'x'", id="x"),
        pytest.param(["train.jsonl", "OUT", "--base", ".", "--largest", "600"], "600 is more than 510", id="window"),
        pytest.param(["train.jsonl", "vocab.txt", "--base", "."], "vocab.txt: File exists", id="out is a file"),
    ],
)
def test_what_training_is_given_wrongly_is_told_in_a_line(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    message: str,
) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setattr(corpus, "ARTICLES", folder / "articles")
    with pytest.raises(SystemExit) as left:
        train.main([*arguments, *(["--own", "0"] if "--own" not in arguments else []), "--everything"])
    said = capsys.readouterr().err
    assert left.value.code == 2
    assert message in said
    assert said.startswith("python -m claims.training.train: ")
    assert said.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["nowhere.pt", ".", "OUT"], "nowhere.pt: No such file", id="no checkpoint"),
        pytest.param(["vocab.txt", ".", "OUT"], "vocab.txt: not a checkpoint of this network", id="something else"),
        pytest.param(["one/checkpoint.pt", "one", "OUT"], "one/vocab.txt: No such file", id="no vocabulary"),
        pytest.param([], "the following arguments are required: CHECKPOINT, BASE, OUT", id="nothing"),
    ],
)
def test_what_the_export_is_given_wrongly_is_told_in_a_line(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    message: str,
) -> None:
    monkeypatch.chdir(folder)
    (folder / "one").mkdir()
    torch.save(Network(Shape(blocks=1, vocabulary=len(TOY))).state_dict(), folder / "one" / "checkpoint.pt")
    with pytest.raises(SystemExit) as left:
        export.main(arguments)
    said = capsys.readouterr().err
    assert (left.value.code, said.count("\n")) == (2, 1)
    assert message in said
    assert not (folder / "OUT").exists()


def test_help_names_every_argument_with_its_default(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        train.main(["--help"])
    said = " ".join(capsys.readouterr().out.split())
    assert left.value.code == 0
    assert "usage: python -m claims.training.train" in said
    assert "DATA PolNeAR's training part as JSON lines" in said
    assert "--epochs EPOCHS how often all is seen (default: 8)" in said
    assert "None" not in said
