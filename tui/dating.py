"""How the day of an article is told: marked where the article does not say when it was published."""

from store.article import Summary
from store.keys import day
from store.safety import label

ADDED = "+"
"""Before the day of an article that does not say when it was published: the day on which it was added."""
WHAT_ADDED_MEANS = f"{ADDED} no date: when it was added"


def is_dated(summary: Summary) -> bool:
    """Whether its day is the one on which it was published, not that on which it was added."""
    return bool(day(summary.article.metadata.published, ""))


def told_day(summary: Summary) -> str:
    """Its day, marked where that is the one on which it was added; '' for none."""
    shown = label(summary.day)
    return f"{ADDED}{shown}" if shown and not is_dated(summary) else shown
