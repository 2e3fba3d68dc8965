"""Whether a library is sound, check by check, and what of it can be built anew."""

from store.checking.check import Finding, check
from store.checking.repair import repair

__all__ = ["Finding", "check", "repair"]
