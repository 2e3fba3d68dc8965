"""Write wordpieces.json: what the usual implementation makes of varied text, to hold ours to where it is not at hand.

``python -m tests.claims.tagger.make_wordpieces`` needs the package tokenizers; run it again for another vocabulary.
"""

import hashlib
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from claims.tagger import FOLDER
from claims.tagger.network import VOCABULARY
from tests.claims.tagger.varied_text import lines

EXPECTED = Path(__file__).with_name("wordpieces.json")
COUNT, SEED = 1_000, 1
Pieces = tuple[list[int], list[int]]

SAMPLE = (
    "The minister’s spokeswoman, 44, told reporters: “We didn't know.”",
    "It's a co-operative of self-employed e-bike couriers (est. 1998), worth $4.5bn.",
    "Café, naïve, Ångström, Łódź, Malmö, straße, İzmir, ΣΊΣΥΦΟΣ.",
    "Cafe\u0301 and cafe\u0301s, written apart.",
    "Zelenskyy – Зеленський – 北京 – 東京タワー – 서울 – القاهرة – नमस्ते",
    "👩‍👩‍👧 🇸🇪 👍🏽 said 😀",
    "zero\u200bwidth soft\u00adhyphen no\u00a0break bell\x07 null\0 \ufeff",
    "one\ttwo\r\nthree\u2028four\u3000five",
    "a≠b, a≤b, ½, №, ™, ², ﬁ",
    "antidisestablishmentarianism " + "o" * 100 + " " + "o" * 101,
    "[CLS] [MASK] ##ing",
    "",
)


class Reference:
    """The usual implementation; ``[MASK]`` in a text is a word in brackets to it, as to ours."""

    def __init__(self, vocabulary: Path) -> None:
        from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

        numbers = {piece: number for number, piece in enumerate(words_of(vocabulary))}
        self._tokenizer = Tokenizer(models.WordPiece(numbers, unk_token="[UNK]"))
        self._tokenizer.normalizer = normalizers.BertNormalizer()
        self._tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()

    def pieces(self, text: str) -> Pieces:
        """The numbers of the pieces and the code points that they begin at."""
        found = self._tokenizer.encode(text, add_special_tokens=False)
        return found.ids, [start for start, _ in found.offsets]


def words_of(vocabulary: Path) -> list[str]:
    """The pieces in a vocabulary's file."""
    return vocabulary.read_text(encoding="utf-8").removesuffix("\n").split("\n")


def described(vocabulary: Path, pieces: Callable[[str], Pieces]) -> dict[str, str]:
    """Digests of the vocabulary, of a long text, and of what ``pieces`` makes of it."""
    words = words_of(vocabulary)
    text = list(lines(words, COUNT, SEED))
    return {
        "vocabulary": _digest(words),
        "long text": _digest(text),
        "its pieces": _digest(json.dumps(pieces(line)) for line in text),
    }


def _digest(lines: Iterable[str]) -> str:
    sha = hashlib.sha256()
    for line in lines:
        sha.update(line.encode() + b"\n")
    return sha.hexdigest()


def _readable(one: dict[str, Any]) -> str:
    """``one`` as JSON, with only those signs escaped that nobody can see."""
    written = json.dumps(one, ensure_ascii=False)
    return "".join(sign if sign.isprintable() else json.dumps(sign)[1:-1] for sign in written)


def main() -> None:
    """Write the file."""
    vocabulary = FOLDER / VOCABULARY
    words = words_of(vocabulary)
    reference = Reference(vocabulary)
    sample = []
    for text in SAMPLE:
        numbers, starts = reference.pieces(text)
        sample.append({"text": text, "pieces": [words[number] for number in numbers], "starts": starts})
    written = described(vocabulary, reference.pieces)
    rows = [f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in written.items()]
    rows.append('  "sample": [\n' + ",\n".join(f"    {_readable(one)}" for one in sample) + "\n  ]")
    EXPECTED.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
