"""Lines of text with all that may befall a tokenizer, the same for the same seed."""

import random
from collections.abc import Iterator, Sequence

# Signs that Unicode classes today as it did in version 8, whose tables the reference goes by.
RANGES = (
    (0x20, 0x7E),
    (0xA1, 0x17F),  # Latin
    (0x300, 0x34E),  # accents that combine
    (0x391, 0x3A1),
    (0x3A3, 0x3CE),  # Greek
    (0x400, 0x482),  # Cyrillic
    (0x5D0, 0x5EA),  # Hebrew
    (0x621, 0x652),  # Arabic, with vowel signs
    (0x905, 0x939),
    (0x93E, 0x94D),  # Devanagari, with vowel signs
    (0xE01, 0xE3A),  # Thai
    (0x1E00, 0x1EFF),  # Latin with two accents
    (0x2000, 0x2063),  # blanks, dashes, quotation marks, signs without width
    (0x20A0, 0x20BD),  # currencies
    (0x2190, 0x22FF),  # arrows and mathematics: ≠ is = with a stroke
    (0x2460, 0x24FF),  # numbers in circles
    (0x3001, 0x3020),
    (0x3041, 0x3096),  # Hiragana
    (0x4E00, 0x4FFF),  # CJK
    (0xAC00, 0xAC80),  # Hangul
    (0xE000, 0xE010),  # for private use
    (0xF900, 0xFA6D),  # CJK, for compatibility
    (0xFF01, 0xFF5E),  # full width
    (0x1D400, 0x1D430),  # mathematical letters
    (0x1F300, 0x1F37D),
    (0x1F600, 0x1F642),  # emoji
    (0x20000, 0x20100),
    (0x2B7C0, 0x2B940),  # CJK, of which some are not for the reference
)
CONTROL = "\0\x01\x07\x1b\x1f\x7f\x85\u00ad\u200b\u200d\u200f\u2060\ufeff\ufffd"
BLANKS = " \t\r\n\u00a0\u2009\u3000\u2028"


def lines(pieces: Sequence[str], count: int, seed: int) -> Iterator[str]:
    """``count`` lines of words made of ``pieces`` of a vocabulary, and of signs from everywhere."""
    rng = random.Random(seed)
    for _ in range(count):
        yield "".join(_word(pieces, rng) + _gap(rng) for _ in range(40))


def _word(pieces: Sequence[str], rng: random.Random) -> str:
    bare = [rng.choice(pieces).removeprefix("##") for _ in range(rng.randint(1, 3))]
    kind = rng.randrange(10)
    if kind == 0:
        return "".join(_sign(rng) for _ in range(rng.randint(1, 8)))
    if kind == 1:
        return bare[0] + rng.choice(CONTROL) + "".join(bare[1:])
    if kind == 2:
        return "".join(letter + chr(rng.randint(0x300, 0x314)) * rng.randint(0, 2) for letter in bare[0])
    if kind == 3:
        return rng.choice("“”‘’«»„–—…") + "".join(bare) + rng.choice(".,;:!?”’)]%$")
    if kind == 4 and rng.random() < 0.05:
        return "".join(bare) * 60
    return "".join(bare[: rng.choice((1, 1, 2))]) if kind < 8 else rng.choice((str.upper, str.title))("".join(bare))


def _sign(rng: random.Random) -> str:
    return chr(rng.randint(*rng.choice(RANGES)))


def _gap(rng: random.Random) -> str:
    return " " if rng.random() < 0.9 else rng.choice(BLANKS)
