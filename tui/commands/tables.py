"""Tables on standard output, for people."""

import sys
from collections.abc import Iterable, Sequence


def print_table(columns: Sequence[str], rows: Iterable[Sequence[object]], *, fold: str) -> None:
    """Print ``rows`` under ``columns``; only the column named ``fold`` may run over several lines.

    On a terminal the table fits its width; into a pipe every row stays on one line. Cells are plain text, never
    markup.
    """
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    terminal = sys.stdout.isatty()
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in columns:
        table.add_column(column, no_wrap=not terminal or column != fold, overflow="fold")
    for row in rows:
        table.add_row(*(Text(str(cell)) for cell in row))
    Console(width=None if terminal else 10_000, soft_wrap=not terminal, highlight=False).print(table)
