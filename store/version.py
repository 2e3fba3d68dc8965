"""Which version of the program this is: it is kept with every change."""

from functools import cache


@cache
def program_version() -> str:
    """Return the version that is installed, or ``unknown`` where the program runs without having been."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("sayso")
    except PackageNotFoundError:
        return "unknown"
