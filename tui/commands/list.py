"""``sayso list``: the library as a table."""

from dataclasses import asdict

import click

from tui.commands.options import database_option, json_option, library, print_json
from tui.commands.tables import print_table


@click.command("list")
@database_option
@json_option
def list_(as_json: bool) -> None:
    """List the articles in the library, newest first."""
    with library() as open_library:
        summaries = open_library.articles.list()
    if as_json:
        print_json(
            [
                {
                    "id": s.article.id,
                    **asdict(s.article.metadata),
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
        ("id", "title", "outlet", "added", "claims", "unreviewed", "annotations"),
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
        fold="title",
    )
