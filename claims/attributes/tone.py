"""How the reporter's verb sounds: neutral, loaded or a denial."""

from claims.attributes.act import cue_words
from claims.attributions import Attribution
from claims.context import Context
from claims.lexicon.verbs import DENIAL, FORMS, LOADED
from claims.model import Tone


def tone(context: Context, attribution: Attribution) -> Tone:
    """The tone of the cue; any of its words decides."""
    lemmas = {FORMS[word][0].lemma for word in cue_words(context.text, attribution) if word in FORMS}
    if lemmas & DENIAL:
        return "denial"
    return "loaded" if lemmas & LOADED else "neutral"
