"""Text in, claims out. Pure: no database, no screen, no file formats.

`read` is the way in; `claims.model` holds what comes out, `claims.as_json` its form for other programs.
"""

from claims.attributes.quote import quote_kind
from claims.by_hand import speaker_of
from claims.engine import ENGINE, read
from claims.model import (
    Act,
    Caveat,
    CaveatKind,
    Claim,
    Hand,
    Hedge,
    OwnVoice,
    Phrase,
    Quantity,
    QuoteKind,
    Reading,
    Sentence,
    SentenceKind,
    SourceKind,
    Span,
    Spans,
    Tone,
)

__all__ = [
    "ENGINE",
    "Act",
    "Caveat",
    "CaveatKind",
    "Claim",
    "Hand",
    "Hedge",
    "OwnVoice",
    "Phrase",
    "Quantity",
    "QuoteKind",
    "Reading",
    "Sentence",
    "SentenceKind",
    "SourceKind",
    "Span",
    "Spans",
    "Tone",
    "quote_kind",
    "read",
    "speaker_of",
]
