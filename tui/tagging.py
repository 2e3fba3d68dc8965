"""Tags in a reader's running words, where ``#`` begins one."""

import re
from collections.abc import Iterable, Iterator, Sequence

from store.safety import label

# Not in an address (page#part), an entity (&#38;) or a heading (# Heading), nor where a number is meant (#1).
_SIGN = r"(?<![\w#&/.?=])#"
_WORD = re.compile(rf"{_SIGN}([^\W\d_][\w-]*)")
_MARKS, _NOT_IN_A_TAG = '"“”„', '"“”„#,;\\n'
_TAG = re.compile(rf"{_WORD.pattern}|{_SIGN}[{_MARKS}]([^{_NOT_IN_A_TAG}]{{1,60}})[{_MARKS}]")
_BEGUN = re.compile(rf"{_SIGN}((?:[^\W\d_][^{_NOT_IN_A_TAG}]{{0,59}}|[{_MARKS}][^{_NOT_IN_A_TAG}]{{0,60}})?)$")
_CODE = re.compile(r"```.*?(?:```|\Z)|`[^`\n]*`", re.DOTALL)
_LOOK_BACK = 80
"""Code points before the caret in which a tag that is being written begins."""


def tags_in(text: str, known: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the tags in ``text``, each once whatever its case; those in code are none.

    A tag is one word, several in quotation marks, or one of the ``known``, which may be several without, and are
    spelled as they are there.
    """
    known = tuple(known)
    spelled = {tag.casefold(): tag for tag in known}
    by_word: dict[str, list[str]] = {}
    for tag in sorted(known, key=len, reverse=True):
        if word := _WORD.match(f"#{tag}"):
            by_word.setdefault(word[1].casefold(), []).append(tag)
    found: dict[str, str] = {}
    words = _CODE.sub(" ", text)
    for match in _TAG.finditer(words):
        if match[1]:
            tag = next(_reading(words, match.start(1), by_word.get(match[1].casefold(), ())), match[1].rstrip("-"))
        else:
            tag = label(match[2])
        if any(map(str.isalnum, tag)):
            found.setdefault(tag.casefold(), spelled.get(tag.casefold(), tag))
    return tuple(found.values())


def _reading(text: str, at: int, known: Sequence[str]) -> Iterator[str]:
    """Those of the ``known`` that stand in ``text`` at an offset, and end there."""
    for tag in known:
        end = at + len(tag)
        if text[at:end].casefold() == tag.casefold() and not (text[end : end + 1].isalnum()):
            yield tag


def begun(before: str) -> str | None:
    """Return what is written so far of the tag at the end of ``before``, without its ``#``; None if none is.

    With the quotation mark that it begins with, if it does.
    """
    match = _BEGUN.search(before[-_LOOK_BACK:])
    return match[1] if match else None


def completions(written: str, known: Iterable[str]) -> Iterator[str]:
    """Those of the ``known`` tags that begin with what is ``written``, and go on."""
    start = written.lstrip(_MARKS).casefold()
    return (tag for tag in known if len(tag) > len(start) and tag.casefold().startswith(start))


def closed(written: str) -> str:
    """Return ``written`` in quotation marks, if it begins with one and there is something in it; '' if not."""
    words = " ".join(written.lstrip(_MARKS).split())
    return f'"{words}"' if written[:1] in tuple(_MARKS) and any(map(str.isalnum, words)) else ""


def as_one(written: str, known: Iterable[str]) -> str:
    """Return two or three words of ``written`` as the one new tag they could be, '' where that is not likely."""
    words = written.split()
    begins = any(tag.casefold() == words[0].casefold() for tag in known) if words else True
    return f'"{" ".join(words)}"' if 1 < len(words) < 4 and not begins and written[0] not in _MARKS else ""
