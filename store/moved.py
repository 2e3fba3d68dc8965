"""What a new text of an article did to what its reader put on it, in numbers and in words."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from store.annotations import Place
from store.article import changes_told
from store.kinds import Kind, counted

BECAME: dict[Place, str] = {"sure": "moved along", "doubtful": "to confirm", "lost": "lost"}
"""What is counted, by where an annotation stands in the new text."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What became of an article's annotations in a new text, in numbers; those kept without a place do not count.

    ``changed`` is how many words differ between this text and the one before, ``paragraphs`` how many of it were only
    moved; ``reworded`` are those of the ``sure`` that stand on other words than they were made on. ``kinds`` are how
    many there are of each kind, by what became of them.
    """

    changed: int = 0
    reworded: int = 0
    paragraphs: int = 0
    kinds: Mapping[Place, Mapping[Kind, int]] = field(default_factory=dict)

    @property
    def sure(self) -> int:
        """How many have their place."""
        return self._number("sure")

    @property
    def doubtful(self) -> int:
        """How many have one that is to be confirmed."""
        return self._number("doubtful")

    @property
    def lost(self) -> int:
        """How many have none."""
        return self._number("lost")

    def _number(self, place: Place) -> int:
        return sum(self.kinds.get(place, {}).values())

    @property
    def in_words(self) -> str:
        """The numbers in a few plain words; those of annotations only where there are any.

        Of what kind they are is said of each, or where all are of one, once: ``2 notes moved along, 1 to confirm``.
        """
        told = [changes_told(self.changed, self.paragraphs)]
        alike = len({kind for kinds in self.kinds.values() for kind in kinds}) == 1
        for place, became in BECAME.items():
            if kinds := self.kinds.get(place):
                number = f"{self._number(place):,}" if alike and len(told) > 1 else counted(kinds)
                told.append(f"{number} {became}")
                if place == "sure" and self.reworded:
                    told.append(f"{'' if self.sure == 1 else f'{self.reworded} of them '}onto changed words")
        return ", ".join(told)
