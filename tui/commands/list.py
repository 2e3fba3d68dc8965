"""``sayso list``: the library as a table."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from tui.commands.options import database_option, existing_library, json_option, print_json
from tui.commands.tables import Column, print_table

if TYPE_CHECKING:
    from store.article import Summary


@click.command("list")
@click.option("--limit", type=click.IntRange(min=1), help="The most articles to print, instead of all.")
@database_option
@json_option
def list_(limit: int | None, as_json: bool) -> None:
    """List the articles in the library, newest first."""
    summaries: Sequence[Summary] = ()
    count = 0
    with existing_library() as open_library:
        if open_library and limit:
            count = open_library.articles.count()
            summaries = open_library.articles.page(limit=min(limit, count))
        elif open_library:
            summaries = open_library.articles.list()
    if as_json:
        print_json(
            [
                {
                    "id": s.article.id,
                    **s.article.metadata._asdict(),
                    "added": s.article.added,
                    "path": s.article.path,
                    "claims": s.claims,
                    "unreviewed": s.unreviewed,
                    "annotations": s.annotations,
                }
                for s in summaries
            ]
        )
        return
    if not summaries:
        click.echo("No articles yet. Open one with: sayso FILE")
        return
    print_table(
        (
            Column("id"),
            Column("title", flexible=True),
            Column("outlet", give_up=5),
            Column("added", give_up=4),
            Column("claims", give_up=3),
            Column("unreviewed", give_up=1),
            Column("annotations", give_up=2),
        ),
        [
            (
                s.article.id,
                s.article.metadata.title,
                s.article.metadata.outlet,
                s.article.added[:10],
                "–" if s.claims is None else s.claims,
                s.unreviewed,
                s.annotations,
            )
            for s in summaries
        ],
    )
    if count > len(summaries):
        click.echo(f"… and {count - len(summaries):,} more.")
