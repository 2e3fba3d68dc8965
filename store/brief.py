"""A change in a few words, for whoever takes it back or makes it again. Safe to print."""

from collections.abc import Iterator

from store.annotations import Annotation
from store.keeping.change import Change
from store.quoting import quoted
from store.safety import label

_WORDS = 40
"""Code points of the words that it is on: enough to know them by."""
_DECIDED = {"accepted": "acceptance", "rejected": "rejection", None: "decision taken back"}
_ON = ("note", "reason", "evidence", "tags", "decision", "progress", "finding", "meaning")
"""What is on words; all else is told *of* them."""


def in_brief(change: Change, *, joined: bool = False) -> str:
    """Return what was changed, and on what: ``tags +#war on “We knew about the crack…”``, ``split of “It is safe”``.

    ``joined`` is whether the article had a claim less for it, which the change does not tell where nothing was on that.
    """
    subject = change.after or change.before
    if subject is None:
        return change.summary
    alone = joined and not change.along and change.after is not None and change.after.amended and _moved(change)
    what = "joining" if alone else _of_several(change) or ", ".join(_changed(change)) or "mark"
    if change.after is None:
        what = f"deletion of {'marked claim' if _marked_by_hand(subject) else what}"
    on = f"{what} {'on' if ', ' in what or what.removeprefix('deletion of ').startswith(_ON) else 'of'}"
    if change.along and not _of_several(change):
        return f"{on} {1 + len(change.along)} {change.subjects}, the first {quoted(subject.words, _WORDS)}"
    return f"{on} {quoted(subject.words, _WORDS)}"


def deletion(annotation: Annotation, number: int | None = None) -> str:
    """Return what goes with ``annotation``: ``Deleted on claim 4: acceptance, note, evidence``.

    ``number`` is that of the claim, None for a passage.
    """
    what = list(_given(annotation, None))
    if annotation.refused:
        what.insert(0, "refusal of the guessed speaker")
    if annotation.amended:
        what.insert(0, "amendment")
    told = ", ".join(_of_what(one, annotation) for one in what)
    if annotation.kind == "passage":
        return f"Deleted: {', '.join(part for part in ('highlight', told) if part)}"
    which = f"claim {number:,}" if number is not None else "a claim"
    if _marked_by_hand(annotation):
        told = ", ".join(_of_what(one, annotation) for one in what if one != "decision")  # marking accepts
        return f"Deleted: {', '.join(part for part in (f'{which}, marked by hand', told) if part)}"
    return f"Deleted on {which}: {told}" if told else f"Deleted on {which}"


def _of_what(field: str, annotation: Annotation) -> str:
    """A field of ``annotation``, with what that is where it is short."""
    if field == "decision":
        return _DECIDED[annotation.decision]
    return f"{field} {getattr(annotation, field)}" if field in ("progress", "finding") else field


def about(change: Change) -> Annotation | None:
    """Return the annotation that was changed, as it is or was; None where several were changed alike."""
    return None if change.along and not _of_several(change) else change.after or change.before


def made_where(change: Change, *, elsewhere: bool) -> str:
    """Return in brackets who made a change that was not made here; '' of one that was, or that may have been."""
    if change.origin == "script":
        return " (made by a command)"
    return " (made in another window)" if elsewhere else ""


def _of_several(change: Change) -> str:
    """What one claim and another were made into, or '' where several were changed alike."""
    changes = (change, *change.along)
    amended = [one for one in changes if one.after and one.after.amended and _moved(one)]
    if len(changes) != 2 or len(amended) != 1:
        return ""
    other = changes[1 - changes.index(amended[0])]
    if other.after is None:
        return "joining"
    return "split" if other.before is None and other.after.by_hand else ""


def _marked_by_hand(subject: Annotation) -> bool:
    """Whether it was the reader who found the claim: with it goes the claim itself, not what was put on it."""
    return subject.kind == "claim" and subject.by_hand


def _moved(change: Change) -> bool:
    """Whether the words that it stands on are others than before, or than those that an engine found."""
    before, after = change.before, change.after
    return after is not None and (before is None or before.selectors != after.selectors)


def _changed(change: Change) -> Iterator[str]:
    before, after = change.before, change.after
    if before is None and after is not None and after.by_hand:
        yield "marking"
    elif bool(after and after.refused) != bool(before and before.refused):
        yield f"{'return' if after and before and before.refused else 'refusal'} of the guessed speaker"
    elif before is not None and after is not None:
        yield from _stands(before, after)
    elif after is not None and after.amended:
        yield "amendment"
    given = list(_given(before, after))
    subject = after or before
    assert subject is not None
    if not given and subject.kind == "passage" and None in (before, after):
        given = ["highlight"]
    yield from given


def _stands(before: Annotation, after: Annotation) -> Iterator[str]:
    """What became of the words that it stands on."""
    if before.place != after.place:
        kept, proposed = after.place == "kept", after.selectors == before.proposed
        yield "keeping without a place" if kept else "confirmation" if proposed else "linking anew"
    elif before.selectors != after.selectors or (before.speaker != after.speaker and before.decision == after.decision):
        yield "amendment"
    elif before.was != after.was:
        yield "confirmation of the changed words"


def _given(before: Annotation | None, after: Annotation | None) -> Iterator[str]:
    """What was put on it or taken from it, with what that is where it is short."""
    subject = after or before
    assert subject is not None
    nothing = Annotation(uid="", article=0, kind=subject.kind, selectors=(), meaning=subject.meaning)
    was, now = before or nothing, after or nothing
    for field in ("note", "decision", "progress", "finding", "reason", "tags", "meaning", "evidence"):
        if getattr(was, field) == getattr(now, field):
            continue
        value = getattr(now, field)
        if after is None or field in ("note", "reason", "evidence", "meaning"):
            yield field
        elif field == "decision":
            yield _DECIDED[value]
        elif field == "tags":
            gone = (f"−#{label(tag, _WORDS)}" for tag in was.tags if tag not in now.tags)
            yield " ".join((field, *(f"+#{label(tag, _WORDS)}" for tag in now.tags if tag not in was.tags), *gone))
        else:
            yield f"{field} {value}" if value and value != "unreviewed" else f"{field} taken back"
