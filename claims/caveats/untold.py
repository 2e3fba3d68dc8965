"""What was not told: the claims of whoever told no more."""

import re

from claims.caveats.parties import comes_back_to, is_named, is_pronoun, may_be, same_party
from claims.caveats.place import Place
from claims.lexicon.matter import singular
from claims.lexicon.remarks import UNPROVEN
from claims.noun_phrases import words_to_head

_FAR = 5  # sentences back to somebody who is named again
_HERE = 2  # sentences back to whom a pronoun means
_DEFINITE = re.compile(r"(?:the|those|these|his|her|its|their)\s", re.IGNORECASE)
_UNCLEAR = re.compile(r"\b(?:clear|unclear)\b|^details\b|^no\s", re.IGNORECASE)
_MENTION = re.compile(r"(?:the|this|that)(?:\s[\w’'-]+){1,2}")
_WHO = re.compile(r"(?:who|which|that)\b", re.IGNORECASE)


def untold(place: Place) -> list[int]:
    """The claims that a caveat is about which tells that a detail is missing."""
    if place.of_themselves:
        return []
    subject = place.words.subject
    if _UNCLEAR.search(place.text(place.words.match)) is not None:
        return place.within or place.last(0)  # nobody in particular left it open
    if subject == "" and not place.within:
        subject = place.words.ahead  # *Holm, the mayor, did not say*
    if subject == "" or _WHO.match(subject) is not None:
        said = place.within[-1:] or place.last()
    elif is_pronoun(pronoun := subject.partition(" ")[0].lower()):  # *it*; *its press office*
        said = _of_whom_it_means(place, pronoun)
    else:
        said = _of_whom(place, subject)
    if not said and UNPROVEN.search(place.text(place.words.match)) is not None:
        said = place.last(0)  # the paper, which nobody asks: it looked into what stands right before
    if not said:
        return []
    return (_of_that_matter(place) if not is_named(subject) else []) or _with_what_it_means(place, said[0])


def _with_what_it_means(place: Place, n: int) -> list[int]:
    """A claim with its like, and where it only mentions *the interruption*, what its paragraph tells of that."""
    said = place.article.words(place.article.claims[n], "content")
    return [*place.with_its_like(n), *(place.in_paragraph if _MENTION.fullmatch(said) else ())]


def _of_whom_it_means(place: Place, pronoun: str) -> list[int]:
    """The last claim of whoever *he*, *it* … may mean; names may deceive where nothing stands between."""
    article = place.article
    means = [n for n in place.near(_HERE) if may_be(pronoun, article.claims[n], article.text)]
    return means[:1] or [n for n in place.last(0) if may_be(pronoun, article.claims[n], article.text, by_name=False)]


def _of_whom(place: Place, subject: str) -> list[int]:
    """The last claim of the subject; of one that nobody names, also the last claim of all if it may be that one's."""
    article = place.article
    may_come_back = [] if is_named(subject) else place.last()
    for n in place.near(_FAR):
        if same_party(subject, article.claims[n], article.text):
            return [n]
        if n in may_come_back and comes_back_to(subject, article.claims[n], article.text):
            return [n]
    return []


def _of_that_matter(place: Place) -> list[int]:
    """What tells of *the two customers* whom somebody does not name."""
    what = place.words.what
    if _DEFINITE.match(what) is None:
        return []
    noun = singular((words_to_head(what) or ("",))[-1])
    return [n for n in place.near(_FAR) if noun in place.article.nouns(n, "content")][:1]
