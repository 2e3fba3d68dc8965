"""``sayso verify``: whether an article is still what came."""

from typing import TYPE_CHECKING, Any

import click

from store.safety import label, safe
from tui.commands.options import database_option, existing_library, json_option, print_json

if TYPE_CHECKING:
    from store.verifying import Verified


@click.command()
@click.argument("article")
@database_option
@json_option
def verify(article: str, as_json: bool) -> None:
    """Compare each text of ARTICLE, and the file it came from, with the SHA-256 that was taken when it came.

    The exit code is 1 if a text in the library is not the one that came, or if the file that the newest one came from
    holds something else now; not if that is no longer there. Times are in UTC.
    """
    from store.keeping.articles import UnknownArticleError
    from store.verifying import verify as compared

    with existing_library() as opened:
        if opened is None:
            raise UnknownArticleError(article)
        found = opened.articles.find(article)
        verified = compared(opened, found)
    if as_json:
        print_json([_as_json(one) for one in verified])
    else:
        click.echo(f"“{label(found.metadata.title)}”, article {found.id}")
        for one in verified:
            click.echo(safe(_lines(one)))
    if not all(one.text_is_sound and one.file_is_sound for one in verified):
        raise click.exceptions.Exit(1)


def _lines(verified: "Verified") -> str:
    revision = verified.revision
    by = f" by sayso {label(revision.version)}" if revision.version else ""
    text = "as it came" if verified.text_is_sound else f"CHANGED: it came with {revision.text_sha256}"
    lines = [
        f"\nrevision {revision.number}, added {label(revision.imported)[:16].replace('T', ' ')} from "
        f"{label(revision.path) if revision.path else revision.came}{by}",
        f"  text  {verified.text_sha256}  {text}",
    ]
    if verified.file is None:
        lines.append(f"  came  {label(revision.file_sha256)}")
    else:
        by = f"replaced by revision {verified.replaced_by}" if verified.replaced_by else verified.file
        lines.append(f"  file  {label(revision.file_sha256)}  {by}")
        if verified.file == "changed since":
            lines.append(f"   now  {verified.file_sha256}")
    return "\n".join(lines)


def _as_json(verified: "Verified") -> dict[str, Any]:
    revision = verified.revision
    return {
        "revision": revision.number,
        "imported": revision.imported,
        "came": revision.came,
        "path": revision.path,
        "version": revision.version,
        "metadata": revision.metadata._asdict(),
        "text_sha256": revision.text_sha256,
        "text_sha256_now": verified.text_sha256,
        "text_as_it_came": verified.text_is_sound,
        "file_sha256": revision.file_sha256,
        "file_sha256_now": verified.file_sha256,
        "file": verified.file,
        "replaced_by": verified.replaced_by,
    }
