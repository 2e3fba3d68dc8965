"""Files and standard input into documents: Markdown, with or without front matter, and plain text."""

from store.importing.files import identity, read_beginning, read_file, read_stream

__all__ = ["identity", "read_beginning", "read_file", "read_stream"]
