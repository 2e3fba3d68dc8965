"""From the file to settings, or to lines that say where it is wrong."""

import os
import re
from pathlib import Path
from typing import Any

from store.errors import SaysoError
from store.safety import label
from tui.config.problems import Problem, told, unknown
from tui.config.schema import OPTIONS, Config

VARIABLE = "SAYSO_CONFIG"
LARGEST = 1 << 16
"""Bytes: all keys with a comment each need a quarter of that."""
_MOST_TOLD = 20
_AT = r"\s*\(at line (\d+), column (\d+)\)$"


class ConfigError(SaysoError):
    """Something is wrong with the file of settings: a line for each thing."""


def config_path(option: str | None = None) -> Path:
    """The file of settings: ``option``, else ``$SAYSO_CONFIG``, else the one in the platform's folder for settings."""
    chosen = option or os.environ.get(VARIABLE)
    if chosen:
        return Path(os.path.expanduser(chosen))  # noqa: PTH111 - the pathlib way raises where there is no such user
    from platformdirs import user_config_path

    return user_config_path("sayso", appauthor=False) / "config.toml"


def read_config(option: str | None = None) -> Config:
    """The settings in force. Raises `ConfigError` with all that is wrong.

    Where no file was named and there is none, all is as usual.
    """
    path = config_path(option)
    if not path.exists() and not option and not os.environ.get(VARIABLE):
        return Config()
    return parse(_text(path), path)


def parse(text: str, path: Path) -> Config:
    """The settings in ``text``, which stood at ``path``. Raises `ConfigError`."""
    # Most readers have no file: only those who have one wait for its parser.
    import tomllib

    try:
        parsed = tomllib.loads(text)
    except RecursionError:
        raise _error(path, ["it is nested too deep"]) from None
    except ValueError as error:
        raise _error(path, [_syntax(text, str(error))]) from None
    values, problems = _judge(parsed)
    if not problems:
        return Config(**values)
    from tui.config.lines import lines

    standing = lines(text)
    at = sorted(((_line(standing, problem.path), problem) for problem in problems), key=lambda one: one[0])
    raise _error(path, [f"line {line}, {label('.'.join(one.path), 80)}: {one.words}" for line, one in at])


def _text(path: Path) -> str:
    try:
        if path.exists() and not path.is_file():
            raise _error(path, ["it is no ordinary file"])
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise _error(path, [f"it cannot be read: {(error.strerror or str(error)).lower()}"]) from None
    except ValueError:
        raise _error(path, ["it cannot be read: no file has such a name"]) from None
    if len(data) > LARGEST:
        raise _error(path, [f"it is larger than {LARGEST // 1024} kB: that is no file of settings"])
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise _error(path, [f"line {line}: it is not UTF-8 text"]) from None


def _judge(parsed: dict[str, Any]) -> tuple[dict[str, Any], list[Problem]]:
    values, problems = dict[str, Any](), list[Problem]()
    for name, table in parsed.items():
        if name == "keys":
            from tui.config.keys import read_keys

            values["keys"], wrong = read_keys(table)
            problems += wrong
        elif not isinstance(table, dict) or not any(known.startswith(f"{name}.") for known in OPTIONS):
            problems.append(unknown((name,), {"keys", *OPTIONS}, "setting"))
        else:
            for key, value in table.items():
                option = OPTIONS.get(f"{name}.{key}")
                if option is None:
                    problems.append(unknown((name, key), OPTIONS, "setting"))
                elif not option.fits(value):
                    problems.append(Problem((name, key), f"{told(value)} is not possible (write {option.words})"))
                else:
                    values[option.field] = value
    return values, problems


def _line(standing: dict[tuple[str, ...], int], path: tuple[str, ...]) -> int:
    return next((standing[path[:n]] for n in range(len(path), 0, -1) if path[:n] in standing), 1)


def _syntax(text: str, said: str) -> str:
    """The parser's words, with the line before them; at the end of the file it names none."""
    at = re.search(_AT, said)
    line = int(at[1]) if at else text.count("\n") + 1
    words = re.sub(_AT, "", said).removesuffix(" (at end of document)")
    return f"line {line}: {label(words[:1].lower() + words[1:], 120)}"


def _error(path: Path, wrong: list[str]) -> ConfigError:
    shown = label(str(path))
    lines = [f"{shown}, {words}" for words in wrong[:_MOST_TOLD]]
    if len(wrong) > _MOST_TOLD:
        lines.append(f"{shown}: and {len(wrong) - _MOST_TOLD} more")
    return ConfigError("\n".join([*lines[:-1], f"{lines[-1]}; nothing was opened"]))
