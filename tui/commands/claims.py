"""``sayso claims``: the claims of one file, or of many texts in a stream."""

import json
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from store.importing import read_file, read_stream
from tui.commands.options import Said, database_option, json_option, print_json
from tui.commands.tables import Column, print_table

if TYPE_CHECKING:
    from claims import Reading

GUIDE, POLNEAR = "guide", "polnear"


@click.command()
@click.argument("file", required=False)
@database_option
@json_option
@click.option(
    "--jsonl",
    is_flag=True,
    help='Read lines {"id", "text"} from standard input, print a line {"id", "claims"} for each.',
)
@click.option("--explain", is_flag=True, help="Print each claim at length: its spans, its attributes, why it is one.")
@click.option(
    "--convention",
    type=click.Choice([GUIDE, POLNEAR]),
    default=GUIDE,
    help="With --jsonl: claims as the reader shows them, or the bare spans by the conventions of the PolNeAR corpus.",
)
def claims(file: str | None, as_json: bool, jsonl: bool, explain: bool, convention: str) -> None:
    """Print the claims of FILE (- for standard input), without adding it to the library."""
    if explain and (as_json or jsonl):
        raise click.UsageError("--explain is for people: leave --json and --jsonl out")
    if convention == POLNEAR and not jsonl:
        raise click.UsageError("--convention polnear is for comparing in bulk: use it with --jsonl")
    if jsonl:
        if file is not None:
            raise click.UsageError("--jsonl reads standard input: leave the file out")
        _stream(convention)
    elif file is None:
        raise click.UsageError("name a file, or - for standard input, or use --jsonl")
    else:
        _one(file, as_json, explain)


def _one(file: str, as_json: bool, explain: bool) -> None:
    import claims as engine
    from claims.as_json import reading_to_json

    imported = read_stream(sys.stdin.buffer) if file == "-" else read_file(file)
    text = imported.document.text
    reading = engine.read(text)
    Said()(imported.notice, *reading.notices)
    if as_json:
        print_json({"id": file, "text": text, **reading_to_json(reading)})
    elif not reading.claims:
        click.echo("No claims found.")
    elif explain:
        from tui.commands.explaining import explained

        for line in explained(text, reading):
            click.echo(line)
    else:
        _print_table(text, reading)


def _print_table(text: str, reading: "Reading") -> None:
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
                number,
                claim.speaker or _words(text, claim.source) or "–",
                _words(text, claim.cue) or "–",
                claim.quote,
                f"{claim.confidence:.0%}",
                _words(text, claim.content),
            )
            for number, claim in enumerate(reading.claims, 1)
        ],
    )


def _words(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    return " … ".join(" ".join(text[start:end].split()) for start, end in spans)


def _stream(convention: str) -> None:
    """One line in, one line out, in order; a line that is no document is reported and skipped."""
    from claims.as_json import reading_to_json

    read = _reader(convention)
    say = Said()
    for number, line in enumerate(sys.stdin.buffer, 1):
        if not line.strip():
            continue
        try:
            document = json.loads(line)
            name, text = document["id"], document["text"]
            if not isinstance(text, str):
                raise TypeError("text is not a string")
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            click.echo(f"sayso: line {number} skipped: not a document with id and text ({_reason(error)})", err=True)
            continue
        try:
            reading = read(text)
        except Exception as error:
            # A fault of the engine's on one text must not cost the others theirs.
            click.echo(f"sayso: line {number} skipped: the engine failed on it ({type(error).__name__})", err=True)
            continue
        say(*reading.notices)
        # ASCII, since this text has not been made safe and may hold anything, lone surrogates too.
        click.echo(json.dumps({"id": name, **reading_to_json(reading)}))


def _reader(convention: str) -> "Callable[[str], Reading]":
    if convention == POLNEAR:
        from claims.raw import read_raw

        return read_raw
    import claims as engine

    return engine.read


def _reason(error: Exception) -> str:
    from store.safety import label

    if isinstance(error, KeyError):
        return f"no {error}"
    return label(str(error), 80)
