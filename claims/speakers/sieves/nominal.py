"""The sieves for noun phrases, and asking them about a phrase that is no source itself."""

from dataclasses import replace

from claims.model import Span
from claims.source_phrases import read_phrase
from claims.speakers.figures import Figure
from claims.speakers.scene import Asked, Scene, Sieve
from claims.speakers.sieves.bodies import fuller_name, of_its_sort
from claims.speakers.sieves.descriptions import as_described, nobody
from claims.speakers.sieves.names import acronym, named_in_phrase, owner_in_full, part_of_a_name, two_people
from claims.speakers.sieves.roles import first_in_the_story, introduced_so, named_by_role, person_of_age

NOMINAL: tuple[Sieve, ...] = (
    two_people,
    named_in_phrase,
    nobody,
    acronym,
    part_of_a_name,
    owner_in_full,
    fuller_name,
    person_of_age,
    introduced_so,
    named_by_role,
    first_in_the_story,
    of_its_sort,
    as_described,
)


def figure_at(span: Span, asked: Asked, scene: Scene) -> Figure | None:
    """Whom the noun phrase at ``span`` means, for a pronoun that goes back to it."""
    phrase = read_phrase(scene.text[slice(*span)])
    for sieve in NOMINAL:
        answer = sieve(replace(asked, phrase=phrase, low=phrase.text.lower(), at=span), scene)
        if answer is not None:
            if not isinstance(answer, Figure):
                return None
            answer.learn(phrase)
            return answer
    return None
