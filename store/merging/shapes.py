"""Whether parsed data is of the types that the program's own named tuples declare, so that all of it can be used."""

from collections.abc import Callable, Sequence
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from claims.text import Text
from store.safety import safe

_Check = Callable[[object, int], bool]


def conforms(value: object, declared: Any, length: int) -> bool:
    """Return whether ``value`` is of the type ``declared``, with spans in a text of ``length`` code points.

    Texts have to be safe for a terminal.
    """
    return _check(declared)(value, length)


@cache
def _check(declared: Any) -> _Check:
    """What looks at a value of a type; made once, since the same few types are met thousands of times."""
    origin, arguments = get_origin(declared), get_args(declared)
    if origin is Literal:
        return lambda value, _: isinstance(value, str) and value in arguments
    if origin in (Union, UnionType):
        checks = [_check(one) for one in arguments]
        return lambda value, length: any(check(value, length) for check in checks)
    if origin is tuple:
        return _each(_check(arguments[0])) if arguments[-1] is ... else _span(arguments)
    if origin is Sequence:
        check = _check(arguments[0])
        return lambda value, length: isinstance(value, Sequence) and all(check(one, length) for one in value)
    if isinstance(declared, type) and hasattr(declared, "_fields"):
        return _fields(declared)
    if declared in (str, Text):  # what comes from elsewhere is read as a whole
        return lambda value, _: isinstance(value, str) and safe(value) == value
    if declared is float:
        return lambda value, _: type(value) in (int, float)
    if declared is NoneType:
        return lambda value, _: value is None
    return lambda value, _: type(value) is declared


def _each(check: _Check) -> _Check:
    return lambda value, length: isinstance(value, tuple) and all(check(one, length) for one in value)


def _span(arguments: tuple[Any, ...]) -> _Check:
    spans = arguments == (int, int)
    return lambda value, length: isinstance(value, tuple) and spans and _is_span(value, length)


def _is_span(value: tuple[Any, ...], length: int) -> bool:
    return len(value) == 2 and all(type(one) is int for one in value) and 0 <= value[0] < value[1] <= length


def _fields(declared: type[Any]) -> _Check:
    checks = [(name, _check(hint)) for name, hint in get_type_hints(declared).items()]
    return lambda value, length: (
        isinstance(value, declared) and all(check(getattr(value, name), length) for name, check in checks)
    )
