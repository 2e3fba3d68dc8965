"""The YAML block at the head of a Markdown file, as web clippers and static sites write it."""

import re
from collections.abc import Iterator
from itertools import islice

from store.safety import label

_BLOCK = re.compile(r"\A---[ \t]*\n(.*?)(?:^(?:---|\.\.\.)[ \t]*(?:\n|\Z))", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(r"^([\w-][\w -]{0,60}):[ \t]+(.*\S)", re.MULTILINE)
_WIKILINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_MOST = 20  # values of a list that are read
_LONGEST = 64 * 1024  # more is an article between two rules, and would take YAML minutes


def split(text: str) -> tuple[dict[str, str], str, str]:
    """Part ``text`` (line ends ``\\n``) into front matter, body and a notice.

    Keys are in lower case; values are safe lines, lists joined by commas, wikilinks unwrapped. A block that is no
    valid YAML is read line by line where it has fields, and the notice says so. A block that holds none is text.
    """
    match = _BLOCK.match(text)
    if match is None or len(match[1]) > _LONGEST:
        return {}, text, ""
    import yaml

    body = text[match.end() :]
    try:
        # The base loader keeps every scalar as it was written: no `no` for false, no date turned into an object.
        loaded = yaml.load(match[1], Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        fields = {key.strip().lower(): _line(value.strip("\"'")) for key, value in _FIELD.findall(match[1])}
        if not fields:
            return {}, text, ""
        mark = getattr(error, "problem_mark", None)
        where = f" at line {mark.line + 2}" if mark else ""
        return fields, body, f"the front matter is not valid YAML{where} and was read line by line"
    if loaded is None or loaded == "":
        return {}, body, ""
    if not isinstance(loaded, dict):
        return {}, text, ""
    values = {label(str(key)).lower(): ", ".join(islice(_scalars(value), _MOST)) for key, value in loaded.items()}
    return values, body, ""


def _line(value: str) -> str:
    return label(_WIKILINK.sub(r"\1", value), limit=2000)


def _scalars(value: object, depth: int = 3) -> Iterator[str]:
    """The texts in a value. Bounded, since aliases let a small block stand for billions of values."""
    if isinstance(value, str):
        if line := _line(value):
            yield line
    elif isinstance(value, list) and depth:
        for part in islice(value, _MOST):
            yield from _scalars(part, depth - 1)
