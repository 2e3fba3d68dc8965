"""A fault of the program's own: one line for the user, the rest into a file that a bug report can carry."""

import os
import traceback
from pathlib import Path


def describe(error: Exception) -> str:
    """Record where ``error`` came from, and return one line that says so.

    The record holds file names and lines of the program, no values of variables and so no article; it is private.
    """
    kept = f"{type(error).__name__} in {_place(error)}"
    path = _record(error)
    details = f"the details for a report are in {path}" if path else f"details for a report: {kept}"
    return f"something went wrong inside Sayso ({type(error).__name__}); what was saved is safe, {details}"


def _record(error: Exception) -> Path | None:
    from platformdirs import user_log_path

    path = user_log_path("sayso", appauthor=False) / "crash.log"
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            file.writelines(traceback.format_tb(error.__traceback__))
            file.write(f"{type(error).__name__}\n")
    except OSError:
        return None
    return path


def _place(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "an unknown place"
