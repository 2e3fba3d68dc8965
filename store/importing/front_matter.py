"""The YAML block at the head of a Markdown file, as web clippers and static sites write it."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from store.importing.exported import ARTICLE_TAGS, BY
from store.safety import label

_BLOCK = re.compile(r"\A---[ \t]*\n(.*?)(?:^(?:---|\.\.\.)[ \t]*(?:\n|\Z))", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(r"^([\w-][\w -]{0,60}):[ \t]+(.*\S)", re.MULTILINE)
_WIKILINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_MOST = 20  # values of a list that are read
_TAG = 80  # code points
_LONGEST = 64 * 1024  # more is an article between two rules, and would take YAML minutes
MOST = 2 * _LONGEST
"""Code points of a text within which its front matter ends, whatever its line ends."""


def split(text: str) -> tuple[dict[str, str], str, str]:
    """Part ``text`` (line ends ``\\n``) into front matter, body and a notice.

    Keys are in lower case; values are safe lines, lists joined by commas, wikilinks unwrapped. A block that is no
    valid YAML is read line by line where it has fields, and the notice says so. A block that holds none is text.
    """
    match = _BLOCK.match(text)
    if match is None or len(match[1]) > _LONGEST:
        return {}, text, ""
    fields, notice = _fields(match[1])
    if fields is None:
        return {}, text, ""
    values = {key: ", ".join(islice(_scalars(value), _MOST)) for key, value in fields.items()}
    return values, text[match.end() :], notice


def own_tags(source: str) -> tuple[str, ...]:
    """Return the tags that the article in ``source`` gives itself, each one safe line, without its ``#`` and doubles.

    Of an export these are the article's, without its reader's.
    """
    match = _BLOCK.match(source[:MOST].replace("\r\n", "\n").replace("\r", "\n"))
    fields = (_fields(match[1])[0] if match is not None and len(match[1]) <= _LONGEST else None) or {}
    value = fields.get(ARTICLE_TAGS if fields.get(BY) == "sayso" else "tags")
    listed = value.strip("[]").split(",") if isinstance(value, str) else _scalars(value)
    return without_doubles(tag for one in listed if (tag := label(one.strip("#\"' "), _TAG)))


def without_doubles(tags: Iterable[str]) -> tuple[str, ...]:
    """Return ``tags`` in order, without those that only case tells from one before."""
    first: dict[str, str] = {}
    for tag in tags:
        first.setdefault(tag.casefold(), tag)
    return tuple(first.values())


def _fields(block: str) -> tuple[dict[str, object] | None, str]:
    """The fields of a block, None where it holds none, and a notice where it is not as it should be."""
    import yaml

    try:
        # The base loader keeps every scalar as it was written: no `no` for false, no date turned into an object.
        loaded = yaml.load(block, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        lines = {key.strip().lower(): value.strip("\"'") for key, value in _FIELD.findall(block)}
        mark = getattr(error, "problem_mark", None)
        where = f" at line {mark.line + 2}" if mark else ""
        return lines or None, f"the front matter is not valid YAML{where} and was read line by line"
    if loaded is None or loaded == "":
        return {}, ""
    if not isinstance(loaded, dict):
        return None, ""
    return {label(str(key)).lower(): value for key, value in loaded.items()}, ""


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
