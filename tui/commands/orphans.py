"""``sayso orphans``: what has no sure place in a changed text, or stands on other words, and what becomes of it."""

from typing import TYPE_CHECKING

import click

from store.annotations import Annotation
from store.kinds import kind_of, verdict_of
from store.quoting import quoted
from store.rewording import Group, group_of
from store.safety import label
from tui.commands.options import database_option, existing_library, json_option, library, print_json

if TYPE_CHECKING:
    from store.library import Library

_STATES: dict[Group, str] = {
    "doubtful": "to confirm",
    "reworded": "reworded",
    "lost": "lost",
    "kept": "kept without a place",
}


@click.command()
@click.argument("article", required=False)
@click.option(
    "--confirm", metavar="UID", help="This one is right in the place that is proposed, or on its changed words."
)
@click.option("--relink", metavar="UID", help="This one belongs to the words given with --quote.")
@click.option("--quote", help="With --relink: the exact words in the newest text.")
@click.option("--keep", metavar="UID", help="Keep this one without a place, and ask no more.")
@click.option("--bin", "discard", metavar="UID", help="Put this one into the bin.")
@database_option
@json_option
def orphans(
    article: str | None,
    confirm: str | None,
    relink: str | None,
    quote: str | None,
    keep: str | None,
    discard: str | None,
    as_json: bool,
) -> None:
    """List the notes, verdicts and highlights, of ARTICLE or of all, that have no sure place in a new revision.

    Or settle one of them.

    Those that moved along onto changed words are listed too, with what the words were: a verdict on them is not yet one
    on what the text says now.
    """
    settling = [uid for uid in (confirm, relink, keep, discard) if uid is not None]
    if len(settling) > 1 or (settling and article is not None):
        raise click.UsageError("settle one at a time, by its uid alone")
    if (relink is None) != (quote is None):
        raise click.UsageError("--relink needs --quote: the exact words that it belongs to, and the other way round")
    if not settling:
        _list(article, as_json)
        return
    with library() as open_library:
        before = open_library.annotations.get(open_library.whole_uid(settling[0]))
        if discard is not None:
            open_library.annotations.delete(before.uid, origin="script")
            after = None
        else:
            after = open_library.annotations.apply(
                before, _settled(open_library, before, confirm, quote), origin="script"
            )
    if as_json:
        print_json({"uid": before.uid, "article": before.article, "place": after.place if after else "bin"})
    elif after is None:
        click.echo(f"Put the {kind_of(before)} on {quoted(before.words)} into the bin.")
    elif after.place == "kept":
        click.echo(f"Keeping the {kind_of(before)} on {quoted(before.words)} without a place.")
    else:
        click.echo(f"The {kind_of(after)} is on {quoted(after.words)} now.")


def _settled(open_library: "Library", before: Annotation, confirm: str | None, quote: str | None) -> Annotation:
    from store.noting import only_place
    from store.relinking import confirmed, kept, relinked

    article = open_library.articles.get(before.article)
    if quote is not None:
        text = open_library.articles.document(article).text
        return relinked(before, article, text, [only_place(str(text), quote)])
    return confirmed(before, article) if confirm is not None else kept(before)


def _list(name: str | None, as_json: bool) -> None:
    with existing_library() as open_library:
        article = open_library.articles.find(name) if open_library and name is not None else None
        unplaced = _unsettled(open_library, article.id if article else None) if open_library else []
        titles = {id: open_library.articles.get(id) for id in {a.article for a in unplaced}} if open_library else {}
    if as_json:
        print_json([_as_json(annotation) for annotation in unplaced])
    elif not unplaced:
        click.echo("Everything has its place.")
    else:
        last = None
        for annotation in unplaced:
            if annotation.article != last:
                last = annotation.article
                click.echo(f"{last}\t{titles[last].metadata.title}")
            _print(annotation)


def _unsettled(open_library: "Library", article: int | None) -> list[Annotation]:
    both = (*open_library.annotations.unplaced(article), *open_library.annotations.reworded(article))
    return sorted(both, key=lambda one: (one.article, list(_STATES).index(group_of(one))))


def _print(annotation: Annotation) -> None:
    was = annotation.was or annotation.words
    click.echo(f"  {annotation.uid}  {kind_of(annotation)}, {_STATES[group_of(annotation)]}: {quoted(was, 300)}")
    if annotation.reworded:
        click.echo(f"      the words are now: {quoted(annotation.words, 300)}")
    if annotation.proposed:
        click.echo(f"      now maybe: {quoted(_proposed(annotation), 300)} ({annotation.score:.0%} alike)")
    if verdict := verdict_of(annotation):
        click.echo(f"      {verdict}")
    if annotation.note:
        click.echo(f"      note: {label(annotation.note, 300)}")


def _proposed(annotation: Annotation) -> str:
    return " … ".join(one.exact for one in annotation.proposed if one.role in ("content", "passage"))


def _as_json(annotation: Annotation) -> dict[str, object]:
    return {
        "uid": annotation.uid,
        "article": annotation.article,
        "kind": annotation.kind,
        "place": annotation.place,
        "score": annotation.score,
        "revision": annotation.revision,
        "words": annotation.words,
        "was": annotation.was,
        "proposed": [
            {"role": one.role, "span": [one.start, one.end], "words": one.exact} for one in annotation.proposed
        ],
        "note": annotation.note,
        "tags": list(annotation.tags),
    }
