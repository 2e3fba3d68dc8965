"""Nouns for what a reporter may have tried to verify, and which of them mean one and the same thing."""

from claims.lexicon.words import word_set

ACCOUNTS = word_set(
    """account accusation allegation assertion charge claim information report reporting rumour rumor statement story
    version"""
)
"""What somebody says, called by its name: *the report could not be confirmed*."""
FIGURES = word_set("amount count estimate figure number percentage statistic sum tally toll total")
"""What a figure is called."""
_THINGS = tuple(
    word_set(nouns)
    for nouns in (
        "clip film footage recording video",
        "audio message recording tape voicemail",
        "image photo photograph picture screenshot",
        "poll questionnaire survey",
        "data dataset",
        "post tweet",
        "document dossier file memo memorandum paper",
        *word_set("email e-mail invoice leaflet letter list log map note study testimony transcript"),
    )
)
_ALIKE = {
    noun: frozenset().union(*(nouns for nouns in _THINGS if noun in nouns)) for noun in frozenset().union(*_THINGS)
}
THINGS = frozenset(_ALIKE)
"""What can be looked at and listened to."""


def alike(noun: str) -> frozenset[str]:
    """The nouns that may mean what ``noun``, one of `THINGS`, does: *footage* is a video. None for other nouns."""
    return _ALIKE.get(noun, frozenset())


def singular(word: str) -> str:
    """``word`` as the lists have it, in lower case and without the ending of several or of an owner."""
    low = word.lower().replace("’", "'").removesuffix("'s").rstrip("'")
    if low.endswith("ies"):
        return low[:-3] + "y"
    return low[:-1] if low.endswith("s") and not low.endswith(("ss", "us", "is")) else low
