"""*The council*, *the ministry*, *the company*: the body that the article names in full elsewhere."""

from claims.lexicon.bodies import BODY_NOUNS
from claims.speakers.bearing import body_kind
from claims.speakers.body_groups import Group
from claims.speakers.figures import Figure
from claims.speakers.headings import in_heading
from claims.speakers.scene import Answer, Asked, Scene

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
    end = asked.at[0] + _LEAD if heading else asked.at[0]
    for group in scene.roster.body_groups.groups(phrase.head):
        answer = _foremost(group, end, scene)
        if answer is not None:
            return answer
    return None


def _introduced_by(head: str, scene: Scene) -> Figure | None:
    told = scene.roster.body_groups.introduced.get(head, ())
    return told[0] if len(told) == 1 else None


def _foremost(group: Group, end: int, scene: Scene) -> Figure | None:
    """The only one named before ``end``, or else whoever spoke last of them, or is named most by far."""
    most = group.foremost(end)
    if len(most) < 2:
        return most[0] if most else None
    for turn in reversed(scene.turns):
        if turn.figure in group and turn.figure.first < end:
            return turn.figure
    for passage in reversed(scene.near):
        named = (one.figure for told in passage.sentences for one in told.named)
        near = {one for one in named if one in group and one.first < end}
        if near:
            return next(iter(near)) if len(near) == 1 else None
    return most[0] if most[0].count > 2 * most[1].count else None
