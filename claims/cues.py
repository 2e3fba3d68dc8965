"""The words of a cue, and of which verbs they are forms."""

from claims.lexicon.verbs import FORMS
from claims.model import Spans


def cue_words(text: str, cue: Spans) -> list[str]:
    """The words of the ``cue`` in lower case."""
    return " ".join(text[start:end] for start, end in cue).lower().replace("’", "'").split()


def cue_lemmas(text: str, cue: Spans) -> set[str]:
    """The base forms of the verbs of saying and thinking in the ``cue``: *say*, *tell*."""
    return {FORMS[word][0].lemma for word in cue_words(text, cue) if word in FORMS}
