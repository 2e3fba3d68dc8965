"""How the day of an article is told: marked where the article does not say when it was published."""

from store import keys
from store.article import Summary
from store.safety import label

ADDED = "+"
"""Before the day of an article that does not say when it was published: the day on which it was added."""
WHAT_ADDED_MEANS = f"{ADDED} no date: when it was added"


def told_day(day: str, *, dated: bool) -> str:
    """``day``, marked unless the article is ``dated``; '' for none."""
    shown = label(day)
    return shown if dated or not shown else f"{ADDED}{shown}"


def is_dated(summary: Summary) -> bool:
    """Whether the day of an article is the one on which it was published."""
    return keys.is_dated(summary.article.metadata.published)


def day_of(summary: Summary) -> str:
    """The day of an article as it is told."""
    return told_day(summary.day, dated=is_dated(summary))
