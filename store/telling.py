"""The history in plain words: what happened, when, to what, by whom, and whether it still stands. Safe to print."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from store.annotations import Annotation, meaning_name
from store.article import Article
from store.keeping.change import Action, ArticleChange, Change, Origin
from store.note_lines import first_words
from store.quoting import quoted
from store.safety import label

if TYPE_CHECKING:
    from store.keeping.binned import Binned
    from store.library import Library

_SHORT = 60
"""Code points of a value: enough to know it by, the whole of it is in the JSON."""

_BEFORE = 12
"""Code points that are shown of what is the same, before the place where two values part."""

_NOTHING = "–"
_DONE: dict[Action, str] = {
    "add": "added",
    "change": "changed",
    "delete": "deleted",
    "restore": "took out of the bin:",
    "undo": "undid",
    "redo": "did again",
    "merge": "merged",
}
_DONE_TO_ARTICLE: dict[Action, str] = {
    "add": "added to the library",
    "delete": "put into the bin",
    "restore": "taken out of the bin",
    "merge": "merged",
    "purge": "article deleted for good",
}
_FOUND = {"sure": "moved along with the text", "doubtful": "place to be confirmed", "lost": "place lost"}
_BY: dict[Origin, str] = {
    "reader": "reader",
    "script": "command line",
    "rule": "rule",
    "merge": "merge",
    "import": "elsewhere",
}


@dataclass(frozen=True, slots=True)
class Told:
    """A change in plain words.

    ``at`` is to the minute, in UTC; ``about`` is the annotation's words in quotation marks, '' of an article.
    ``values`` are what changed, shortened; ``by`` is who did it, ``version`` the program's that did. ``undone`` is
    true of a change that does not stand any more. ``change`` is None of what happened before there was a history.
    """

    at: str
    what: str
    values: str
    about: str
    by: str
    version: str
    undone: bool
    change: Change | ArticleChange | None

    @property
    def line(self) -> str:
        """All of it in one line."""
        version = f"sayso {self.version}" if self.version else ""
        about = f"on {self.about}" if self.about else ""
        undone = "[undone]" if self.undone else ""
        return "  ".join(part for part in (self.at, self.what, self.values, about, self.by, version, undone) if part)


def described(binned: "Binned") -> str:
    """Return what something in the bin is, in one line: a title, or what was made of which words, and the note."""
    if binned.kind == "article":
        return quoted(binned.title, 80)
    highlight = ("highlight",) if binned.kind == "passage" else ()
    what = ", ".join((*highlight, *binned.made)) or ("note" if binned.note else "claim")
    note = f" – {label(first_words(binned.note), 80)}" if binned.note else ""
    return f"{what}: {quoted(binned.words, 80)}{note}"


def article_history(library: "Library", article: Article) -> list[Told]:
    """Tell all that happened to an article and to what is on it, the oldest first."""
    changes = library.history.log(article.id)
    told = tell(changes)
    if not any(isinstance(change, ArticleChange) and change.action == "add" for change in changes):
        # Added by a program that did not write it into the history yet.
        title = quoted(article.metadata.title)
        told.insert(0, Told(_minute(article.added), _DONE_TO_ARTICLE["add"], title, "", "", "", False, None))
    return told


def tell(changes: Sequence[Change | ArticleChange]) -> list[Told]:
    """Tell ``changes``, which are in order; of each whether it was undone by a later one of them."""
    last = {change.target: change.action for change in changes if isinstance(change, Change)}
    return [_told(change, undone=last.get(change.id) == "undo") for change in changes]


def _told(change: Change | ArticleChange, *, undone: bool) -> Told:
    if isinstance(change, Change):
        subject = change.after or change.before
        what, values = _annotation_changed(change)
        about = quoted(subject.words) if subject else ""
    else:
        what, values, about = *_article_changed(change), ""
    by = _BY.get(change.origin, label(change.origin))
    return Told(_minute(change.at), what, values, about, by, label(change.version), undone, change)


def _annotation_changed(change: Change) -> tuple[str, str]:
    before, after = change.before, change.after
    if before is None and after is None:
        return "deleted for good", ""
    if change.action == "place" and after is not None:
        return _FOUND.get(after.place, "kept without a place"), _both(before, after, ("words",))
    summary = change.summary
    if before is not None and after is not None and change.action == "change" and summary.startswith("confirming"):
        return f"confirmed {summary.removeprefix('confirming ')}", f"{quoted(before.was)} → {quoted(after.words)}"
    if change.action == "add" and summary.startswith("marking"):
        return "marked a claim", _values(before, after)
    if after is not None and change.action in ("add", "change") and summary.startswith("amending"):
        # Of one that nothing was made of before, what it was is known from where it stood.
        was = before or replace(after, selectors=after.original or after.selectors)
        return "amended a claim", _values(was, after)
    either = after or before
    forms = change.action in ("add", "change", "delete") and summary.startswith(("refusing", "allowing"))
    if forms and either is not None:
        said = " … ".join(one.exact for one in either.selectors if one.role == "source")
        return summary.replace("refusing", "refused").replace("allowing", "allowed"), quoted(said) if said else ""
    if change.action == "delete":
        summary = summary.removeprefix("deleting ")
    return f"{_DONE.get(change.action, label(change.action))} {summary}", _values(before, after)


def _article_changed(change: ArticleChange) -> tuple[str, str]:
    titles = [quoted(state.title) for state in (change.before, change.after) if state]
    if change.action == "revise" and change.after is not None:
        return f"new text: revision {change.after.number}", " → ".join(dict.fromkeys(titles))
    done = _DONE_TO_ARTICLE.get(change.action, label(change.action))
    # What a merge brought along happened in the other library; whether it holds here too, the merge decided.
    there = " there" if change.origin == "import" and change.action in ("delete", "restore") else ""
    return f"{done}{there}", " → ".join(dict.fromkeys(titles))


_FIELDS = (
    *("note", "decision", "progress", "finding", "reason", "tags", "meaning", "evidence"),
    *("speaker", "words", "place"),
)
_SAID = _FIELDS[:8]


def _values(before: Annotation | None, after: Annotation | None) -> str:
    """What is otherwise after than before; all that was said where one of them is not there."""
    if before is not None and after is not None:
        return _both(before, after, _FIELDS)
    only = before or after
    assert only is not None
    said = [field for field in _SAID if getattr(only, field) not in (None, "", (), "unreviewed")]
    return ", ".join(_named(said, (_all_of(only, field) for field in said)))


def _all_of(annotation: Annotation, field: str) -> str:
    value = getattr(annotation, field)
    return " ".join(_parts(field, value)) if isinstance(value, tuple) else _value(field, value)


def _parts(field: str, value: Iterable[Any], sign: str = "") -> Iterator[str]:
    """The tags, each with its ``#``, or what the evidence is and where."""
    for one in value:
        yield f"{sign}#{label(one, _SHORT)}" if field == "tags" else f"{sign}{one.stance} {quoted(one.address)}"


