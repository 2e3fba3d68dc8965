"""The first person inside a quotation is whoever is quoted."""

from claims.speakers.scene import OPEN, Answer, Asked, Scene


def first_person(asked: Asked, _scene: Scene) -> Answer:
    """*I* in somebody's very words is that speaker; *we* and *you* may be anybody."""
    if asked.low in ("i", "me", "my"):
        return asked.around.figure if asked.around is not None else OPEN
    return OPEN if asked.low in ("we", "us", "our", "you", "your") else None
