"""Tables on standard output, for people."""

import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import click
from rich.cells import cell_len

from tui.commands.busy import busy

_GAP = 2


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, and how gladly it is given up on a narrow terminal (0: never, else the highest first).

    The one that is ``flexible`` takes the room that the others leave, over several lines with ``wraps``.
    """

    name: str
    give_up: int = 0
    flexible: bool = False
    wraps: bool = False


def print_table(columns: Sequence[Column], rows: Sequence[Sequence[object]]) -> None:
    """Print ``rows``, a cell a column. Cells are plain text, never markup.

    On a terminal the table fits its width; into a pipe every row is one line and holds everything.
    """
    if sys.stdout.isatty():
        with busy("Laying out the table"):
            laid_out = _for_terminal(columns, rows, shutil.get_terminal_size().columns)
    else:
        laid_out = _for_pipe(columns, rows)
    click.echo(laid_out, nl=False)


def _for_pipe(columns: Sequence[Column], rows: Sequence[Sequence[object]]) -> str:
    """Looks as the other does where there is room for everything, in a fraction of its time."""
    cells = [[one.name for one in columns], *([str(cell) for cell in row] for row in rows)]
    widths = [max(map(cell_len, column)) for column in zip(*cells, strict=True)]
    heads, *lines = (
        " ".join(f"{cell}{' ' * (width - cell_len(cell) + _GAP)}" for cell, width in zip(row, widths, strict=True))[
            :-_GAP
        ]
        for row in cells
    )
    return "".join(f"{line}\n" for line in (heads, "─" * cell_len(heads), *lines))


def _for_terminal(columns: Sequence[Column], rows: Sequence[Sequence[object]], width: int) -> str:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    shown = _fitting(columns, rows, width)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, _GAP, 0, 0))
    for i in shown:
        one = columns[i]
        overflow: Literal["fold", "ellipsis"] = "fold" if one.wraps else "ellipsis"
        table.add_column(one.name, no_wrap=not one.wraps, overflow=overflow, ratio=1 if one.flexible else None)
    table.expand = True
    for row in rows:
        table.add_row(*(Text(str(row[i])) for i in shown))
    console = Console(width=width, highlight=False)
    with console.capture() as laid_out:
        console.print(table)
    return laid_out.get()


def _fitting(columns: Sequence[Column], rows: Sequence[Sequence[object]], width: int) -> list[int]:
    """Which columns fit when the flexible one keeps a third of the width."""
    shown = list(range(len(columns)))

    def needed() -> int:
        fixed = [i for i in shown if not columns[i].flexible]
        widths = (max(cell_len(str(cell)) for cell in (columns[i].name, *(row[i] for row in rows))) for i in fixed)
        return sum(widths) + _GAP * len(shown) + width // 3

    while needed() > width and any(columns[i].give_up for i in shown):
        shown.remove(max(shown, key=lambda i: columns[i].give_up))
    return shown
