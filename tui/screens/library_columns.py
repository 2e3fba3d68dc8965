"""What the library's table shows of each article, by how much room there is."""

from rich.text import Text

from store.article import Summary
from store.safety import label
from tui.dating import day_of, is_dated
from tui.ordering import Order
from tui.screens.paging import Head

# The words of each head in a window of some width, and the cells that its contents take.
_WIDE = (
    Head("outlet", "Outlet", 18),
    Head("day", "Date", 11),
    Head("claims", "Claims", 6),
    Head("unreviewed", "Unreviewed", 10),
    Head("notes", "Notes", 5),
    Head("unplaced", "To place", 8),
)
# All of them: it is the title that gives way, and then the words of the heads.
_USUAL = (
    Head("outlet", "Outlet", 11),
    Head("day", "Date", 11),
    Head("claims", "Claims", 6),
    Head("unreviewed", "New", 4),
    Head("notes", "Notes", 5),
    Head("unplaced", "Place", 5),
)
_NARROW = (Head("day", "Date", 11), Head("unreviewed", "New", 4))
_SMALL = (Head("unreviewed", "New", 4),)
_BY_WIDTH = ((112, _WIDE), (74, _USUAL), (56, _NARROW), (0, _SMALL))
_MARK = 2
_LEAST = 10


def heads(width: int, order: Order) -> tuple[Head, ...]:
    """The columns that fit into ``width`` cells; the title takes what the others leave. One is marked as sorted by."""
    fixed = next(columns for least, columns in _BY_WIDTH if width >= least)
    mark = " ▾" if order.descending else " ▴"
    marked = [
        Head(one.key, one.words + mark, max(one.width, len(one.words) + _MARK)) if one.key == order.by else one
        for one in fixed
    ]
    padding, frame = 2 * (len(marked) + 1), 4
    room = max(_LEAST, width - sum(one.width for one in marked) - padding - frame)
    title = Head("title", "Title" + (mark if order.by == "title" else ""), room)
    return (title, *marked)


def cells(summary: Summary, columns: tuple[Head, ...], marked: bool = False) -> list[Text]:
    """What stands in each of the columns; with a mark before the title of one that is to be compared."""
    metadata = summary.article.metadata
    title = ("● " if marked else "") + label(metadata.title)
    texts = {
        "title": Text(title, style="bold", no_wrap=True, overflow="ellipsis"),
        "outlet": Text(label(metadata.outlet), no_wrap=True, overflow="ellipsis"),
        "day": Text(day_of(summary), style="" if is_dated(summary) else "italic"),
        "claims": Text("–" if summary.claims is None else str(summary.claims), justify="right"),
        "unreviewed": Text(str(summary.unreviewed) if summary.claims is not None else "–", justify="right"),
        "notes": Text(str(summary.notes), justify="right"),
        "unplaced": Text(str(summary.unplaced) if summary.unplaced else "", justify="right"),
    }
    return [texts[head.key] for head in columns]
