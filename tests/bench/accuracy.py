"""``make accuracy``: how well the engine finds claims, on the samples and, where the data is at hand, on PolNeAR.

PolNeAR's articles are not the project's to hand on: the folder ``../shared`` holds them where the project is developed.
"""

import importlib.util
import json
import zlib
from pathlib import Path
from types import ModuleType

import claims
from tests.samples.matching import agreement
from tests.samples.sample_articles import ARTICLES, document, examples

SHARED = Path(__file__).parents[3] / "shared"
TRAINING = SHARED / "polnear" / "train.jsonl"
ENGINE = claims.read("").engine
SCORER = SHARED / "score" / "score.py"


def main() -> None:
    """Print the figures."""
    on_samples()
    if TRAINING.exists() and SCORER.exists():
        on_polnear()
    else:
        print("PolNeAR is not at hand: no figures on it")


def on_samples() -> None:
    """Each sample, and all of them: the rules were tuned on these, so the figures flatter."""
    pairs, annotated, found = [], 0, 0
    print(f"{ENGINE} on the samples (speech)   P      R      F1   speaker  quote kind")
    for path in ARTICLES:
        text = document(path).text
        examined = [e for e in examples(path) if e.fields.get("act") != "attitude"]
        one = agreement(text, examined, [c for c in claims.read(text).claims if c.act == "speech"])
        pairs += one.pairs
        annotated += one.annotated
        found += one.found
        print(f"  {path.name:28} {one.precision:6.1%} {one.recall:6.1%} {one.f1:6.1%}")
    speaker = sum(c.speaker == e.fields["speaker"] for e, c in pairs) / len(pairs)
    quote = sum(c.quote == e.fields["quote"] for e, c in pairs) / len(pairs)
    precision, recall = len(pairs) / found, len(pairs) / annotated
    f1 = 2 * len(pairs) / (annotated + found)
    print(f"  {'all':28} {precision:6.1%} {recall:6.1%} {f1:6.1%} {speaker:6.1%} {quote:6.1%}")


def on_polnear() -> None:
    """A fifth of PolNeAR's training part that was held out; both acts, as the corpus counts."""
    score = _scorer()
    articles = [json.loads(line) for line in TRAINING.read_text(encoding="utf-8").splitlines()]
    held_out = [article for article in articles if zlib.crc32(article["id"].encode()) % 5 == 0]
    predicted = [
        {
            "id": article["id"],
            "claims": [
                {"source": c.source, "cue": c.cue, "content": c.content} for c in claims.read(article["text"]).claims
            ],
        }
        for article in held_out
    ]
    print(f"{ENGINE} on {len(held_out)} held-out articles of PolNeAR's training part")
    print(score.format_report(score.score(held_out, predicted)))


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
