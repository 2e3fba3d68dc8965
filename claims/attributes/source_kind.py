"""What kind of source speaks, from the noun phrase that names it."""

import re

from claims.lexicon import sources
from claims.lexicon.bodies import BODY_NOUNS
from claims.lexicon.people import ROLE_NOUNS
from claims.lexicon.words import word_set
from claims.model import SourceKind
from claims.names import runs
from claims.source_phrases import SourcePhrase, read_phrase

_OUTLETS = frozenset(outlet.lower() for outlet in sources.MEDIA)
_AGENCIES = frozenset(("agency", "agencies"))
_OF_NEWS = word_set("news newswire photo press wire reuters bloomberg afp ap xinhua tass ria interfax")
_SIGNED = (_OF_NEWS - {"photo"}) | word_set("upi pti ani efe dpa ansa aap ians kyodo")
"""What the names of outlets end with that sign reports."""
_PRONOUNS = word_set("he she it they who which we i him her his its their you")
_UNNAMED_PEOPLE = ("familiar", "briefed", "knowledge", "close to", "who asked")
_KEPT_BACK = (
    "anonymity",
    "anonymously",
    "not to be named",
    "not to be identified",
    "not be named",
    "not be identified",
)

_ONE_OF_SOME = re.compile(
    r"(?:one|two|three|four|five|six|another|a (?:second|third|fourth|fifth))(?: of (?:them|these|those)(?: present)?)?"
    r"|(?:several|some|a few|many|most) of them|some(?:one|body)\b.*"
)
_SINGLE = ("one ", "another ")


def source_kind(phrase: str) -> SourceKind:
    """The kind of the source that ``phrase`` names; ``unknown`` for pronouns and what no list knows."""
    read = read_phrase(phrase)
    head, low = read.head, read.text.lower()
    if read.named == "person":
        return "person"
    if _ONE_OF_SOME.fullmatch(low):
        return "anonymous"
    if not head or head in _PRONOUNS:
        return "unknown"
    place = [word.removesuffix("'s").removesuffix("’s") for word in read.plain.lower().split()]
    if all(word in sources.PLACES for word in place) or head in sources.GOVERNMENT or place[-2:] == ["white", "house"]:
        return "government"
    if _is_outlet(head, {*low.split()}):
        return "media"
    if head in sources.DOCUMENTS:
        return "document"
    if any(words in low for words in (_KEPT_BACK if head != "people" else (*_UNNAMED_PEOPLE, *_KEPT_BACK))):
        return "anonymous"
    if head in sources.CROWD or (head.endswith("s") and head[:-1] in ROLE_NOUNS - sources.ANONYMOUS):
        return "crowd"
    if head in sources.ANONYMOUS:
        return "anonymous"
    if head in ROLE_NOUNS and (not _is_single(read) or head.startswith("spokes")):
        return "role"
    capital = any(run.group().lower().endswith(head) for run in runs(read.plain)) and head not in ROLE_NOUNS
    if head in BODY_NOUNS | sources.INSTITUTIONS or read.named == "body" or capital:
        return "institution"
    return "anonymous" if _unnamed(read) else "unknown"


def names_outlet(name: str) -> bool:
    """Whether ``name``, which stands where that of an outlet may, is one's: *Reuters*, *AP*, *Meridian Wire*."""
    words = name.lower().split()
    head = words[words.index("of", 1) - 1] if "of" in words[1:] else words[-1]
    return _is_outlet(head, {*words}) or head in _SIGNED


def _is_outlet(head: str, words: set[str]) -> bool:
    """Whether a phrase with these words names an outlet; an agency does with *news* or an outlet's name beside it."""
    if head in _AGENCIES:
        return bool(words & _OF_NEWS)
    return head in _OUTLETS or bool(words & {"bbc", "cnn", "reuters"})


def _unnamed(read: SourcePhrase) -> bool:
    """*A nurse who works there*: one person, told of and not named."""
    return _is_single(read) and (
        read.head in ROLE_NOUNS or " who " in read.text or read.head.endswith(("ist", "ian", "man"))
    )


def _is_single(read: SourcePhrase) -> bool:
    """*A nurse*, *one nurse*: one of many."""
    return read.determiner == "indefinite" or read.text.lower().startswith(_SINGLE)
