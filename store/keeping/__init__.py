"""The tables of the library in SQLite: every write one transaction, every change of an annotation remembered."""
