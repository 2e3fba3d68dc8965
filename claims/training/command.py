"""How the commands here are called: what a person got wrong is told in one line on standard error, with exit code 2."""

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NoReturn

from claims.training.corpus import DataError
from claims.training.notation import NotationError


class _Help(argparse.ArgumentDefaultsHelpFormatter):
    def _get_help_string(self, action: argparse.Action) -> str | None:
        return super()._get_help_string(action) if action.default else action.help


class Parser(argparse.ArgumentParser):
    """A parser of arguments for ``python -m claims.training.NAME``: it shows the defaults and complains in one line."""

    def __init__(self, name: str, description: str) -> None:
        super().__init__(
            prog=f"python -m claims.training.{name}",
            description=description,
            formatter_class=_Help,
        )

    def error(self, message: str) -> NoReturn:
        """Print ``message`` and leave."""
        self.exit(2, f"{self.prog}: {message} (--help tells how to call it)\n")

    @contextmanager
    def refusing(self) -> Iterator[None]:
        """Print what is wrong with a file that is read within, and leave."""
        try:
            yield
        except OSError as error:
            self.exit(2, f"{self.prog}: {error.filename}: {error.strerror}\n")
        except (DataError, NotationError) as error:
            self.exit(2, f"{self.prog}: {error}\n")


def share(written: str) -> float:
    """A number from 0 to 1."""
    value = float(written)
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{written} is not from 0 to 1")
    return value


def count(least: int, most: int | None = None) -> Callable[[str], int]:
    """A reader of whole numbers of at least ``least`` and at most ``most``."""

    def whole_number(written: str) -> int:
        value = int(written)
        if value < least:
            raise argparse.ArgumentTypeError(f"{written} is less than {least}")
        if most is not None and value > most:
            raise argparse.ArgumentTypeError(f"{written} is more than {most}")
        return value

    whole_number.__name__ = "whole number"  # argparse says: invalid whole number value: 'x'
    return whole_number
