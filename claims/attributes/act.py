"""Speech or attitude, from the cue."""

from claims.attributions import Attribution
from claims.context import Context
from claims.lexicon.verbs import FORMS
from claims.model import Act


def act(context: Context, attribution: Attribution) -> Act:
    """``attitude`` if the cue's verbs only tell what somebody wants or thinks, else ``speech``."""
    if not attribution.source:
        return "speech"  # an attitude needs somebody who holds it; *it is feared that* goes by what unnamed people say
    acts = {FORMS[word][0].act for word in cue_words(context.text, attribution) if word in FORMS}
    return "attitude" if acts == {"attitude"} else "speech"


def cue_words(text: str, attribution: Attribution) -> list[str]:
    """The words of the cue in lower case."""
    return " ".join(text[start:end] for start, end in attribution.cue).lower().replace("’", "'").split()
