"""``python -m claims.training.train DATA OUT``: train the tagger on PolNeAR's articles and the project's own.

Seeds are fixed: on one processor the same command gives the same weights. A GPU does the work where there is one.
"""

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path

import torch
from torch.utils.data import DataLoader

from claims.training.base_weights import shape_of, vocabulary_at
from claims.training.command import Parser, count, share
from claims.training.corpus import DataError, held_out, own, polnear
from claims.training.eight_bits import in_eight_bits
from claims.training.lessons import Lessons, Mixture, Windows
from claims.training.losses import loss_of
from claims.training.network import Network
from claims.training.teaching import Teachers


def main(arguments: Sequence[str] | None = None) -> None:
    """Train and write OUT/checkpoint.pt."""
    parser = Parser("train", "Train the tagger on PolNeAR's articles and the project's own; write OUT/checkpoint.pt.")
    parser.add_argument("data", type=Path, metavar="DATA", help="PolNeAR's training part as JSON lines")
    parser.add_argument("out", type=Path, metavar="OUT", help="the folder to write to")
    parser.add_argument("--base", type=Path, required=True, help="folder with model.safetensors and vocab.txt")
    parser.add_argument("--start", type=Path, help="a checkpoint to go on from")
    parser.add_argument(
        "--teacher", type=Path, action="append", default=[], help="a checkpoint of a network to follow; more than once"
    )
    parser.add_argument("--trust", type=share, default=0.7, help="what the teachers' word counts beside an annotator's")
    parser.add_argument("--other", type=share, default=0.3, help="share of articles taught by the other convention too")
    parser.add_argument("--agree", type=float, default=0.0, help="what two readings by one network count that differ")
    parser.add_argument("--eight-bits", action="store_true", help="train as the exported network will compute")
    parser.add_argument("--epochs", type=count(1), default=8, help="how often all is seen")
    parser.add_argument("--everything", action="store_true", help="train on the held-out articles too")
    parser.add_argument("--own", type=count(0), default=3, help="how often an epoch has the project's own articles")
    parser.add_argument("--polnear", type=share, default=1.0, help="share of PolNeAR's articles in an epoch")
    parser.add_argument("--rate", type=float, default=1e-4, help="learning rate of the encoder")
    parser.add_argument("--largest", type=count(1, 510), default=380, help="pieces in a window")
    parser.add_argument("--pieces", type=count(1), default=1536, help="pieces in a batch")
    parser.add_argument("--masked", type=share, default=0.06, help="share of words that are hidden")
    parser.add_argument("--plain", type=share, default=0.5, help="share of articles that are not augmented")
    parser.add_argument("--seed", type=int, default=1, help="for all that is left to chance")
    parser.add_argument("--threads", type=count(1), default=torch.get_num_threads(), help="of the processor")
    options = parser.parse_args(arguments)
    with parser.refusing():
        train(options)


def train(options: argparse.Namespace) -> None:
    """Train as the ``options`` of the command say.

    Raises:
        OSError, DataError, NotationError: where a file cannot be read, or is not what it should be.
    """
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    torch.set_flush_denormal(True)  # gradients that have all but gone would slow a processor down many times over
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    vocabulary = vocabulary_at(options.base / "vocab.txt")
    political = [a for a in polnear(options.data) if options.everything or not held_out(a.name)]
    others = own("train") if options.own else []
    print(f"{len(political)} articles of PolNeAR, {len(others)} of the project's own, on {device}", flush=True)
    if not political and not others:
        raise DataError(f"{options.data}: nothing is left to train on")
    teachers = Teachers(options.teacher, device) if options.teacher else None

    network = Network(shape_of(options.base / "config.json"))
    network.load_base(options.base / "model.safetensors")
    if options.start:
        network.load_checkpoint(options.start)
    if options.eight_bits:
        in_eight_bits(network)
    network.to(device)
    network.word.weight.requires_grad_(False)
    encoder = [p for n, p in network.named_parameters() if n.startswith(("blocks", "norm", "place"))]
    biases = [network.between, network.begin, network.end, network.distance, network.none]
    heads = [*network.features.parameters(), *network.tag.parameters(), *network.link.parameters()]
    optimiser = torch.optim.AdamW(
        [
            {"params": encoder, "base": options.rate, "weight_decay": 0.01},
            {"params": heads, "base": 10 * options.rate, "weight_decay": 0.0},
            {"params": biases, "base": 50 * options.rate, "weight_decay": 0.0},
        ],
        lr=0.0,
    )
    trained = [*encoder, *heads, *biases]
    average = [p.detach().clone() for p in trained]
    options.out.mkdir(parents=True, exist_ok=True)
    begun = time.monotonic()
    other = options.other if teachers else 0.0
    mixture = Mixture(own=options.own, polnear=options.polnear, plain=options.plain, other=other)
    windows = Windows(largest=options.largest, pieces=options.pieces, masked=options.masked)
    lessons = Lessons(political, others, vocabulary, mixture, windows, epochs=options.epochs, seed=options.seed)
    sums = torch.zeros(4)
    network.train()
    for number, step in enumerate(DataLoader(lessons, batch_size=None, num_workers=1)):
        for group in optimiser.param_groups:
            group["lr"] = group["base"] * min(1.0, step.done / 0.05 + 0.02) * max(0.01, 1 - step.done)
        batch = step.batch.to(device)
        taught = teachers.expect(batch) if teachers else None
        tags, links = loss_of(network, batch, taught, options.trust, options.agree)
        words = int(step.batch.there.sum())
        optimiser.zero_grad(set_to_none=True)
        ((tags + links) / words).backward()
        torch.nn.utils.clip_grad_norm_(trained, 1.0)
        optimiser.step()
        decay = min(0.997, (1 + number) / (10 + number))
        torch._foreach_lerp_(average, [p.detach() for p in trained], 1 - decay)
        spans = sum(len(one.spans) for one in step.batch.links)
        sums += torch.tensor([tags.item(), words, links.item(), spans])
        if number % 50 == 49 or step.last:
            print(
                f"step {number + 1}, {step.done:.1%}, {time.monotonic() - begun:.0f} s, "
                f"tags {sums[0] / sums[1]:.4f} a word, links {sums[2] / max(1, sums[3]):.3f}",
                flush=True,
            )
            sums.zero_()
        if step.last:
            _save(network, trained, average, options.out)
    settings = json.dumps(vars(options), indent=1, default=str)
    (options.out / "settings.json").write_text(settings, encoding="utf-8")


def _save(network: Network, trained: Sequence[torch.Tensor], average: Sequence[torch.Tensor], out: Path) -> None:
    """Write the network as it is, and with the average over the last steps for each parameter that is trained."""
    saved = network.state_dict()
    torch.save(saved, out / "last.pt")
    names = {id(p): n for n, p in network.named_parameters()}
    for parameter, mean in zip(trained, average, strict=True):
        saved = {**saved, names[id(parameter)]: mean}
    torch.save(saved, out / "checkpoint.pt")


if __name__ == "__main__":
    main()
