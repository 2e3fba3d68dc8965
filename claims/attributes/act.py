"""Speech or attitude, from the cue."""

from claims.attributions import Attribution
from claims.context import Context
from claims.cues import cue_words
from claims.lexicon.verbs import FORMS
from claims.model import Act

_HELD_BY_ALL = frozenset(("anticipated", "believed", "expected", "thought"))


def act(context: Context, attribution: Attribution) -> Act:
    """``attitude`` if the cue's verbs only tell what somebody wants or thinks, else ``speech``."""
    if not attribution.source:
        # *It is feared that* goes by what unnamed people say; what *is expected* or *believed* by all, nobody said.
        return "attitude" if _HELD_BY_ALL.intersection(cue_words(context.text, attribution.cue)) else "speech"
    acts = {FORMS[word][0].act for word in cue_words(context.text, attribution.cue) if word in FORMS}
    return "attitude" if acts == {"attitude"} else "speech"
