"""The tables, one numbered step after another. A released step is never edited: a change is a new step.

A step runs in one transaction with foreign keys off, so that it may build a table anew; they are checked at its end.
"""

from store.keeping.migrations.fifth import fifth
from store.keeping.migrations.first import APPLICATION_ID, first
from store.keeping.migrations.fourth import fourth
from store.keeping.migrations.second import second
from store.keeping.migrations.seventh import seventh
from store.keeping.migrations.sixth import sixth
from store.keeping.migrations.third import third

__all__ = ["APPLICATION_ID", "LATEST", "MIGRATIONS"]

MIGRATIONS = (first, second, third, fourth, fifth, sixth, seventh)
LATEST = len(MIGRATIONS)
