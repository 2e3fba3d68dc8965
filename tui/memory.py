"""Memory given back to the system once something large is over: by itself little of it would be."""

import ctypes
import gc


def trim() -> None:
    """Give back what was freed, where the C library knows how: the text on its way from the library, twice its size."""
    release = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if release is not None:
        release(0)


def give_back() -> None:
    """Give back all that belonged to an article that was closed.

    A screen is a cycle, and what was there when it was frozen is passed over by the collector. Takes a moment in which
    no key is heard.
    """
    from store.keeping.readings import forget_parsed

    forget_parsed()
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    trim()
