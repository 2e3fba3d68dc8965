"""What a critical reader may ask of a claim: first what fits its kind, then what fits every claim."""

import re
from collections.abc import Iterator, Sequence

from claims.model import UNCOUNTED, Caveat, Claim
from claims.text import Text, matches

MOST = 5
"""A handful is asked; a page of them is skipped."""
_PARTICULAR = 3
"""At most so many of these, so that those for every claim are not forgotten."""
_COMING = re.compile(r"\b(?:will|won[’']t|shall|going to|expects? to|plans? to)\b", re.IGNORECASE)

ALWAYS = (
    "How do they know: did they see it, were they told, or do they infer it?",
    "Who confirms it who did not get it from the same source?",
    "What do they gain if it is believed?",
    "When was it said, and when is it said to have happened?",
    "What would show that it is wrong?",
)


def questions(claim: Claim | None, text: Text, caveats: Sequence[Caveat] = ()) -> list[str]:
    """Return at most `MOST` questions that fit ``claim``, which stands in ``text``; None is one marked by hand.

    ``caveats`` are those of the claim's reading. No question is twice there, and there is always one.
    """
    particular = list(_particular(claim, text, caveats))[:_PARTICULAR] if claim is not None else []
    return [*particular, *ALWAYS][:MOST]


def _particular(claim: Claim, text: Text, caveats: Sequence[Caveat]) -> Iterator[str]:
    kinds = {caveats[i].kind for i in claim.caveats if i < len(caveats)}
    if claim.anonymous:
        yield "Why is the source not named, and is it in a position to know?"
        yield "Is this a fact or an opinion, and how many anonymous sources are there?"
    if claim.hand == "relayed" or claim.via:
        yield "Where was it said first? Look for the original."
    if any(one.kind not in UNCOUNTED for one in claim.quantities):
        yield "Who counted, over what time, what exactly, and compared with what?"
    if claim.tone == "denial":
        yield "What exactly is denied, and what is left undenied?"
    if claim.source_kind == "government":
        yield "What does the other side say, and who else could tell?"
    if claim.act == "attitude" or any(any(matches(_COMING, text, *span)) for span in (*claim.content, *claim.cue)):
        yield "Whose expectation is it, and by when could it be tested?"
    if claim.tone == "loaded":
        yield "The word for saying it takes sides: how does it read with “said”?"
    if "missing-detail" in kinds:
        yield "Which detail is missing, and why would it be kept back?"
    if claim.source_kind == "crowd":
        yield "Who are they, how many, and who speaks for them?"
    if any(one.whose == "source" for one in claim.hedges):
        yield "What is left of it without the words that hedge it?"
    if not claim.source and claim.speaker is None:
        yield "Who says it at all?"
