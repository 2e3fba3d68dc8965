"""First hand or relayed, and through whom: *X, citing Y*; *told state television*; *first reported by*."""

import re

from claims.attributions import Attribution
from claims.context import Context
from claims.lexicon.sources import MEDIA
from claims.model import Hand

_OUTLET = (
    rf"(?:the\s)?(?:[\w.&'’-]+\s){{0,4}}?(?:{'|'.join(sorted(MEDIA))})\b(?:\s(?:News|Times|Post|TV|Radio|agency)\b)?"
)
_RELAY = re.compile(
    rf"""\b(?:told|telling|tells|(?:in|during)\san?\s(?:[\w-]+\s){{0,3}}?interview\s(?:with|on|to)
        |in\s(?:remarks|comments)\sto|(?:quoted|cited|reported|published|carried)(?:\sas\ssaying)?\sby)\s(?P<outlet>{_OUTLET})
    |\b(?:citing|quoting)\s(?P<cited>(?:[^\W\d_][\w.&'’-]*\s?){{1,8}})""",
    re.VERBOSE,
)


def relay(context: Context, attribution: Attribution) -> tuple[Hand, str | None]:
    """The hand, and if relayed the one who passed it on as the text names it."""
    frame = context.frame(attribution)
    match = _RELAY.search(context.text, *frame) if frame is not None else None
    if match is None:
        return "first", None
    return "relayed", (match["outlet"] or match["cited"]).strip()


def hand(context: Context, attribution: Attribution) -> Hand:
    """``relayed`` if the reporter names somebody between the source and the article."""
    return relay(context, attribution)[0]


def via(context: Context, attribution: Attribution) -> str | None:
    """Who passed it on, as the text names them."""
    return relay(context, attribution)[1]
