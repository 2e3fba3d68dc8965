"""Documents and annotations out into files."""
