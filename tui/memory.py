"""Memory given back to the system once something large is over: by itself little of it would be.

Only for a text of at least ``LARGE`` code points: it takes moments in which no key is heard.
"""

import asyncio
import gc
from collections.abc import Callable
from contextvars import Context

from claims.text import Text

LARGE = 1_000_000
GONE_AFTER = 40.0
"""Seconds after which a screen that was closed has gone, with its timers, the slowest of which has its place kept."""


def trim(text: Text) -> None:
    """Give back what was freed on the way of ``text`` to the screen, which is twice its size."""
    if len(text) >= LARGE:
        _trim()


def give_back_later(text: Text, inconvenient: Callable[[], bool]) -> None:
    """Give back all that belonged to the article with this ``text``, whose screen is closed, once it has gone.

    While that is ``inconvenient`` it is put off: with a book open it takes a second, in which nobody should be typing.
    """
    if len(text) >= LARGE:
        # In a context of its own, as the one of a screen holds that.
        asyncio.get_running_loop().call_later(GONE_AFTER, _give_back, inconvenient, context=Context())


def _give_back(inconvenient: Callable[[], bool]) -> None:
    if inconvenient():
        asyncio.get_running_loop().call_later(GONE_AFTER, _give_back, inconvenient, context=Context())
        return
    from store.keeping.readings import forget_parsed

    forget_parsed()
    # A screen is a cycle, and what was there when the collector was told to pass over it is passed over.
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    _trim()


def _trim() -> None:
    import ctypes

    release = getattr(ctypes.CDLL(None), "malloc_trim", None)  # of the GNU C library
    if release is not None:
        release(0)
