"""``sayso claims --jsonl``: many texts in a stream, a line of JSON in, a line of JSON out."""

import json
import math
from collections import Counter
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import click

from store.safety import label
from tui.commands.options import Said

if TYPE_CHECKING:
    from claims import Reading

_DIGITS = 20  # of a whole number: as many as one of 64 bits has


class NotADocumentError(ValueError):
    """A line that is no document: in a few plain words, why."""


def answer(lines: Iterable[bytes], read: "Callable[[str], Reading]") -> bool:
    """Print a line for each of ``lines``, in order, before the next is waited for. Whether all could be answered.

    A line that is no document is named on standard error and skipped; an empty one is none.
    """
    from store.claim_numbers import numbered_to_json

    say = Said()
    whole = True
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            name, text = document(line)
            reading = read(text)
            # ASCII, since this text has not been made safe and may hold anything.
            answered = json.dumps({"id": name, **numbered_to_json(reading)}, allow_nan=False)
        except NotADocumentError as error:
            click.echo(f"sayso: line {number} skipped: {error}", err=True)
            whole = False
        except Exception as error:
            # A fault of the engine's on one text must not cost the others theirs.
            click.echo(f"sayso: line {number} skipped: the engine failed on it ({type(error).__name__})", err=True)
            whole = False
        else:
            say(*reading.notices)
            click.echo(answered)
    return whole


def document(line: bytes) -> tuple[str | float, str]:
    """The id and the text of the document that ``line`` is.

    JSON is read by its strict profile (I-JSON, RFC 7493), so that the id can be given back and any reader understands
    it. In the whole line: UTF-8 and no half surrogate pairs (section 2.1), no fractions beyond a double's range (2.2),
    no key twice in an object (2.3). Whole numbers may have 20 digits, more than a double tells apart: posts are
    numbered so, and they come back exactly.

    Raises:
        NotADocumentError: where it is none.
    """
    try:
        value = json.loads(
            line.decode("utf-8-sig"),
            object_pairs_hook=_object,
            parse_constant=_constant,
            parse_float=_fraction,
            parse_int=_whole,
        )
    except UnicodeDecodeError:
        raise NotADocumentError("not UTF-8") from None
    except json.JSONDecodeError as error:
        raise NotADocumentError(f"not JSON ({error.msg} at character {error.pos + 1})") from None
    except RecursionError:
        raise NotADocumentError("nested too deep") from None
    if not isinstance(value, dict):
        raise NotADocumentError("not an object with id and text")
    for key in ("id", "text"):
        if key not in value:
            raise NotADocumentError(f"it has no {key}")
    if not isinstance(value["id"], str | int | float) or isinstance(value["id"], bool):
        raise NotADocumentError("the id is neither a string nor a number")
    if not isinstance(value["text"], str):
        raise NotADocumentError("the text is not a string")
    _check_pairs(value)
    return value["id"], value["text"]


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) < len(pairs):
        ((twice, _),) = Counter(key for key, _ in pairs).most_common(1)
        raise NotADocumentError(f"the key {label(twice, 40)!r} stands twice in one object")
    return value


def _constant(name: str) -> None:
    raise NotADocumentError(f"not JSON ({name} is no number there)")


def _fraction(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise NotADocumentError(f"the number {label(digits, 20)} is too great")
    return number


def _whole(digits: str) -> int:
    if len(digits.lstrip("-")) > _DIGITS:
        raise NotADocumentError(f"the number {label(digits, 20)} is too great: write it as a string")
    return int(digits)


def _check_pairs(value: dict[str, Any]) -> None:
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        half = ascii(error.object[error.start])[1:-1]
        raise NotADocumentError(f"it holds half a surrogate pair ({half})") from None
    except RecursionError:
        raise NotADocumentError("nested too deep") from None
