"""A source that names itself: in full, by a part of the name, or by initials."""

from claims.attributes.source_kind import source_kind
from claims.bearers import given_to_women
from claims.lexicon.words import DETERMINERS
from claims.names import RUN, name_in
from claims.source_phrases import read_phrase
from claims.speakers.figures import Figure
from claims.speakers.scene import Answer, Asked, Scene


def two_people(asked: Asked, scene: Scene) -> Answer:
    """*Bolton and Gorka*; *former ambassador John Bolton and Dr Sebastian Gorka*."""
    parts = asked.phrase.text.replace(", and ", " and ").split(" and ")
    if len(parts) != 2:
        return None
    one, other = (_person_in(part, asked, scene) for part in parts)
    if one is None or other is None or one is other:
        return None
    both = scene.figure(f"{one.name} and {other.name}", "person")
    both.plural = True
    return both


def _person_in(part: str, asked: Asked, scene: Scene) -> Figure | None:
    phrase = read_phrase(part)
    if phrase.named == "person" and phrase.name is not None:
        known = scene.roster.fullest(phrase.name, asked.at[0], female=phrase.female, person=True)
        return known or scene.figure(phrase.name, "person")
    name = name_in(part).bare if RUN.fullmatch(part) else ""
    return scene.roster.fullest(name, asked.at[0], person=True) if name else None


def named_in_phrase(asked: Asked, scene: Scene) -> Answer:
    """*Deputy minister Hanna Malyar, 43*; *the operator, Stadslijn*."""
    phrase = asked.phrase
    if phrase.name is None:
        return None
    if phrase.named == "person":
        known = scene.roster.fullest(phrase.name, asked.at[0], female=phrase.female, person=True)
        if known is None and given_to_women(phrase.name) is None:
            known = scene.roster.fullest(phrase.name, asked.at[0], female=phrase.female)
        return known or scene.figure(phrase.name, "person")
    figure = scene.roster.fullest(phrase.name, asked.at[0]) or scene.figure(phrase.name, "institution")
    figure.kind = "media" if source_kind(phrase.text) == "media" else figure.kind
    return figure


def acronym(asked: Asked, scene: Scene) -> Answer:
    """*HC* for Delhi High Court; *the MCE* for whoever is its Municipal Chief Executive."""
    plain = asked.phrase.plain.replace(".", "")
    if not (plain.isupper() and plain.isalpha() and 1 < len(plain) < 7):
        return None
    full = scene.roster.spelled_out(plain)
    return (scene.roster.with_office(full) or scene.figure(full, "institution")) if full is not None else None


def part_of_a_name(asked: Asked, scene: Scene) -> Answer:
    """*Malyar*, *Hanna*; *Halcyon* for Halcyon Home Energy. Of several it is whoever spoke just now."""
    plain = asked.phrase.plain
    name = name_in(plain) if RUN.fullmatch(plain) else None
    if name is None or not name.bare or asked.phrase.determiner == "indefinite":
        return None
    opener = plain.split()[0]
    if opener.lower() in DETERMINERS or (" " not in plain and scene.roster.is_common(plain)):
        return None
    bearers = scene.roster.with_part(name.bare) if not name.titles else []
    for turn in reversed(scene.turns):
        if asked.paragraph - turn.paragraph > 1:
            break
        if turn.figure.kind == "person" and turn.figure in bearers:
            return turn.figure
    known = scene.roster.fullest(name.bare, asked.at[0], female=asked.phrase.female)
    stranger = scene.roster.stranger(name.bare) if known is None else None
    return stranger if stranger is not None and stranger.female is not None else known


def owner_in_full(asked: Asked, scene: Scene) -> Answer:
    """*Ms Holm’s office* for Ida Holm’s."""
    plain = asked.phrase.plain
    run = RUN.match(plain)
    name = name_in(run.group()) if run is not None else None
    if run is None or name is None or not (name.possessive and name.titles and name.bare):
        return None
    owner = scene.roster.fullest(name.bare, asked.at[0], person=True)
    if owner is None:
        return None
    return scene.figure(owner.name + run.group()[-2:] + plain[run.end() :], source_kind(plain))
