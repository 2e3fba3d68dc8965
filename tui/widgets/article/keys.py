"""The pane's keys, as in less and vim: one set for reading, another while the caret is out.

Each binding has an id, so that it can be rebound. A key may be in both sets: `ArticlePane.check_action` lets only the
actions of the mode at hand through, which it knows by their names (``read_…`` and ``caret_…``).
"""

from collections.abc import Iterator

from textual.binding import Binding, BindingType


def _keys(prefix: str, table: dict[str, tuple[str, str]]) -> Iterator[Binding]:
    for name, (keys, action) in table.items():
        words = name.replace("_", " ").capitalize()
        yield Binding(keys, f"{prefix}_{action}", words, show=False, id=f"{prefix}.{name}")


_READING = {
    "line_down": ("j,down,ctrl+e", "rows(1)"),
    "line_up": ("k,up,ctrl+y", "rows(-1)"),
    "page_down": ("space,pagedown,ctrl+f", "pages(1.0)"),
    "page_up": ("b,pageup,ctrl+b", "pages(-1.0)"),
    "half_page_down": ("d,ctrl+d", "pages(0.5)"),
    "half_page_up": ("u,ctrl+u", "pages(-0.5)"),
    "start": ("g,home", "start"),
    "end": ("G,end", "end"),
    "previous_paragraph": ("{", "paragraphs(-1)"),
    "next_paragraph": ("}", "paragraphs(1)"),
    "select_by_keys": ("v", "caret"),
}

_MOVES = {
    "left": ("h,left", "left"),
    "right": ("l,right", "right"),
    "up": ("k,up", "up"),
    "down": ("j,down", "down"),
    "word_right": ("w", "word_right"),
    "word_left": ("b", "word_left"),
    "word_end": ("e", "word_end"),
    "line_start": ("0,home", "line_start"),
    "line_end": ("$,end", "line_end"),
    "sentence_left": ("(", "sentence_left"),
    "sentence_right": (")", "sentence_right"),
    "paragraph_left": ("{", "paragraph_left"),
    "paragraph_right": ("}", "paragraph_right"),
    "page_up": ("pageup,ctrl+b", "page_up"),
    "page_down": ("pagedown,ctrl+f", "page_down"),
    "text_start": ("g", "first"),
    "text_end": ("G", "last"),
}
_EXTENDING = {
    "select_left": ("shift+left", "left"),
    "select_right": ("shift+right", "right"),
    "select_up": ("shift+up", "up"),
    "select_down": ("shift+down", "down"),
    "select_word_left": ("ctrl+shift+left", "word_left"),
    "select_word_right": ("ctrl+shift+right", "word_right"),
    "select_to_line_start": ("shift+home", "line_start"),
    "select_to_line_end": ("shift+end", "line_end"),
}
_CARET = {
    **{name: (keys, f"move('{motion}')") for name, (keys, motion) in _MOVES.items()},
    **{name: (keys, f"extend('{motion}')") for name, (keys, motion) in _EXTENDING.items()},
    "anchor": ("v,space", "anchor"),
    "swap_ends": ("o", "swap"),
    "select_paragraph": ("V", "paragraph"),
}

BINDINGS: list[BindingType] = [
    *_keys("read", _READING),
    *_keys("caret", _CARET),
    # With priority, since Textual's screen clears every selection at escape before it looks at any other binding.
    Binding("escape", "put_away", "Clear", show=False, id="caret.put_away", priority=True),
]
