"""Whether parsed data is of the types that the program's own dataclasses declare, so that all of it can be used."""

from dataclasses import is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from store.safety import safe


def conforms(value: object, declared: Any, length: int) -> bool:
    """Return whether ``value`` is of the type ``declared``, with spans in a text of ``length`` code points.

    Texts have to be safe for a terminal.
    """
    origin, arguments = get_origin(declared), get_args(declared)
    if origin is Literal:
        return isinstance(value, str) and value in arguments
    if origin in (Union, UnionType):
        return any(conforms(value, one, length) for one in arguments)
    if origin is tuple:
        if not isinstance(value, tuple):
            return False
        if arguments[-1] is ...:
            return all(conforms(one, arguments[0], length) for one in value)
        return arguments == (int, int) and _is_span(value, length)
    if isinstance(declared, type) and is_dataclass(declared):
        names = _hints(declared)
        return isinstance(value, declared) and all(
            conforms(getattr(value, name), hint, length) for name, hint in names.items()
        )
    return _is_plain(value, declared)


def _is_plain(value: object, declared: Any) -> bool:
    if declared is str:
        return isinstance(value, str) and safe(value) == value
    if declared is float:
        return type(value) in (int, float)
    return value is None if declared is NoneType else type(value) is declared


def _is_span(value: tuple[Any, ...], length: int) -> bool:
    return len(value) == 2 and all(type(one) is int for one in value) and 0 <= value[0] < value[1] <= length


@cache
def _hints(declared: type[Any]) -> dict[str, Any]:
    return get_type_hints(declared)
