"""Whom an article speaks of: people, bodies, and those it only describes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from claims.lexicon.words import word_set
from claims.model import SourceKind
from claims.noun_phrases import Introduction
from claims.source_phrases import SourcePhrase

_HYPERNYMS = {
    "justice": "judge", "magistrate": "judge", "counsel": "lawyer", "solicitor": "lawyer", "barrister": "lawyer",
    "attorney": "lawyer", "advocate": "lawyer", "chairman": "chair", "chairwoman": "chair", "chairperson": "chair",
}  # fmt: skip
"""What else somebody may be called who is called this."""
_ALIKE = tuple(
    word_set(nouns)
    for nouns in (
        "advocate attorney barrister counsel lawyer qc silk solicitor",
        "judge justice honour magistrate recorder sheriff",
        "congressman congresswoman lawmaker legislator member mep mp parliamentarian politician senator",
        "academic lecturer prof researcher scholar scientist",
        "detective inspector insp officer policeman policewoman sergeant sgt superintendent supt",
        "clinician consultant doctor dr medic physician surgeon",
        "boss chief executive head",
        "athlete footballer player runner sportsman sprinter striker midfielder defender winger",
        "musician performer singer soloist star vocalist",
        "campaigner activist organiser",
        "accused defendant",
        "farmer grower",
        "economist analyst strategist",
    )
)
"""Nouns for people of whom one may be called by another's, where nobody else is called by it."""
_SPELLINGS = {
    "professor": "prof", "don": "prof", "doctor": "dr", "ceo": "chief", "boss": "chief", "sergeant": "sgt",
    "superintendent": "supt", "inspector": "insp", "governor": "gov", "senator": "sen", "representative": "rep",
    "general": "gen", "councillor": "cllr", "councilor": "cllr", "cr": "cllr", "coun": "cllr", "mum": "mother",
    "mom": "mother", "dad": "father",
}  # fmt: skip
"""Other ways to call somebody the same."""
_SPELLED = {short: [noun for noun, other in _SPELLINGS.items() if other == short] for short in _SPELLINGS.values()}
_SETS_APART = word_set(
    "former then then- ex late acting interim deputy vice assistant associate shadow opposition previous"
)
"""Words that make another office of it: a *deputy mayor* is not *the mayor*."""
_EMPTY = word_set("same own new unnamed latter chief senior young old elderly presiding regional current veteran")


@dataclass(slots=True, eq=False)
class Figure:
    """Someone or something that an article tells of, by the fullest name that is known.

    ``female`` is None where nothing tells; ``plural`` is whether *they* are meant; ``sure`` whether more than capitals
    makes a person of the name. ``first`` is where the text first has the name, in code points, and ``count`` how often.
    ``words`` are all those of the phrases that it was called by, ``detailed`` whether one of them told whose or of
    what, ``newly_told`` whether one of them was more than a mere *the …*, and ``kept_anonymous`` whether the text says
    that the name is kept back.
    """

    name: str
    kind: SourceKind
    female: bool | None = None
    plural: bool = False
    sure: bool = False
    first: int = 0
    count: int = 0
    introductions: set[Introduction] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    detailed: bool = False
    newly_told: bool = False
    kept_anonymous: bool = False

    def introduce(self, introductions: Iterable[Introduction]) -> None:
        """Note what else it is called."""
        for words in introductions:
            self.introductions.add(words)
            self.words.update(words)

    def learn(self, phrase: SourcePhrase) -> None:
        """Take up what a source's phrase tells of its source."""
        if phrase.determiner != "none" or phrase.details or any(len(words) > 1 for words in phrase.introductions):
            self.introduce(phrase.introductions)
            self.words |= phrase.details
            self.detailed = self.detailed or bool(phrase.details)
        self.newly_told = self.newly_told or phrase.determiner != "definite"
        if self.female is None:
            self.female = phrase.female

    def called(self, phrase: SourcePhrase) -> int:
        """How well a *the …* comes back to it: 2 for the same words, 1 for fewer of them, 0 for others."""
        strict = self.detailed or self.kind != "person" or phrase.owned
        if not phrase.introductions or (strict and not phrase.details <= self.words):
            return 0
        *words, head = phrase.introductions[0]
        wanted = {word for word in words if word not in _EMPTY and not word.endswith("-year-old")}
        best = 0
        for *before, noun in self.introductions:
            told = {*before}
            same = head in nouns_for(noun, told)
            if not (same or head in alike(noun)) or (told & _SETS_APART) - wanted:
                continue
            if wanted <= self.words | told:
                best = max(best, 2 if same and not told - _EMPTY - wanted else 1)
        return best


def alike(noun: str) -> Iterator[str]:
    """The nouns that are near enough in meaning to ``noun`` to come back to it."""
    spelling = _SPELLINGS.get(noun, noun)
    for nouns in _ALIKE:
        if noun in nouns or spelling in nouns:
            yield from nouns


def nouns_for(noun: str, before: Iterable[str]) -> Iterator[str]:
    """The nouns that may come back to somebody introduced as ``noun`` with the words ``before`` it."""
    spelling = _SPELLINGS.get(noun, noun)
    yield from (noun, spelling, noun.split("-of-")[0])
    yield from _SPELLED.get(spelling, ())
    if noun in _HYPERNYMS:
        yield _HYPERNYMS[noun]
    yield from (word for word in before if word in ("chief", "head"))  # *chief executive*, *head teacher*


def only(figures: list[Figure]) -> Figure | None:
    """The one figure in a list, which may be there more than once."""
    return figures[0] if figures and all(one is figures[0] for one in figures) else None
