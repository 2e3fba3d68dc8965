"""Going back from a pronoun, sentence by sentence."""

from collections.abc import Iterator
from itertools import islice

from claims.speakers.passages import Passage, Told
from claims.speakers.scene import Asked, Scene, Turn

_SENTENCES, _TURNS = 30, 40  # looked back through, so that work for each pronoun stays bounded


def sentences_back(asked: Asked, scene: Scene) -> Iterator[tuple[Passage, Told]]:
    """The sentences near the pronoun that begin before it, the nearest first."""
    near = ((passage, told) for passage in reversed(scene.near) for told in reversed(passage.sentences))
    yield from islice((one for one in near if one[1].span[0] < asked.at[0]), _SENTENCES)


def turns_in(told: Told, asked: Asked, scene: Scene) -> list[Turn]:
    """Those who spoke in a sentence before the pronoun, however they were called there, in order."""
    end = min(told.span[1], asked.at[0])
    found = [turn for turn in scene.turns[-_TURNS:] if told.span[0] <= turn.at[0] < end]
    return sorted(found, key=lambda turn: turn.at)
