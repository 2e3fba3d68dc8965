"""How the reporter's verb sounds: neutral, loaded or a denial.

What somebody does *not say* is told as a denial, and what they do *not deny* is not.
"""

from claims.attributes.act import cue_words
from claims.attributions import Attribution
from claims.context import Context
from claims.lexicon.verbs import DENIAL, FORMS, LOADED
from claims.model import Tone
from claims.negation import is_negated


def tone(context: Context, attribution: Attribution) -> Tone:
    """The tone of the cue; any of its words decides."""
    lemmas = {FORMS[word][0].lemma for word in cue_words(context.text, attribution) if word in FORMS}
    if bool(lemmas & DENIAL) is not is_negated(context.text, attribution):
        return "denial"
    if lemmas & DENIAL:
        return "neutral"
    return "loaded" if lemmas & LOADED else "neutral"
