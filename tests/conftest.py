"""What holds for all tests."""

import gc
import os
import signal
import sys

from hypothesis import settings

from tests.libraries_ready import keep_libraries_ready
from tests.styles_kept import keep_styles

# How long an example takes depends on the machine, and says nothing of the program. CI tries the same examples each
# time, so that it judges the change at hand; new ones are looked for at every run by hand.
# SAYSO_FUZZ says how many are tried where a test does not.
examples = int(os.environ.get("SAYSO_FUZZ", "100"))
settings.register_profile("sayso", deadline=None, derandomize="CI" in os.environ, max_examples=examples)
settings.load_profile("sayso")

# Programs are started some two hundred times here: what is compiled once serves all of them, and the next run too.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

keep_styles()
keep_libraries_ready()

# In the background of a script Ctrl-C is ignored, also by what is started from there, and could not be tested.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_finish() -> None:
    """What is there once the tests are collected stays to the end: the collector need not look at it ever again."""
    gc.freeze()
