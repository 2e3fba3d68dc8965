"""Groups of workers that keys wait for, so that they act on what is on the screen, or is about to be.

Either stands at the beginning of a group's name: what is ``exclusive`` needs a group of its own.
None of them waits for the reader, who could not answer.
"""

LISTS = "lists"
"""Those that bring the list of a screen to what its line says, or to what was done with one of its rows."""
LEADS = "leads"
"""Those that lead to another screen."""
