"""*The council*, *the ministry*, *the company*: the body that the article names in full elsewhere."""

from claims.lexicon.bodies import BODY_NOUNS, COMPANY_NOUNS, PLACE_WORDS
from claims.speakers.figures import Figure
from claims.speakers.roster import body_kind
from claims.speakers.scene import Answer, Asked, Scene

_NO_COMPANY = (BODY_NOUNS - COMPANY_NOUNS) | PLACE_WORDS
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
    low = fuller[0].lower()
    for turn in reversed(scene.turns):  # *Ghana’s central bank* has more than *the central bank*
        name = turn.figure.name.lower().replace("’", "'")
        if name == low or name.endswith((f"'s {low}", f"s' {low}")):
            return turn.figure
    return scene.figure(fuller[0], body_kind(fuller[0]))


def company(asked: Asked, scene: Scene) -> Answer:
    """*The company*, *the firm*: the one that is told of, though no such noun is in its name."""
    phrase = asked.phrase
    if phrase.determiner != "definite" or phrase.head not in COMPANY_NOUNS or len(phrase.introductions[0]) > 1:
        return None
    firms = [one for one in scene.roster.bodies.values() if one.first < asked.at[0] and _is_company(one)]
    told = [one for one in firms if any(words[-1] in COMPANY_NOUNS for words in one.introductions)]
    if len(told) == 1:
        return told[0]
    for turn in reversed(scene.turns):
        if turn.figure in firms:
            return turn.figure
    most = sorted(firms, key=lambda one: -one.count)[:2]
    alone = len(most) == 1 or (len(most) == 2 and most[0].count > 2 * most[1].count)
    return most[0] if alone else None


def _is_company(figure: Figure) -> bool:
    """Whether nothing in its own name makes a *council*, a *court* or a street of it."""
    own = {*figure.name.lower().split()}
    return figure.kind in ("institution", "media") and not own & _NO_COMPANY
