"""Two changes of one thing: what each of them says, and what there is to choose from."""

from dataclasses import dataclass, replace
from typing import Literal

from store.annotations import Annotation, meaning_name
from store.rebasing import rebased

Choice = Literal["theirs", "mine", "both"]
Differing = tuple[str, str, str]
"""What it is called, as it is in ours, as it is in theirs."""

_WRITTEN = ("note", "reason")
_CHOSEN = ("decision", "progress", "finding", "meaning")


@dataclass(frozen=True, slots=True)
class Conflict:
    """A change from ``before`` to ``mine`` that was refused, since ``theirs`` is what is kept by now.

    ``theirs`` is None where it was deleted meanwhile. Where it is not known any more what the change began with,
    ``before`` is `theirs`: then all that differs counts as changed.
    """

    before: Annotation
    mine: Annotation
    theirs: Annotation | None

    @property
    def differing(self) -> tuple[Differing, ...]:
        """What both changed, and not to the same; in plain words."""
        if self.theirs is None:
            return ()
        told = [
            (name, _told(getattr(self.mine, name)), _told(getattr(self.theirs, name)))
            for name in (*_WRITTEN, *_CHOSEN)
            if self._clash(name)
        ]
        if not told and self.mine.tags != self.theirs.tags:
            told.append(("tags", ", ".join(self.mine.tags) or "none", ", ".join(self.theirs.tags) or "none"))
        return tuple(told)

    @property
    def joinable(self) -> bool:
        """Whether both can stay: what was written can be put together, of what was chosen only one can be."""
        return self.theirs is not None and any(
            self._clash(name) and getattr(self.mine, name) and getattr(self.theirs, name) for name in _WRITTEN
        )

    def settled(self, choice: Choice) -> Annotation | None:
        """Return what is to be kept on top of ``theirs``; None where that stays as it is.

        What only one of them changed stays in any case. With ``both`` what was written is joined, theirs first, and
        what was chosen is mine.
        """
        if choice == "theirs":
            return None
        if self.theirs is None:
            return replace(self.mine, rev=0)
        forced = {name: getattr(self.theirs, name) for name in (*_WRITTEN, *_CHOSEN) if self._clash(name)}
        # Rebased with the clashes left out, these are then set.
        mine = rebased(self.before, replace(self.mine, **{n: getattr(self.before, n) for n in forced}), self.theirs)
        if mine is None:  # they stand in different places too: the whole of mine
            mine = replace(self.theirs, **{n: getattr(self.mine, n) for n in ("selectors", "revision", "place")})
        for name in forced:
            value = getattr(self.mine, name)
            if choice == "both" and name in _WRITTEN:
                value = "\n\n".join(part for part in (forced[name], value) if part)
            mine = replace(mine, **{name: value})
        return mine

    def _clash(self, name: str) -> bool:
        assert self.theirs is not None
        was, mine, theirs = (getattr(of, name) for of in (self.before, self.mine, self.theirs))
        if self.before is self.theirs:
            return bool(mine != theirs)
        return bool(mine != was and theirs not in (was, mine))


def _told(value: str | int | None) -> str:
    if isinstance(value, int):
        return meaning_name(value)
    return value or "none"
