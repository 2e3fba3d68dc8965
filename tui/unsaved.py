"""What to say of changes that are not saved."""

from store.errors import SaysoError


def told(changes: int, drafts: int, fault: SaysoError | None) -> tuple[str, str]:
    """Return a line that stays, and words of alarm to be said once; empty where there is nothing to say.

    ``changes`` and ``drafts`` are how many wait; ``fault`` is what they wait for, or what is wrong with the library.
    That another program is writing is no cause for alarm: what waits for it is saved in a moment.
    """
    from store.keeping.errors import DatabaseBusyError

    what = counted(changes, drafts)
    if fault is None or isinstance(fault, DatabaseBusyError):
        return (f"Not saved yet: {what}. Another program is writing." if changes else ""), ""
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
