"""Documents and annotations out into files."""

from store.exporting.annotated import annotated_markdown
from store.exporting.choosing import Exported, LeftOut, is_exported
from store.exporting.files import (
    CannotWriteError,
    SourceFileError,
    export,
    export_article,
    is_source,
    provenance_of,
    suggested_path,
    write_file,
)

__all__ = [
    "CannotWriteError",
    "Exported",
    "LeftOut",
    "SourceFileError",
    "annotated_markdown",
    "export",
    "export_article",
    "is_exported",
    "is_source",
    "provenance_of",
    "suggested_path",
    "write_file",
]
