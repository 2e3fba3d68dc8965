"""Whether a file can be an article at all, by its kind, its size and its first bytes."""

import os
import stat
from pathlib import Path

from store.importing.decoding import is_text
from store.importing.files import LIMIT

_BEGINNING = 4096


def can_be_article(path: Path, *, named_so: bool = False) -> bool:
    """Whether reading the file at ``path`` may come to anything. Never raises.

    Of a file that is ``named_so`` only kind and size are asked. One that may not be read counts: it is told why. A pipe
    does not, as looking would take what is in it.
    """
    try:
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode) or not 0 < facts.st_size <= LIMIT:
            return False
        if named_so:
            return True
        # Should something else stand there by now, opening it waits for nobody.
        opened = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        try:
            return is_text(os.read(opened, _BEGINNING))
        finally:
            os.close(opened)
    except PermissionError:
        return True
    except (OSError, ValueError):
        return False
