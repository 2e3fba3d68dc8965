"""A change in a few words, for whoever takes it back or makes it again. Safe to print."""

from store.keeping.change import Change
from store.safety import label
from store.telling import quoted

_VERDICTS = ("decision", "progress", "finding")
_WORDS = 40
"""Code points of the words that it is on: enough to know them by."""


def in_brief(change: Change) -> str:
    """Return what was changed, and on what: ``tags +#war on “We knew about the crack…”``."""
    subject = change.after or change.before
    if subject is None:
        return change.summary
    what, _, many = change.summary.rpartition(" on ")
    if not change.along and what:
        what = ", ".join(_with_value(change, word) for word in what.split(", "))
        return f"{what} on {quoted(subject.words, _WORDS)}"
    if change.along:
        return f"{what} on {many}, the first {quoted(subject.words, _WORDS)}"
    return f"{change.summary}: {quoted(subject.words, _WORDS)}"


def made_where(change: Change, *, elsewhere: bool) -> str:
    """Return in brackets who made a change that was not made here; '' of one that was, or that may have been."""
    if change.origin == "script":
        return " (made by a command)"
    return " (made in another window)" if elsewhere else ""


def _with_value(change: Change, word: str) -> str:
    """What was changed with what it became, where that is short."""
    before, after = change.before, change.after
    if word == "tags":
        was, now = (state.tags if state else () for state in (before, after))
        gone = (f"−#{label(tag, _WORDS)}" for tag in was if tag not in now)
        return " ".join((word, *(f"+#{label(tag, _WORDS)}" for tag in now if tag not in was), *gone))
    if word in _VERDICTS and after is not None:
        value = getattr(after, word)
        return f"{word} {value}" if value and value != "unreviewed" else f"no {word}"
    return word
