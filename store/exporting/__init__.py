"""Documents and annotations out into files."""

from store.exporting.annotated import annotated_markdown, is_exported
from store.exporting.files import CannotWriteError, Exported, export_article, suggested_path, write_file

__all__ = [
    "CannotWriteError",
    "Exported",
    "annotated_markdown",
    "export_article",
    "is_exported",
    "suggested_path",
    "write_file",
]
