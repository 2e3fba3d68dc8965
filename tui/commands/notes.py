"""``sayso notes``: all that is on an article, each with its uid."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from store.safety import label, safe
from tui.commands.asking import counted
from tui.commands.options import database_option, existing_library, json_option, print_json

if TYPE_CHECKING:
    from store.annotations import Annotation

_LONGEST = 300


@click.command()
@click.argument("article")
@database_option
@json_option
def notes(article: str, as_json: bool) -> None:
    """List all that you put on ARTICLE, with uids: notes, verdicts, tags, evidence, highlights, in text order."""
    from store.keeping.articles import UnknownArticleError

    with existing_library() as opened:
        if opened is None:
            raise UnknownArticleError(article)
        found = opened.articles.find(article)
        annotations = opened.annotations.all(found.id)
    if as_json:
        print_json([_as_json(one) for one in annotations])
        return
    click.echo(f"{found.id}\t{label(found.metadata.title)}\t{counted(len(annotations), 'annotation')}")
    for one in annotations:
        _print(one)


def _print(one: "Annotation") -> None:
    from store.exporting.telling import judgement
    from store.naming import named_on
    from store.quoting import quoted

    who = f"{named_on(one) or 'an anonymous source'}: " if one.kind == "claim" else ""
    click.echo(f"  {one.uid}  {one.kind}  {who}{quoted(one.words, _LONGEST)}")
    said = [label(fact, _LONGEST) for fact in judgement(one)]
    if one.place != "sure":
        said.append({"doubtful": "place to confirm", "lost": "place lost"}.get(one.place, "kept without a place"))
    if said:
        click.echo(f"      {safe(' · '.join(said))}")
    for piece in one.evidence:
        what = f"{piece.address} – {piece.note}" if piece.note else piece.address
        click.echo(f"      evidence, {piece.stance}: {label(what, _LONGEST)}")
    if one.note:
        click.echo(f"      note: {label(one.note, _LONGEST)}")


def _as_json(one: "Annotation") -> dict[str, Any]:
    return {
        "uid": one.uid,
        "kind": one.kind,
        "speaker": one.speaker or None,
        "words": one.words,
        "was": one.was,
        "spans": {selector.role: one.spans(selector.role) for selector in one.selectors},
        "revision": one.revision,
        "place": one.place,
        "note": one.note,
        "tags": list(one.tags),
        "decision": one.decision,
        "progress": one.progress,
        "finding": one.finding,
        "reason": one.reason,
        "meaning": one.meaning,
        "evidence": [asdict(each) for each in one.evidence],
        "created": one.created,
        "modified": one.modified,
    }
