"""Where the command ``sayso`` begins."""

import gc


def main() -> None:
    """Run the command line, of which all that is imported stays: the collector would go over it in vain."""
    gc.disable()
    from tui.commands.cli import main

    gc.freeze()
    gc.enable()
    main()
