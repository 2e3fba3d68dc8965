"""The colours: a file for each theme."""
