"""What somebody meant who typed neither a verb nor a file that is there."""

from collections.abc import Iterable
from pathlib import Path

import click
from click_default_group import DefaultGroup

from store.safety import label

_LIKENESS = 0.7


class MistypedGroup(DefaultGroup):
    """A group whose default verb takes a file, and that names the verb nearest to what is neither a verb nor a file."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Raise `click.UsageError` where the first of ``args`` is mistyped; else do as any group."""
        word = args[0] if args else ""
        if word and word not in self.commands and not _is_file(word):
            meant = nearest(word, self.commands)
            if meant:
                raise click.UsageError(f"{label(word)}: no such command or file: did you mean {meant}?", ctx)
        return super().resolve_command(ctx, args)


def nearest(word: str, verbs: Iterable[str]) -> str:
    """Return the one of ``verbs`` that is most like ``word``; '' where none is, or it looks like a file's name."""
    if not word.isalpha():
        return ""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word.lower(), verbs, n=1, cutoff=_LIKENESS)), "")


def _is_file(word: str) -> bool:
    try:
        return Path(word).exists()
    except (OSError, ValueError):
        return False
