"""Random texts with a quote in them, and random edits around and inside it, from a seed.

What is put in, paragraphs and words, comes from other articles than the text: where a copy of the quote's own paragraph
was put in, nobody could tell which is which.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Literal

from claims.model import Span

Text = Literal["news", "repeating", "few words"]
Edit = Literal["outside", "inside", "deleted"]

SAMPLES = Path(__file__).parents[2] / "samples"
_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_FEW = ("said", "the", "mayor", "yes", "no", "Ann", "Bob", "he")
_LETTERS = "abcdefgh "


@dataclass(frozen=True, slots=True)
class Case:
    """An old text with a quote, and a new one with the place to which that came; None where it was deleted."""

    old: str
    quote: Span
    new: str
    truth: Span | None


def case(seed: int, text: Text, edit: Edit, rate: float) -> Case:
    """Return the case of that ``seed``: ``rate`` of the words outside the quote edited, up to a fifth of it inside."""
    random = Random(f"{seed} {text} {edit} {rate}")
    old = _text(random, text)
    quote = _quote(random, old)
    new, truth = _outside(random, old, quote, rate)
    if edit == "inside":
        new, truth = _inside(random, new, truth, random.uniform(0.02, 0.2))
    if edit == "deleted":
        return Case(old, quote, new[: truth[0]] + new[truth[1] :], None)
    return Case(old, quote, new, truth)


@cache
def paragraphs() -> tuple[list[str], list[str]]:
    """The paragraphs of one half of the samples, and of the other."""
    halves: tuple[list[str], list[str]] = ([], [])
    for number, path in enumerate(sorted(SAMPLES.glob("*.*"))):
        for paragraph in path.read_text(encoding="utf-8").split("\n\n"):
            if len(paragraph) > 80 and path.name != "README.md":
                halves[number % 2].append(" ".join(paragraph.split()))
    return halves


@cache
def _vocabulary() -> list[str]:
    return sorted({word for paragraph in paragraphs()[1] for word in paragraph.split()})


def _text(random: Random, kind: Text) -> str:
    own, _ = paragraphs()
    if kind == "news":
        return "\n".join(random.sample(own, random.randint(3, 14)))
    if kind == "repeating":
        repeated = random.sample(own, 3)
        return "\n".join(random.choice(repeated if random.random() < 0.6 else own) for _ in range(12))
    lines = (" ".join(random.choices(_FEW, k=random.randint(3, 20))) for _ in range(random.randint(2, 10)))
    return "\n".join(lines)


def _quote(random: Random, text: str) -> Span:
    """From one to 25 words or signs of ``text``."""
    tokens = [match.span() for match in _TOKEN.finditer(text) if match[0].strip()]
    first = random.randrange(len(tokens))
    last = min(len(tokens), first + random.choice((1, 1, 2, 5, 12, 25))) - 1
    return tokens[first][0], tokens[last][1]


def _outside(random: Random, text: str, quote: Span, rate: float) -> tuple[str, Span]:
    """``text`` with words deleted, replaced and put in, and now and then a paragraph, but not inside the quote."""
    before = edited(random, text[: quote[0]], rate)
    after = edited(random, text[quote[1] :], rate)
    start = len(before)
    return before + text[slice(*quote)] + after, (start, start + quote[1] - quote[0])


def edited(random: Random, text: str, rate: float) -> str:
    """``text`` with that share of its words deleted, replaced, or with words or a paragraph put before them."""
    vocabulary, foreign = _vocabulary(), paragraphs()[1]
    out = []
    for token in _TOKEN.findall(text):
        kind = random.random() / rate
        if kind < 0.6 and token.strip():
            out.append("" if kind < 0.3 else random.choice(vocabulary))
            continue
        if 0.6 <= kind < 0.9:
            out.append(f" {' '.join(random.choices(vocabulary, k=random.randint(1, 6)))} ")
        elif 0.9 <= kind < 1:
            out.append(f"\n{random.choice(foreign)}\n")
        out.append(token)
    return "".join(out)


def _inside(random: Random, text: str, quote: Span, share: float) -> tuple[str, Span]:
    """``text`` with at most that ``share`` of the quote's code points edited, by letters or by words."""
    edit = _letters if random.random() < 0.5 else _words
    became = edit(random, text[slice(*quote)], int(share * (quote[1] - quote[0])))
    return text[: quote[0]] + became + text[quote[1] :], (quote[0], quote[0] + len(became))


def _letters(random: Random, quote: str, count: int) -> str:
    letters = list(quote)
    for _ in range(count):
        at, kind = random.randrange(len(letters)), random.randrange(3)
        if kind == 0:
            letters[at] = random.choice(_LETTERS)
        elif kind == 1:
            letters.insert(at, random.choice(_LETTERS))
        elif len(letters) > 1:
            letters.pop(at)
    return "".join(letters)


def _words(random: Random, quote: str, count: int) -> str:
    while True:
        words = list(re.finditer(r"\w+", quote))
        if len(words) < 2:
            return quote
        word, other = random.choice(words), random.choice((*_vocabulary(), ""))
        count -= max(len(word[0]), len(other))
        if count < 0:
            return quote
        quote = quote[: word.start()] + other + quote[word.end() :]
