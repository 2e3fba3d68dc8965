"""What of an article's claims goes into an export, and what is left out: told in the file and to whoever wrote it."""

from collections.abc import Sequence
from dataclasses import dataclass

from store.review import Item


def is_exported(item: Item, *, unreviewed: bool = False) -> bool:
    """Whether ``item`` belongs in an export: what the reader annotated, with ``unreviewed`` detected claims as well.

    A rejected claim belongs there only if the reader says something about it.
    """
    if item.annotation is None or item.annotation.empty:
        return unreviewed
    return bool(item.note) or not item.rejected


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many claims an export is without: not reviewed, and rejected with nothing said about it.

    ``unread`` is whether the article had not been read to its end, so that there may be more.
    """

    unreviewed: int = 0
    rejected: int = 0
    unread: bool = False

    def told(self, begin: str, include: str = "") -> str:
        """``begin`` with how many are left out, a sentence or two; empty if every claim is in the export.

        ``include`` is what to do for those not reviewed to be in it too, such as ``--unreviewed includes these``.
        """
        rejected = f"{self.rejected:,} rejected" if self.rejected else ""
        unreviewed = f"{self.unreviewed:,} not reviewed" if self.unreviewed else ""
        aside = f" ({include})" if unreviewed and include else ""
        told = ", ".join(filter(None, (rejected, unreviewed)))
        if not self.unread:
            return told and f"{begin}{told}{aside}."
        return f"{begin}{told or 'any not found yet'}{aside}. The article was still being read: there may be more."


def left_out(items: Sequence[Item], *, unreviewed: bool = False, unread: bool = False) -> LeftOut:
    """Count those of ``items`` that `is_exported` leaves out."""
    claims = [item for item in items if item.is_claim and not is_exported(item, unreviewed=unreviewed)]
    rejected = sum(item.rejected for item in claims)
    return LeftOut(len(claims) - rejected, rejected, unread)


@dataclass(frozen=True, slots=True)
class Exported:
    """An export, how many claims and notes are in it, and which claims are not."""

    markdown: str
    claims: int
    notes: int
    left_out: LeftOut = LeftOut()

    def told(self, include: str) -> str:
        """What is in it and what was left out, as sentences that go on behind a colon; ``include`` as of `LeftOut`."""
        none = " (none is accepted yet)" if self.left_out.unreviewed and not self.claims else ""
        told = f"{_counted(self.claims, 'claim')}{none}, {_counted(self.notes, 'note')}."
        return f"{told} {self.left_out.told('Claims left out: ', include)}".rstrip()


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}" if number else f"no {what}s"
