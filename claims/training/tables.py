"""Figures as rows of Markdown tables."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

from claims.model import GUESS
from claims.training.results import Result
from claims.training.scoring import Counts, interval

_SURE = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.0)
OF_SPEAKERS = (0.0, 0.5, 0.7, GUESS, 0.95, 1.0)
"""Ranges of how sure a speaker is."""


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """The lines of a table."""
    return [_row(head), _row(["---"] * len(head)), *map(_row, rows)]


def compared(rows: Sequence[str], results: Mapping[str, Result], of: Callable[[Result, str], Counts]) -> list[str]:
    """The lines of a table of F1 with an engine in each column."""
    return table(("", *results), [(row, *(f"{of(one, row).f1:.1%}" for one in results.values())) for row in rows])


def figures(counts: Sequence[Counts]) -> tuple[str, str, str]:
    """Precision, recall, and F1 with its interval."""
    whole = sum(counts, Counts())
    low, high = interval(counts, lambda one: one.f1)
    return f"{whole.precision:.1%}", f"{whole.recall:.1%}", f"{whole.f1:.1%} ({low:.1%} to {high:.1%})"


def share(part: float, whole: float) -> str:
    """A percentage, or a dash where there is nothing to have a share of."""
    return f"{part / whole:.1%}" if whole else "–"


def by_confidence(
    name: str, judged: Sequence[tuple[float, bool]], ranges: Sequence[float] = _SURE
) -> list[tuple[str, ...]]:
    """For each range of confidence how many claims have it, and how many of them are right."""
    rows: list[tuple[str, ...]] = []
    for low, high in pairwise(ranges):
        inside = [right for sure, right in judged if low <= sure < high or sure == high == 1.0]
        if inside:
            rows.append((name, f"{low:.0%} to {high:.0%}", str(len(inside)), f"{sum(inside) / len(inside):.1%}"))
    return rows


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