def _both(before: Annotation | None, after: Annotation, fields: Iterable[str]) -> str:
    if before is None:
        return ""
    changed = [field for field in fields if getattr(before, field) != getattr(after, field)]
    return ", ".join(_named(changed, (_changed(before, after, field) for field in changed)))


def _changed(before: Annotation, after: Annotation, field: str) -> str:
    was, became = getattr(before, field), getattr(after, field)
    if isinstance(was, tuple):
        gone = _parts(field, (one for one in was if one not in became), "−")
        new = _parts(field, (one for one in became if one not in was), "+")
        return " ".join((*gone, *new)) or "in another order"
    if was and became and field != "meaning":
        # What is the same at the beginning of long ones would be all that is seen of either.
        apart = (at for at, (one, other) in enumerate(zip(was, became, strict=False)) if one != other)
        same = next(apart, min(len(was), len(became)))
        if max(len(was), len(became)) > _SHORT and same > _BEFORE:
            was, became = (f"…{text[same - _BEFORE :]}" for text in (was, became))
    return f"{_value(field, was)} → {_value(field, became)}"


def _named(fields: Sequence[str], values: Iterable[str]) -> Iterator[str]:
    """``values``, each with its field where there are several."""
    for field, value in zip(fields, values, strict=True):
        yield f"{field} {value}" if len(fields) > 1 else value


def _value(field: str, value: Any) -> str:
    if not value:
        return _NOTHING
    if field == "meaning":
        return meaning_name(value)
    return label(value, _SHORT) if field in ("decision", "progress", "finding", "place") else quoted(value)


def _minute(at: str) -> str:
    return label(at)[:16].replace("T", " ")
