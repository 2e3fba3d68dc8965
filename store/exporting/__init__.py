"""Documents and annotations out into files."""

from store.exporting.annotated import annotated_markdown, is_exported
from store.exporting.files import (
    CannotWriteError,
    Exported,
    export,
    export_article,
    provenance_of,
    suggested_path,
    write_file,
)

__all__ = [
    "CannotWriteError",
    "Exported",
    "annotated_markdown",
    "export",
    "export_article",
    "is_exported",
    "provenance_of",
    "suggested_path",
    "write_file",
]
