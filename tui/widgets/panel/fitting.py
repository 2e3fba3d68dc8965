"""Text cut down to what there is room for on the screen. Widths count terminal cells, not code points."""

from rich.cells import cell_len, set_cell_size

from tui.widgets.article import wrapping


def fit(text: str, width: int) -> str:
    """Return one line of ``text`` in at most ``width`` cells, with an ellipsis where something was cut off."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip(" …") + "…" if width > 0 else ""


def wrap(text: str, width: int, limit: int) -> list[str]:
    """Break ``text`` into at most ``limit`` lines of ``width`` cells; line feeds are kept as breaks.

    The last line is filled and ends with an ellipsis where the text goes on. An empty text has no lines.
    """
    # Nobody waits for the thousandth line of a text of which twelve are shown.
    head = text[: max(1, width) * (limit + 1)]
    spans = wrapping.wrap(head, width) if head.strip() else []
    lines = [head[start:end].rstrip() for start, end in spans[:limit]]
    if len(spans) > limit or len(head) < len(text):
        rest = head[spans[len(lines) - 1][0] :].partition("\n")[0].rstrip()
        lines[-1] = fit(rest if cell_len(rest) > width else f"{rest}…", width)
    return lines
