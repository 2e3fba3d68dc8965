"""Who of several people a pronoun means: a log-linear model of what makes somebody come to mind.

The idea is centering (Grosz, Joshi and Weinstein 1995) and ranking candidates against one another (Denis and Baldridge
2008): what `features` notes of each is weighed by `WEIGHTS`, which ``python -m claims.training.pronouns`` fits.
"""

from math import exp, log

from claims.bearers import sounds_female
from claims.speakers.candidates import PEOPLE, Candidate, people_before
from claims.speakers.figures import Figure
from claims.speakers.scene import Asked, Scene, Turn
from claims.speakers.weights import WEIGHTS

_FURTHEST = 8, 4  # sentences and paragraphs, for one who is only told of elsewhere
Features = dict[str, float]


def likeliest(asked: Asked, scene: Scene, female: bool | None) -> tuple[Figure, float] | None:
    """Who is most probably meant by a source of that gender, and how probably among those who may be."""
    asked_of = features(asked, scene, female)
    if not asked_of:
        return None
    scores = [exp(sum(WEIGHTS.get(name, 0.0) * value for name, value in noted.items())) for _, noted in asked_of]
    best = max(range(len(scores)), key=scores.__getitem__)
    return asked_of[best][0], scores[best] / sum(scores)


def features(asked: Asked, scene: Scene, female: bool | None) -> list[tuple[Figure, Features]]:
    """Everyone who may be meant, with what speaks for and against them."""
    speaking = asked.around.figure if asked.quoted and asked.around is not None else None
    fitting = [
        one
        for one in people_before(asked, scene)
        if one.figure is not speaking and (female is None or one.figure.female in (female, None))
    ]
    about = scene.roster.protagonists[female] if female is not None else None
    if about is not None and about is not speaking and all(one.figure is not about for one in fitting):
        fitting.append(Candidate(about))
    if not fitting:
        return []
    last = next((one for one in reversed(scene.turns) if _is_person(one, asked)), None)
    alike = next((one for one in reversed(scene.turns) if _is_alike(one, asked, scene)), None)
    nearest, subject = min(fitting, key=Candidate.nearest), min(fitting, key=lambda one: one.nearest(subject=True))
    noted = []
    for one in fitting:
        figure = one.figure
        traits: Features = {
            "nearest": one is nearest,
            "nearest subject": one is subject,
            "spoke last": last is not None and last.figure is figure,
            "spoke last here": last is not None and last.figure is figure and last.paragraph == asked.paragraph,
            "spoke last before": last is not None and last.figure is figure and last.paragraph == asked.paragraph - 1,
            "was that pronoun": alike is not None and alike.figure is figure,
            "gender known": figure.female is not None,
            "named": figure.kind == "person",
            "surely a person": figure.sure,
            "protagonist": figure is about,
            "mourned": figure is about and female is not None and scene.roster.mourned[female],
        }
        sounds = 2 * sounds_female(figure.name) - 1 if figure.female is None and figure.kind == "person" else 0.0
        traits["sounds right"] = sounds if female else -sounds if female is not None else 0.0
        counts = {"times named": log(1 + figure.count), "sightings": log(1 + len(one.sightings))}
        noted.append((figure, {**traits, **counts, **_place(one, asked)}))
    return noted


def _place(one: Candidate, asked: Asked) -> Features:
    """How near and how prominent somebody was told of last, outside what is claimed."""
    claimed = [seen for seen in one.sightings if any(a <= seen.start < b for a, b in asked.claim.content)]
    outside = [seen for seen in one.sightings if seen not in claimed]
    seen = min(outside, key=lambda one: (one.back, -one.start), default=None)
    back, paragraphs = (seen.back, seen.paragraphs) if seen is not None else _FURTHEST
    rank = seen.rank if seen is not None else 2
    return {
        "same sentence": back == 0,
        "sentence before": back == 1,
        "sentence before that": back == 2,
        "sentences back": log(1 + back),
        "same paragraph": paragraphs == 0,
        "paragraph before": paragraphs == 1,
        "subject": seen is not None and rank == 0,
        "subject near": seen is not None and rank == 0 and back <= 1,
        "subject of a clause": seen is not None and rank == 1,
        "source": seen is not None and seen.spoke,
        "claimed about": bool(claimed),
    }


def _is_person(turn: Turn, asked: Asked) -> bool:
    return turn.figure.kind in PEOPLE and not turn.claim.nested and turn.at[0] < asked.at[0]


def _is_alike(turn: Turn, asked: Asked, scene: Scene) -> bool:
    return turn.at[0] < asked.at[0] and scene.text[slice(*turn.at)].lower() == asked.low
