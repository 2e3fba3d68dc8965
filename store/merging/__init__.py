"""Another library merged into this one: by identifier, nothing doubled, nothing lost, the later change on top.

Merging is the same in whichever direction: it is decided by what is in the two libraries alone. What it trusts is the
clocks of the machines; of two changes made in the same millisecond their contents decide.
"""

from store.merging.merge import Merged, merge

__all__ = ["Merged", "merge"]
