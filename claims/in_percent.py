"""How sure an engine is of something, as it is told: never wholly."""


def in_percent(sure: float) -> str:
    """Return ``sure``, from 0 to 1, in whole per cent: ``86%``; what would be all or none is ``>99%`` or ``<1%``."""
    if sure >= 0.995:
        return ">99%"
    return "<1%" if sure <= 0.005 else f"{sure:.0%}"
