"""*The council*, *the ministry*, *the company*: the body that the article names in full elsewhere."""

from functools import lru_cache

from claims.lexicon.bodies import BODY_NOUNS, COMPANY_ENDINGS, COMPANY_NOUNS, PLACE_WORDS
from claims.lexicon.sorts import SORTS_IN_NAME, SORTS_OF_NOUN
from claims.speakers.figures import Figure
from claims.speakers.headings import in_heading
from claims.speakers.roster import body_kind
from claims.speakers.scene import Answer, Asked, Scene

_NONE: frozenset[str] = frozenset()
_NO_COMPANY = (BODY_NOUNS - COMPANY_NOUNS) | PLACE_WORDS
_LEAD = 1_200  # code points below a headline
_OWNERS = frozenset(("his", "her", "its", "their"))
_NAMES_THEMSELVES = ("House", "State")  # not *the White House*


def fuller_name(asked: Asked, scene: Scene) -> Answer:
    """The one body whose name holds the noun and all the other words; for *his department* only a capitalised one."""
    phrase = asked.phrase
    owned = phrase.determiner == "possessive"
    if phrase.head not in BODY_NOUNS or not (owned or asked.comes_back) or phrase.plain in _NAMES_THEMSELVES:
        return None
    wanted = {*phrase.introductions[0]} | (phrase.details - _OWNERS)
    names = scene.roster.bodies_called(phrase.head)
    fuller = [name for name in names if wanted < {*name.lower().replace("’", "'").split()}]
    if len(fuller) > 1 or owned:
        fuller = [name for name in fuller if name[:1].isupper() and phrase.head.capitalize() in name]
    if len(fuller) != 1:
        return None
    if fuller[0].islower() and (named := _introduced_by(phrase.head, scene)) is not None:
        return named
    low = fuller[0].lower()
    for turn in reversed(scene.turns):  # *Ghana’s central bank* has more than *the central bank*
        name = turn.figure.name.lower().replace("’", "'")
        if name == low or name.endswith((f"'s {low}", f"s' {low}")):
            return turn.figure
    return scene.figure(fuller[0], body_kind(fuller[0]))


def of_its_sort(asked: Asked, scene: Scene) -> Answer:
    """*The company*, *the club*, *the force*: the one that is told of, though no such noun need be in its name."""
    phrase = asked.phrase
    heading = phrase.determiner == "none" and in_heading(scene.text, asked.at)
    alone = phrase.determiner == "definite" and [len(words) for words in phrase.introductions[:1]] == [1]
    if phrase.details or not (phrase.head and (heading or alone)):
        return None
    head = phrase.head
    end = asked.at[0] + _LEAD if heading else asked.at[0]
    known = [one for one in scene.roster.bodies.values() if one.first < end and one.kind in ("institution", "media")]
    told = [one for one in known if _is_told(one, head)]
    if head in COMPANY_NOUNS:
        fitting = [one for one in known if _is_company(one)]
    else:
        sorts = SORTS_OF_NOUN.get(head, _NONE)
        fitting = [one for one in known if sorts & _sorts(one)]
    holds = [one for one in known if one.name.lower().split(" of ")[0].endswith(f" {head}")]
    for some in (told, holds, fitting):
        answer = _foremost(some, scene)
        if answer is not None:
            return answer
    return None


def _is_company(figure: Figure) -> bool:
    """Whether a body's name ends as companies' do, or nothing in it makes a *council*, a *court* or a street of it."""
    words = {*figure.name.lower().split()}
    return bool(words & COMPANY_ENDINGS) or not words & _NO_COMPANY


def _introduced_by(head: str, scene: Scene) -> Figure | None:
    told = [one for one in scene.roster.bodies.values() if _is_told(one, head)]
    return told[0] if len(told) == 1 else None


def _is_told(figure: Figure, head: str) -> bool:
    """Whether a body was said to be one of those: *Corrib Mutual, an insurer*."""
    return any(words[-1] == head for words in figure.introductions)


def _foremost(fitting: list[Figure], scene: Scene) -> Figure | None:
    """The only one, or else whoever spoke last of them, or is named most by far."""
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    for turn in reversed(scene.turns):
        if turn.figure in fitting:
            return turn.figure
    for passage in reversed(scene.near):
        near = {id(one.figure): one.figure for told in passage.sentences for one in told.named if one.figure in fitting}
        if near:
            return next(iter(near.values())) if len(near) == 1 else None
    most = sorted(fitting, key=lambda one: -one.count)[:2]
    return most[0] if most[0].count > 2 * most[1].count else None


def _sorts(figure: Figure) -> frozenset[str]:
    """What sorts of bodies the words of a name tell, and what it was said to be."""
    told = (SORTS_OF_NOUN.get(words[-1], _NONE) for words in figure.introductions)
    return _sorts_by_name(figure.name).union(*told)


@lru_cache(maxsize=2_000)
def _sorts_by_name(name: str) -> frozenset[str]:
    words = name.lower().replace("’", "'").replace("'s", "").split()
    return _NONE.union(*(SORTS_IN_NAME.get(word, _NONE) for word in words))
