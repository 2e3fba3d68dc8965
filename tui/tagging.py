"""Tags in a reader's running words, where ``#`` begins one, and the tags that were given last."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

# Not in an address (page#part), an entity (&#38;) or a heading (# Heading), nor where a number is meant (#1).
_SIGN = r"(?<![\w#&/.?=])#"
_TAG = re.compile(rf"{_SIGN}([^\W\d_][\w-]*)")
_BEGUN = re.compile(rf"{_SIGN}((?:[^\W\d_][^#,;\n]{{0,59}})?)$")
_CODE = re.compile(r"```.*?(?:```|\Z)|`[^`\n]*`", re.DOTALL)
_LOOK_BACK = 80
"""Code points before the caret in which a tag that is being written begins."""


def tags_in(text: str, known: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the tags in ``text``, each once whatever its case; those in code are none.

    A tag is one word, or one of the ``known``, which may be several and are spelled as they are there.
    """
    by_word: dict[str, list[str]] = {}
    for tag in sorted(known, key=len, reverse=True):
        if word := _TAG.match(f"#{tag}"):
            by_word.setdefault(word[1].casefold(), []).append(tag)
    found: dict[str, str] = {}
    words = _CODE.sub(" ", text)
    for match in _TAG.finditer(words):
        tag = next(_reading(words, match.start(1), by_word.get(match[1].casefold(), ())), match[1].rstrip("-"))
        found.setdefault(tag.casefold(), tag)
    return tuple(found.values())


def _reading(text: str, at: int, known: Sequence[str]) -> Iterator[str]:
    """Those of the ``known`` that stand in ``text`` at an offset, and end there."""
    for tag in known:
        end = at + len(tag)
        if text[at:end].casefold() == tag.casefold() and not (text[end : end + 1].isalnum()):
            yield tag


def begun(before: str) -> str | None:
    """Return what is written so far of the tag at the end of ``before``, without its ``#``; None if none is."""
    match = _BEGUN.search(before[-_LOOK_BACK:])
    return match[1] if match else None


def completions(written: str, known: Iterable[str]) -> Iterator[str]:
    """Those of the ``known`` tags that begin with what is ``written``, and go on."""
    start = written.casefold()
    return (tag for tag in known if len(tag) > len(written) and tag.casefold().startswith(start))


@dataclass
class Given:
    """The tags that were given last, to be given again."""

    tags: tuple[str, ...] = ()


def given_in(app: object) -> Given:
    """What was given last in ``app``; nothing where it does not remember that."""
    given = getattr(app, "given", None)
    return given if isinstance(given, Given) else Given()
