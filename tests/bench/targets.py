"""Figures beside what they should be at most."""

import sys

NOISE = 1.3
"""A machine that does other things too is forgiven so much."""

_missed: list[str] = []


def beside(what: str, figure: float, target: float, unit: str) -> str:
    """Return ``figure`` in words beside its ``target``; one that is missed by more than noise is remembered."""
    if figure > target * NOISE:
        _missed.append(f"{what}: {figure:.3g} {unit}, where {target:g} are aimed at")
    return f"{figure:.3g} {unit} (≤ {target:g})"


def end() -> None:
    """Tell what was missed, and exit with code 1 if that was anything."""
    for line in _missed:
        print(f"missed: {line}")
    sys.exit(bool(_missed))
