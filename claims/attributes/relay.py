"""From or through whom what is relayed came: *X, citing Y*; *told state television*; *first reported by*."""

import re

from claims.attributes.source_kind import source_kind
from claims.attributions import Attribution
from claims.lexicon.sources import MEDIA
from claims.model import Span, ViaRole
from claims.negation import is_negated

_OUTLET = (
    rf"(?:the\s)?(?:[\w.&'’-]+\s){{0,4}}?(?:{'|'.join(sorted(MEDIA))})\b(?:\s(?:News|Times|Post|TV|Radio|agency)\b)?"
)
_RELAY = re.compile(
    rf"""\b(?:told|telling|tells|(?:in|during)\san?\s(?:[\w-]+\s){{0,3}}?interview\s(?:with|on|to)
        |in\s(?:remarks|comments)\sto|(?:quoted|cited|reported|published|carried)(?:\sas\ssaying)?\sby)\s(?P<outlet>{_OUTLET})
    |\b(?:citing|quoting)\s(?P<cited>(?:[^\W\d_][\w.&'’-]*\s?){{1,8}})""",
    re.VERBOSE,
)


# *put it at 61, citing lists*: behind what is said, but of who says it.
_CITING = re.compile(r",?\s(?=(?:citing|quoting)\s)")
_BEHIND = 200  # code points
_PRONOUN = re.compile(r"(?:him|her|them|it)\b")
_SENTENCE_ENDS = re.compile(r"\.\s(?=[A-Z])|\.$")


def via(text: str, one: Attribution, clause: Span | None) -> tuple[str, ViaRole] | None:
    """Whom the source has it from, or who passed it on from there, as the reporter names them; None where nobody is.

    ``clause`` is the one that the cue stands in, see `claims.cue_clause`.
    """
    if clause is None or is_negated(text, one):
        return None
    match = _RELAY.search(text, *clause)
    named = match is not None
    if match is None and (behind := _CITING.match(text, one.content[-1][1])) is not None:
        match = _RELAY.match(text, behind.end(), behind.end() + _BEHIND)
    if match is None:
        return None
    if match["outlet"]:
        return match["outlet"].strip(), "outlet"
    cited = _SENTENCE_ENDS.split(match["cited"])[0].strip()
    # *Citing ill health*, behind what is said, tells why, and of nobody who said so.
    told = (named and not _PRONOUN.match(cited)) or source_kind(cited) != "unknown"
    return (cited, "origin") if told else None
