"""What a source is called: the name within its noun phrase, or the phrase without what only describes it."""

import re
from dataclasses import dataclass

from claims.attributes.source_kind import person_in, source_kind
from claims.lexicon.sources import BUSINESSES, FEMALE, MALE, ROLES
from claims.lexicon.words import PREPOSITIONS
from claims.model import SourceKind
from claims.names import capital_sequences, strip_titles

_ARTICLE = re.compile(r"^(?:the|an?)\s+(?=\S)", re.IGNORECASE)
_ADDED = re.compile(r",|\s(?:who|which|whose|that)\s|\s\(")
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")


@dataclass(slots=True)
class SourceName:
    """``name`` to show; ``female`` is None where nothing tells; ``nouns`` are those that a *the …* may come back to."""

    name: str
    kind: SourceKind
    female: bool | None
    nouns: frozenset[str]


def source_name(phrase: str) -> SourceName:
    """The name in a source's noun phrase, such as *Hanna Malyar* in *deputy minister Hanna Malyar, 43*."""
    parts = [part.strip() for part in phrase.split(",")]
    all_words = frozenset(word.lower() for word in _WORD.findall(phrase))
    female = True if all_words & FEMALE else False if all_words & MALE else None
    nouns = frozenset(word for part in parts for word in _before_preposition(part))
    person = person_in(phrase) or _first_name(parts)
    if person is not None:
        return SourceName(person, "person", female, nouns)
    body = _named_body(parts)
    if body is not None:
        return SourceName(body, "institution", None, nouns)
    bare = _ADDED.split(phrase, maxsplit=1)[0].strip()
    return SourceName(_ARTICLE.sub("", bare).strip() or bare, source_kind(phrase), female, nouns)


def _before_preposition(part: str) -> list[str]:
    found = []
    for word in _WORD.findall(part.lower()):
        if word in PREPOSITIONS or word in ("who", "which", "that"):
            break
        found.append(word.removesuffix("’s").removesuffix("'s"))
    return found


def _first_name(parts: list[str]) -> str | None:
    """A single name told by an age after it or a role before it: *Enea, 19*; *her daughter Awa*."""
    first = parts[0].split()
    if len(first) == 1 and first[0][:1].isupper() and len(parts) > 1 and parts[1].isdigit():
        return first[0]
    if len(first) > 1 and first[-1][:1].isupper() and first[-2].lower() in ROLES and first[-2].islower():
        return first[-1]
    return None


def _named_body(parts: list[str]) -> str | None:
    """A company by its own name: *wind-tower maker Brynholt*; *the operator, Stadslijn*."""
    sequences = capital_sequences(parts[0])
    if sequences and parts[0].endswith(sequences[-1]):
        before = parts[0][: -len(sequences[-1])].lower().split()
        if before and before[-1] in BUSINESSES:
            return strip_titles(sequences[-1]) or None
    if len(parts) > 1 and capital_sequences(parts[1]) == [parts[1]] and parts[0].lower().split()[-1] in BUSINESSES:
        return parts[1]
    return None
