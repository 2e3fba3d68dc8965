"""``sayso claims``: the claims of one file, or of many texts in a stream."""

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import click

from claims.in_percent import in_percent
from store.items import Item
from store.naming import named_in, nobody
from tui.commands.asking import counted
from tui.commands.options import Said, database_option, json_option, print_json
from tui.commands.reading import found_in, imported_from, name_of
from tui.commands.tables import Column, print_table

if TYPE_CHECKING:
    from claims import Reading
    from claims.model import Claim

ATTITUDE = "~"
GUIDE, POLNEAR = "guide", "polnear"


@click.command()
@click.argument("file", required=False)
@database_option
@json_option
@click.option(
    "--jsonl",
    is_flag=True,
    help='Read lines {"id", "text"} from standard input, print a line {"id", "claims"} for each. '
    "Lines that are no such document are named on standard error and skipped; the exit code is 2 then.",
)
@click.option(
    "--attitudes",
    is_flag=True,
    help="Print also what people are said to want or believe, after all claims. JSON holds it anyway.",
)
@click.option("--explain", is_flag=True, help="Print each claim at length: its spans, its attributes, why it is one.")
@click.option(
    "--convention",
    type=click.Choice([GUIDE, POLNEAR]),
    default=GUIDE,
    help="With --jsonl: claims as the reader shows them, or the bare spans by the conventions of the PolNeAR corpus.",
)
def claims(file: str | None, as_json: bool, jsonl: bool, attitudes: bool, explain: bool, convention: str) -> None:
    """Print the claims of FILE (- for standard input), without adding it to the library.

    They have the numbers that they have in the reader, where nothing was marked by hand.
    """
    if explain and (as_json or jsonl):
        raise click.UsageError("--explain is for people: leave --json and --jsonl out")
    if convention == POLNEAR and not jsonl:
        raise click.UsageError("--convention polnear is for comparing in bulk: use it with --jsonl")
    if jsonl:
        if file is not None:
            raise click.UsageError("--jsonl reads standard input: leave the file out")
        from tui.commands.streaming import answer

        if not answer(sys.stdin.buffer, _reader(convention)):
            raise click.exceptions.Exit(2)
    elif file is None:
        raise click.UsageError("name a file, or - for standard input, or use --jsonl")
    else:
        _one(file, as_json, attitudes, explain)


def _one(file: str, as_json: bool, attitudes: bool, explain: bool) -> None:
    from store.claim_numbers import numbered, numbered_to_json

    imported = imported_from(file)
    text = str(imported.document.text)
    reading = found_in(imported.document, name_of(file))
    Said()(imported.notice, *reading.notices)
    if as_json:
        print_json({"id": file, "text": text, **numbered_to_json(reading)})
        return
    found = numbered(reading)
    shown = [one for one in found if attitudes or one[1].act == "speech"]
    if not shown:
        click.echo("No claims found.")
    elif explain:
        from tui.commands.explaining import explained

        for line in explained(text, reading, shown):
            click.echo(line)
    else:
        _print_table(text, shown)
    if left := len(found) - len(shown):
        Said()(f"{counted(left, 'attitude')} left out, which --attitudes prints too")


def called(number: int, claim: "Claim") -> str:
    """The number with the sign that an attitude has in the reader."""
    return f"{'' if claim.act == 'speech' else ATTITUDE}{number}"


def _print_table(text: str, shown: "Sequence[tuple[int, Claim]]") -> None:
    print_table(
        (
            Column("#"),
            Column("speaker"),
            Column("cue", give_up=2),
            Column("quote", give_up=3),
            Column("sure", give_up=4),
            Column("content", flexible=True, wraps=True),
        ),
        [
            (
                called(number, claim),
                named_in(claim, text) or nobody(Item(number, claim, None)),
                _words(text, claim.cue) or "–",
                claim.quote,
                in_percent(claim.confidence),
                _words(text, claim.content),
            )
            for number, claim in shown
        ],
    )


def _words(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    return " … ".join(" ".join(text[start:end].split()) for start, end in spans)


def _reader(convention: str) -> "Callable[[str], Reading]":
    if convention == POLNEAR:
        from claims.raw import read_raw

        return read_raw
    import claims as engine

    return engine.read
