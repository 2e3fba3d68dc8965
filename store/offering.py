"""What there is among an article's items for the filters that take any words, such as who speaks in it. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence

from store.annotations import MEANINGS
from store.items import Item
from store.naming import ANONYMOUS, OPEN
from store.safety import label

_LONGEST = 100  # code points: a longer name is a sentence


def values(name: str, items: Iterable[Item], meanings: Sequence[str] = MEANINGS) -> tuple[str, ...]:
    """Return what the filter ``name`` finds among ``items``: names and tags safe, those of most claims first.

    Behind the speakers stand the words for those who are none by name, if there are such. ``meanings`` are the names of
    what highlights mean.
    """
    if name == "meaning":
        return tuple(label(one, _LONGEST) for one in meanings)
    if name == "tag":
        return _most(tag for item in items if item.annotation is not None for tag in item.annotation.tags)
    if name != "speaker":
        return ()
    said = [item for item in items if item.is_claim]
    nobody = ((OPEN, any(item.open for item in said)), (ANONYMOUS, any(item.unnamed for item in said)))
    return (*_most(item.speaker for item in said if item.speaker), *(word for word, there in nobody if there))


def _most(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for name, _ in Counter(label(one, _LONGEST) for one in names).most_common())
