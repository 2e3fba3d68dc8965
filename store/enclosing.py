"""Which claim another one is told in: *They say on the radio that the ridge is ours*, in what Dragosh said."""

from collections.abc import Iterable

from claims.spans import inside
from store.items import Item


def enclosing(item: Item, items: Iterable[Item]) -> Item | None:
    """Return the claim of ``items`` in whose words ``item`` stands, the closest around it; None where there is none.

    A claim that the reader rejected is none.
    """
    around = [
        (end - start, number, other)
        for number, other in enumerate(items)
        if other.is_claim and not other.rejected and other.span != item.span
        for start, end in other.content
        if inside(item.span, (start, end))
    ]
    return min(around)[2] if around else None
