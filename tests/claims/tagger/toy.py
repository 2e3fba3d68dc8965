"""A vocabulary in which every letter is a piece, and texts made of words that it knows, for tests without a model."""

from hypothesis import strategies as st

from claims.paragraphs import paragraphs_of
from claims.tagger.encoding import Encoded, encode
from claims.tagger.wordpiece import WordPiece

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
PIECES = ["[UNK]", "[CLS]", "[SEP]", "[MASK]", *LETTERS, *(f"##{letter}" for letter in LETTERS), *".,:-’‘“”\"«»'"]
TOY = WordPiece(PIECES)

WORDS = [
    "a",
    "he",
    "said",
    "don’t",
    "“",
    "”",
    "‘",
    "’",
    ".",
    ",",
    "x-y-z",
    "U.S.",
    "\u0301",
    "😀",
    "e\u0301s",
    "ab" * 40,
]
ARTICLE_LIKE = st.lists(st.sampled_from([*WORDS, "\n\n", "\n\n", "\u200b", "\x07"]), max_size=80).map(" ".join)


def encoded(text: str) -> Encoded:
    """``text`` in paragraphs, words and letters."""
    return encode(text, paragraphs_of(text), TOY)
