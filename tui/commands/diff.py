"""``sayso diff``: what changed between two revisions of an article, and which claims and notes stand there."""

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from store.naming import GUESSED
from store.quoting import quoted
from store.safety import label
from tui.commands.options import database_option, json_option, library, print_json

if TYPE_CHECKING:
    from store.anchoring.moves import Move
    from store.article import Article
    from store.comparing import Comparison, Passage, Side
    from store.library import Library
    from store.review import Item

_NUMBER = click.IntRange(1, 1_000_000)
_MARKS = {"same": ("", ""), "removed": ("[-", "-]"), "added": ("{+", "+}")}


@click.command()
@click.argument("article")
@click.option("--from", "old", type=_NUMBER, metavar="N", help="The earlier revision; the one before --to.")
@click.option("--to", "new", type=_NUMBER, metavar="N", help="The later revision; the newest unless given.")
@database_option
@json_option
def diff(article: str, old: int | None, new: int | None, as_json: bool) -> None:
    """Show word by word what changed in ARTICLE (its id, or a part of a title that only one has).

    What was removed stands in [-…-], what was added in {+…+}, a changed paragraph a line; then come paragraphs that
    only stand elsewhere now, and the claims and notes that stand in changed passages, before and now.
    """
    from store.comparing import compare

    with library() as open_library:
        found = open_library.articles.find(article)
        if found.number == 1 and old is None and new is None:
            if as_json:
                none = {"changed_words": 0, "passages": [], "moved": [], "touched": []}
                print_json({"article": found.id, "from": 1, "to": 1, **none})
            else:
                click.echo(f"“{found.metadata.title}” has one revision.")
            return
        new = found.number if new is None else new
        old = max(1, new - 1) if old is None else old
        texts = [str(open_library.revisions.document(found.id, number).text) for number in (old, new)]
        compared = compare(*texts)
        before = _touched(open_library, found, old, texts[0], compared, "old")
        now = _touched(open_library, found, new, texts[1], compared, "new")
    if as_json:
        passages = [asdict(passage) for passage in compared.passages]
        report = {"article": found.id, "from": old, "to": new, "changed_words": compared.words, "passages": passages}
        moved = [_move_as_json(move, texts[0]) for move in compared.moves]
        print_json({**report, "moved": moved, "touched": [*before, *now]})
        return
    click.echo(f"“{found.metadata.title}”, revision {old} to {new}: {compared.counted}.")
    for passage in compared.passages:
        click.echo(f"\n{_line(passage)}")
    if compared.moves:
        click.echo("\nMoved, word for word:")
    for move in compared.moves:
        click.echo(f"  {move.told}: {quoted(texts[0][slice(*move.old)], 100)}")
    for title, touched in ((f"before, in revision {old}", before), (f"now, in revision {new}", now)):
        if touched:
            click.echo(f"\nIn changed passages {title}:")
        for one in touched:
            click.echo(_told(one))


def _touched(
    open_library: "Library", article: "Article", number: int, text: str, compared: "Comparison", side: "Side"
) -> list[dict[str, object]]:
    """The claims and notes of one revision that stand in changed passages."""
    from store.review import merge

    reading = open_library.revisions.reading(article.id, number)
    items = merge(reading, open_library.history.at_revision(article.id, number), text=text)
    inside = (item for item in items if compared.stands_in_changed(item.content, side))
    return [_as_json(item, number, text, compared.is_changed(item.content, side)) for item in inside]


def _as_json(item: "Item", revision: int, text: str, changed: bool) -> dict[str, object]:
    return {
        "revision": revision,
        "kind": "claim" if item.is_claim else "note",
        "number": item.number,
        "uid": item.annotation.uid if item.annotation else None,
        "speaker": item.speaker,
        "guessed": item.guessed,
        "words": " … ".join(text[start:end] for start, end in item.content),
        "changed": changed,
        "was": item.annotation.was if item.annotation else "",
        "note": item.note,
    }


def _move_as_json(move: "Move", text: str) -> dict[str, object]:
    return {
        "old": move.old,
        "new": move.new,
        "paragraphs": move.paragraphs,
        "from": move.first_old,
        "to": move.first_new,
        "words": text[slice(*move.old)],
    }


def _line(passage: "Passage") -> str:
    """The passage in a line; where whole paragraphs went or came, in one each."""
    if len(passage.pieces) > 1:
        return "".join(_marked(piece.kind, piece.text.strip("\n") or piece.text) for piece in passage.pieces)
    (piece,) = passage.pieces
    return "\n".join(_marked(piece.kind, line) for line in piece.text.split("\n") if line)


def _marked(kind: str, text: str) -> str:
    """A piece between its signs; what joins or parts paragraphs is a pilcrow."""
    opening, closing = _MARKS[kind]
    return opening + text.replace("\n", " ¶ ") + closing


def _told(one: dict[str, object]) -> str:
    passage = "note" if one["note"] else "highlight"
    name = f"claim {one['number']}" if one["kind"] == "claim" else f"{passage} {one['uid']}"
    speaker = f"  {label(str(one['speaker']), 60)}{GUESSED if one['guessed'] else ''}" if one["speaker"] else ""
    changed = "  (these words changed)" if one["changed"] else ""
    was = f"\n      ≠ what is on it was made when the words were {quoted(str(one['was']), 300)}" if one["was"] else ""
    note = f"\n      note: {label(str(one['note']), 300)}" if one["note"] else ""
    return f"  {name}{speaker}  {quoted(str(one['words']), 300)}{changed}{was}{note}"
