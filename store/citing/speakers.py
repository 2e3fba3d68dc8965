"""Who says something, worded as it is cited: without signs of the screen, and never without the text's own words.

Of nobody who is not named the article's words stand, *one of them*, since what they said is not the article's own.
"""

import re
from collections.abc import Iterable

from claims.quotations import closers_of
from claims.text import Text
from store.enclosing import enclosing
from store.items import Item
from store.safety import label

_LONGEST = 300  # code points
_UNNAMED = "not named"
_UNCLEAR = "unclear who"
_ONE = frozenset(("he", "she", "it"))
"""Who may be named in the text, and no finder knows where."""
_SAYS_SO = re.compile(r"\b(?:un)?named\b|\bidentified\b|\banonym", re.IGNORECASE)
_OPENERS = frozenset('“„«‘"')
_NOBODY = re.compile(r"(?:neither|nobody|no one|no-one|none|no)\b", re.IGNORECASE)
"""What turns round whatever is said of it: *neither of them would confirm it*."""
_OBJECTS = {"he": "him", "she": "her", "they": "them", "we": "us", "i": "me"}
_SMALL = frozenset(
    (
        *("a", "an", "the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "he", "she", "it"),
        *("they", "we", "one", "two", "three", "both", "some", "many", "most", "several", "another", "others", "each"),
    )
)
_SELVES = frozenset(("i", "we"))
_ARTICLE = re.compile(r"\b(?:the|an?)\s$", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_RELATIVES = frozenset(("who", "which", "that"))


def speaker_of(item: Item, text: Text, *, at_length: bool = False) -> str:
    """Return who says ``item``, safe and in one line, '' where the text mentions nobody.

    ``at_length``, the text's words are kept where the name stands in them: *the regional governor, Andrej Sobolan*.
    """
    words, name = source_words(item, text), _name(item)
    unnamed = _is_unnamed(item) and not _SAYS_SO.search(words)
    if not name:
        return f"{words} ({_UNCLEAR if words.casefold() in _ONE else _UNNAMED})" if words and unnamed else words
    if item.guessed:
        guess = f"perhaps {_with_article(name, text)}{f', {_UNNAMED}' if unnamed else ''}"
        return f"{words} ({guess})" if words else guess
    if at_length and words.casefold() in _SELVES:  # the words go on with *my*
        return f"{words} ({name})"
    told = name.casefold() in words.casefold()
    if not _NOBODY.match(words) and not (told and (at_length or unnamed or name[0].islower())):
        words = _with_article(name, text)
    return f"{words} ({_UNNAMED})" if unnamed else words


def in_sentence(who: str) -> str:
    """``who``, as it stands within a sentence: *they*, *a nurse*."""
    first, _, rest = _BRACKETS.sub("", who).partition(" ")
    small = first.casefold() in _SMALL or (first.istitle() and rest and rest == rest.lower())
    return who[:1].lower() + who[1:] if small else who


def told_by(teller: Item, text: Text) -> str:
    """Return how the claim ``teller``, which another is told in, passes that one on."""
    if teller.guessed:
        unnamed = f" ({_UNNAMED})" if _is_unnamed(teller) else ""
        return f"perhaps as told by {_with_article(_name(teller), text)}{unnamed}"
    who = in_sentence(speaker_of(teller, text))
    first, blank, rest = who.partition(" ")
    return f"as told by {_OBJECTS.get(first.casefold(), first)}{blank}{rest}" if who else "at second hand"


def source_words(item: Item, text: Text) -> str:
    """The text's own words for who says ``item``, safe and in one line, without half a mark of a quotation."""
    return _whole(" … ".join(label(text[start:end], _LONGEST) for start, end in item.source))


def _name(item: Item) -> str:
    return _whole(label(item.speaker or "", _LONGEST))


def _whole(words: str) -> str:
    opener = words[:1]
    alone = opener in _OPENERS and not any(closer in words[1:] for closer in closers_of(opener))
    return words[1:].lstrip() if alone else words


def is_relative(words: str) -> bool:
    """Whether ``words`` mean what stands before them, so that they mean nothing alone."""
    return words.casefold() in _RELATIVES


def teller_of(item: Item, items: Iterable[Item]) -> Item | None:
    """Return the claim in whose words ``item`` is told, the closest around it; None where the article tells it."""
    teller = enclosing(item, items)
    if teller is None or (item.speaker and item.speaker == teller.speaker):
        return None
    return teller


def _is_unnamed(item: Item) -> bool:
    """Whether nobody's name is known for the words; of whoever was refused nothing is known, not even that."""
    known = item.known
    anonymous = known is not None and known.source_kind == "anonymous"
    return not item.refused_name and (anonymous or not item.speaker)


def _with_article(name: str, text: Text) -> str:
    """``name`` with *the*, where it stands with an article in the text: *the ministry*."""
    if not name or (name[0].isupper() and " " not in name):
        return name
    at = text.find(name)
    return f"the {name}" if at > 0 and _ARTICLE.search(text[max(0, at - 5) : at]) else name
