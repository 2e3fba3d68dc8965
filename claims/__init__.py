"""Text in, claims out. Pure: no database, no screen, no file formats.

`read` is the way in; `claims.model` holds what comes out, `claims.as_json` its form for other programs.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

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

if TYPE_CHECKING:
    from claims.anew import Anew, same_source
    from claims.attributes.quote import quote_kind
    from claims.by_hand import speaker_of
    from claims.choosing import up_to_date
    from claims.engine import read

__all__ = [
    "Act",
    "Anew",
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
    "same_source",
    "speaker_of",
    "up_to_date",
]

# The engine's tables and patterns take a while to load, and a screen that shows a text needs only the shapes above.
_LOADED_WHEN_ASKED_FOR = {
    "Anew": "claims.anew",
    "quote_kind": "claims.attributes.quote",
    "read": "claims.engine",
    "same_source": "claims.anew",
    "speaker_of": "claims.by_hand",
    "up_to_date": "claims.choosing",
}


def __getattr__(name: str) -> Any:
    if name not in _LOADED_WHEN_ASKED_FOR:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_LOADED_WHEN_ASKED_FOR[name]), name)
