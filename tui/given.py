"""The tags that were given last, to be given again."""


class Given:
    """The ``tags`` that were given last."""

    def __init__(self, tags: tuple[str, ...] = ()) -> None:
        self.tags = tags


def given_in(app: object) -> Given:
    """What was given last in ``app``; nothing where it does not remember that."""
    given = getattr(app, "given", None)
    return given if isinstance(given, Given) else Given()
