"""``sayso claims``: the claims of one file, or of many texts in a stream."""

import json
import sys

import click

from store.importing import read_file, read_stream
from tui.commands.options import database_option, json_option, print_json
from tui.commands.tables import Column, print_table


@click.command()
@click.argument("file", required=False)
@database_option
@json_option
@click.option(
    "--jsonl",
    is_flag=True,
    help='Read lines {"id", "text"} from standard input, print a line {"id", "claims"} for each.',
)
def claims(file: str | None, as_json: bool, jsonl: bool) -> None:
    """Print the claims of FILE (- for standard input), without adding it to the library."""
    if jsonl:
        if file is not None:
            raise click.UsageError("--jsonl reads standard input: leave the file out")
        _stream()
    elif file is None:
        raise click.UsageError("name a file, or - for standard input, or use --jsonl")
    else:
        _one(file, as_json)


def _one(file: str, as_json: bool) -> None:
    import claims as engine
    from claims.as_json import reading_to_json

    imported = read_stream(sys.stdin.buffer) if file == "-" else read_file(file)
    if imported.notice:
        click.echo(f"sayso: {imported.notice}", err=True)
    text = imported.document.text
    reading = engine.read(text)
    if as_json:
        print_json({"id": file, "text": text, **reading_to_json(reading)})
        return
    if not reading.claims:
        click.echo("No claims found.")
        return
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


def _stream() -> None:
    """One line in, one line out, in order; a line that is no document is reported and skipped."""
    import claims as engine
    from claims.as_json import reading_to_json

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
            reading = engine.read(text)
        except Exception as error:
            # A fault of the engine's on one text must not cost the others theirs.
            click.echo(f"sayso: line {number} skipped: the engine failed on it ({type(error).__name__})", err=True)
            continue
        # ASCII, since this text has not been made safe and may hold anything, lone surrogates too.
        click.echo(json.dumps({"id": name, **reading_to_json(reading)}))


def _reason(error: Exception) -> str:
    from store.safety import label

    if isinstance(error, KeyError):
        return f"no {error}"
    return label(str(error), 80)
