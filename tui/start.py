"""Where the command ``sayso`` begins."""

import gc
import sys


def main() -> None:
    """Run the command line, of which all that is imported stays: the collector would go over it in vain."""
    gc.disable()
    try:
        from tui.commands.cli import main
    except KeyboardInterrupt:
        sys.exit(130)

    gc.freeze()
    gc.enable()
    main()
