"""How the reporter's verb sounds: neutral, loaded or a denial.

What somebody does *not say* is told as a denial, and what they do *not deny* is not.
"""

from claims.attributions import Attribution
from claims.context import Context
from claims.cues import cue_lemmas
from claims.lexicon.verbs import DENIAL, LOADED
from claims.model import Tone
from claims.negation import is_negated


def tone(context: Context, attribution: Attribution) -> Tone:
    """The tone of the cue; any of its words decides."""
    lemmas = cue_lemmas(context.text, attribution.cue)
    if bool(lemmas & DENIAL) is not is_negated(context.text, attribution):
        return "denial"
    if lemmas & DENIAL:
        return "neutral"
    return "loaded" if lemmas & LOADED else "neutral"
