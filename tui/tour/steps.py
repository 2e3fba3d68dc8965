"""The steps of the tour: what to try, and how it is known that it was done. Pure."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Seen:
    """What the tour can see of the screen: counts are of the article's annotations."""

    selected: int | None = None
    details: bool = False
    decided: int = 0
    noted: int = 0
    highlighted: int = 0
    filtered: bool = False
    elsewhere: bool = False
    """Whether the commands, the help or the export lie on top."""


@dataclass(frozen=True, slots=True)
class Step:
    """``words`` name keys as ``{id}`` of their commands, ``short`` are those for a small window.

    ``done`` is told what was seen as it began, and now.
    """

    words: str
    short: str
    done: Callable[[Seen, Seen], bool]
    of_claims: bool = True
    """Whether it can only be done where there are claims."""


STEPS = (
    Step(
        "The numbers in the text are claims: underlined what is claimed, bold who says it, in italics the word that"
        " says so. {claims.next} goes to the next one, or click it.",
        "Numbers in the text are claims. {claims.next} goes to the next one.",
        lambda then, now: now.selected is not None and now.selected != then.selected,
    ),
    Step(
        "{claims.details} tells all about it: why it was taken for a claim, how sure that is, what to ask of it."
        " {page.close} comes back.",
        "{claims.details} tells all about it, and why; {page.close} comes back.",
        lambda then, now: then.details or now.details,
    ),
    Step(
        "A machine found it; you decide. {claims.accept} accepts it, {claims.reject} rejects it, and goes on to the"
        " next.",
        "You decide: {claims.accept} accepts it, {claims.reject} rejects it.",
        lambda then, now: now.decided > then.decided,
    ),
    Step(
        "Nothing is lost: {history.undo} takes back what was done last, tomorrow too.",
        "{history.undo} takes back what was done last.",
        lambda then, now: now.decided < then.decided,
    ),
    Step(
        "What do you make of it? {claims.note} writes a note on the claim; {note.save} saves it.",
        "{claims.note} writes a note on the claim, {note.save} saves it.",
        lambda then, now: now.noted > then.noted,
    ),
    Step(
        "Any words can be marked: drag over some, or {read.select-by-keys} and the arrow keys; then"
        " {passage.meaning-1} to {passage.meaning-5} highlight them with a meaning, {claims.note} with a note.",
        "Drag over words, or {read.select-by-keys} and arrows;"
        " {passage.meaning-1} to {passage.meaning-5} highlight them.",
        lambda then, now: now.highlighted > then.highlighted,
        of_claims=False,
    ),
    Step(
        "{claims.filter} shows some claims only: try is:anonymous, or a name. {filter-line.close} shows all again.",
        "{claims.filter} shows some claims only: try is:anonymous. {filter-line.close} shows all.",
        lambda then, now: now.filtered and not then.filtered,
    ),
    Step(
        "That is the way of it. {app.palette} finds everything by name, {around.help} shows the keys,"
        " {around.export} writes your work as Markdown.",
        "{app.palette} finds all by name, {around.help} shows the keys, {around.export} writes Markdown.",
        lambda then, now: now.elsewhere and not then.elsewhere,
        of_claims=False,
    ),
)


def steps(*, claims: bool) -> tuple[Step, ...]:
    """The steps of an article with or without ``claims``."""
    return tuple(step for step in STEPS if claims or not step.of_claims)
