"""Text in, claims out. Pure: no database, no screen, no file formats."""
