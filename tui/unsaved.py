"""What to say of changes that are not saved."""

from typing import TYPE_CHECKING

from store.errors import SaysoError
from store.quoting import quoted
from store.safety import label

if TYPE_CHECKING:
    from store.library import Library


def told(changes: int, drafts: int, fault: SaysoError | None, rescued: str = "") -> tuple[str, str]:
    """Return a line that stays, and words of alarm to be said once; empty where there is nothing to say.

    ``changes`` and ``drafts`` are how many wait; ``fault`` is what they wait for, or what is wrong with the library.
    ``rescued`` is the file that all of them are in, if they are.
    That another program is writing is no cause for alarm: what waits for it is saved in a moment.
    """
    from store.keeping.errors import DatabaseBusyError

    what = counted(changes, drafts)
    if fault is None or isinstance(fault, DatabaseBusyError):
        return (f"Not saved yet: {what}. Another program is writing." if changes else ""), ""
    if what and rescued:
        return f"Rescued in {label(rescued)}, and not in the library yet: {what}: {fault}", str(fault)
    if what:
        return f"Not saved: {what} (W rescues it): {fault}", str(fault)
    return f"Nothing can be saved (W rescues what is on the screen): {fault}", str(fault)


def counted(changes: int, drafts: int) -> str:
    """How many changes and notes being typed, in words."""
    parts = []
    if changes:
        parts.append("1 change" if changes == 1 else f"{changes} changes")
    if drafts:
        parts.append("a note being typed" if drafts == 1 else f"{drafts} notes being typed")
    return " and ".join(parts)


def drafts_left(library: "Library") -> str:
    """What was typed and never saved, and in which articles, in a line; empty where there is none."""
    articles = [library.articles.get(draft.annotation.article) for draft in library.drafts.left_anywhere()]
    titles = [quoted(article.metadata.title) for article in articles if article.deleted is None]
    if not titles:
        return ""
    notes = "1 note was" if len(titles) == 1 else f"{len(titles)} notes were"
    where = ", ".join(dict.fromkeys(titles))
    return f"{notes} never saved: {where}. Open the article to go on."
