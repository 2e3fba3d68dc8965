"""Right-to-left text: in which order it is to be seen, and who puts it into that order."""
