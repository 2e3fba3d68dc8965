"""What kind of source speaks, from the noun phrase that names it."""

import re

from claims.lexicon import sources
from claims.lexicon.words import PREPOSITIONS, word_set
from claims.model import SourceKind
from claims.names import capital_sequences, strip_titles

_OF_PEOPLE = ("er", "or", "ist", "ian", "nurse", "clerk", "student", "man", "woman")
_OUTLETS = frozenset(outlet.lower() for outlet in sources.MEDIA)
_BODIES = (
    sources.INSTITUTIONS
    | sources.GOVERNMENT
    | sources.DOCUMENTS
    | sources.CROWD
    | word_set("states forces nations street kingdom republic ukrainian russian american british european")
)
# A name ends with the comma or the preposition after it: *Anand Pillai of Kauri Row*.
_PARTS = re.compile(r",|\s(?:of|for|at|from|in|with|who|which)\s.*?(?:,|$)")
_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
_ENDS_HEAD = PREPOSITIONS | {"who", "which", "that", "whose", "familiar", "close", "briefed"}


def source_kind(phrase: str) -> SourceKind:
    """The kind of the source that ``phrase`` names; ``unknown`` for pronouns and what no list knows."""
    lead = phrase.split(",")[0]
    words = [word.lower() for word in _WORD.findall(lead.replace("’", "'"))]
    head = _head(words)
    if not head or head in ("he", "she", "it", "they", "who", "which", "we", "i"):
        return "unknown"
    named = person_in(phrase) is not None
    if named:
        return "person"
    place = [word.removesuffix("'s") for word in words if word != "the"]
    if all(word in sources.PLACES for word in place) or head in sources.GOVERNMENT or place[-2:] == ["white", "house"]:
        return "government"
    capital_head = any(sequence.lower().endswith(head) for sequence in capital_sequences(lead))
    if head in _OUTLETS or any(word in ("bbc", "cnn", "reuters") for word in words):
        return "media"
    if head in sources.DOCUMENTS:
        return "document"
    if head in sources.CROWD:
        return "anonymous" if head == "people" and "familiar" in words else "crowd"
    if head in sources.ANONYMOUS:
        return "anonymous"
    if head in sources.ROLES:
        return "role"
    if head in sources.INSTITUTIONS or capital_head:
        return "institution"
    unnamed = words[0] in ("a", "an", "one", "another") and (" who " in phrase or head.endswith(_OF_PEOPLE))
    return "anonymous" if unnamed else "unknown"


def person_in(phrase: str) -> str | None:
    """The name of a person in a source, without titles, or None where it names none."""
    for part in _PARTS.split(phrase):
        sequences = capital_sequences(part)
        if not sequences or not part.strip().endswith(sequences[-1]):
            continue
        name = strip_titles(sequences[-1])
        words = name.lower().split()
        titled = bool(words) and not sequences[-1].startswith(name)
        if not words or name.isupper() or any(word in _BODIES or word in _OUTLETS for word in words):
            continue
        if any(word in sources.PLACES for word in words) and not titled:
            continue
        if titled or (len(words) > 1 and not part.lower().startswith("the ")):
            return name
    return None


def _head(words: list[str]) -> str:
    """The head noun: the last word before a preposition or a relative pronoun."""
    for n, word in enumerate(words):
        if word in _ENDS_HEAD and n:
            return words[n - 1]
    return words[-1] if words else ""
