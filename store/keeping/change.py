"""What happened, as the history tells it: to an annotation a `Change`, to an article an `ArticleChange`."""

from dataclasses import dataclass, field
from typing import Literal

from store.annotations import Annotation

Action = Literal["add", "change", "delete", "restore", "undo", "redo", "place", "merge", "revise", "purge"]
Origin = Literal["reader", "script", "rule", "merge", "import"]

# The fields that a reader changes, as the reader knows them.
_WORDS = (
    ("note", "note"),
    ("decision", "decision"),
    ("progress", "progress"),
    ("finding", "finding"),
    ("reason", "reason"),
    ("tags", "tags"),
    ("meaning", "meaning"),
    ("evidence", "evidence"),
    ("selectors", "words"),
    ("place", "place"),
    ("speaker", "speaker"),
)

_REFUSED = "refused guess"
_AMENDED = ("words", "words, speaker", "deleting words")
"""What has changed of a claim of which nothing but what it says has."""


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to the annotation ``uid``: None before is that there was none, None after that there is none.

    Of a ``purge`` both are None. ``at`` is ISO 8601 in UTC; ``version`` is the program's that made the change. ``key``
    is the change's own identifier, the same in every library that it has been merged into. ``target`` is the id of the
    change that an undo took back or a redo made again. ``origin`` is who made it: the reader, a script, the rule that
    finds places anew in a changed text, or a merge; ``import`` is of what happened elsewhere and came with a merge.
    ``together`` is an identifier that several changes share which were made as one; ``along`` are the others of them
    that were undone or redone with this one.
    """

    id: int
    at: str
    action: Action
    uid: str
    before: Annotation | None
    after: Annotation | None
    version: str
    key: str
    origin: Origin = "reader"
    target: int | None = None
    together: str | None = None
    along: tuple["Change", ...] = field(default=(), compare=False)

    @property
    def summary(self) -> str:
        """What happened, in a few plain words; of an undo, what was taken back."""
        before, after = (self.after, self.before) if self.action == "undo" else (self.before, self.after)
        subject = after or before
        if subject is None:
            return "deleting for good"
        if self.along:
            return f"{self._what(before, after, subject)} on {1 + len(self.along)} {self.subjects}"
        if before is None and subject.by_hand:
            return "marking a claim"
        if self._what(before, after, subject).removeprefix("deleting ") == _REFUSED:
            return (
                "refusing the guessed speaker"
                if after is not None and after.refused
                else "allowing the guessed speaker again"
            )
        if subject.amended and self._what(before, after, subject) in _AMENDED:
            return "amending a claim"
        return f"{self._what(before, after, subject)} on a {subject.kind}"

    @property
    def subjects(self) -> str:
        """What it and those along with it are on: claims, passages, or both."""
        kinds = {state.kind for one in (self, *self.along) if (state := one.after or one.before)}
        return f"{kinds.pop()}s" if len(kinds) == 1 else "claims and passages"

    def _what(self, before: Annotation | None, after: Annotation | None, subject: Annotation) -> str:
        untouched = Annotation(
            uid=subject.uid,
            article=subject.article,
            kind=subject.kind,
            selectors=subject.selectors,
            speaker=subject.speaker or None,
            place=subject.place,
            meaning=subject.meaning,
        )
        left, right = before or untouched, after or untouched
        changed = dict.fromkeys(word for field, word in _WORDS if getattr(left, field) != getattr(right, field))
        bare = "highlight" if subject.kind == "passage" else "words" if subject.amended else "mark"
        if left.refused != right.refused:
            changed = {_REFUSED if word == "speaker" else word: None for word in changed}
        what = ", ".join(changed) or ("confirming changed words" if left.was != right.was else bare)
        return f"{'deleting ' if after is None else ''}{what}"


@dataclass(frozen=True, slots=True)
class ArticleState:
    """What the history remembers of an article: its title, its newest text, and since when it has been in the bin."""

    title: str
    number: int
    text_sha256: str
    deleted: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleChange:
    """What happened to an article, ``uid``; the fields are those of `Change`."""

    id: int
    at: str
    action: Action
    uid: str
    before: ArticleState | None
    after: ArticleState | None
    version: str
    key: str
    origin: Origin = "reader"
