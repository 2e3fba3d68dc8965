"""Through whom what is relayed came: *X, citing Y*; *told state television*; *first reported by*."""

import re

from claims.lexicon.sources import MEDIA
from claims.model import Span

_OUTLET = (
    rf"(?:the\s)?(?:[\w.&'’-]+\s){{0,4}}?(?:{'|'.join(sorted(MEDIA))})\b(?:\s(?:News|Times|Post|TV|Radio|agency)\b)?"
)
_RELAY = re.compile(
    rf"""\b(?:told|telling|tells|(?:in|during)\san?\s(?:[\w-]+\s){{0,3}}?interview\s(?:with|on|to)
        |in\s(?:remarks|comments)\sto|(?:quoted|cited|reported|published|carried)(?:\sas\ssaying)?\sby)\s(?P<outlet>{_OUTLET})
    |\b(?:citing|quoting)\s(?P<cited>(?:[^\W\d_][\w.&'’-]*\s?){{1,8}})""",
    re.VERBOSE,
)


def via(text: str, frame: Span | None) -> str | None:
    """Who passed it on between the source and the article, as the reporter names them; None where nobody did."""
    match = _RELAY.search(text, *frame) if frame is not None else None
    return (match["outlet"] or match["cited"]).strip() if match is not None else None
