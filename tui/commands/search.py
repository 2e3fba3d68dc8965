"""``sayso search``: places in the library by their words."""

from typing import TYPE_CHECKING, Any

import click

from store.safety import label
from tui.commands.options import Said, database_option, existing_library, json_option, print_json
from tui.counting import shown_of, summary
from tui.dating import WHAT_ADDED_MEANS, told_day

if TYPE_CHECKING:
    from store.searching.finding import Found, Result
    from store.searching.hits import Hit

_LIMIT, _PLACES = 20, 5


@click.command()
@click.argument("query", nargs=-1, required=True)
@click.option(
    "--limit", type=click.IntRange(min=1), default=_LIMIT, show_default=True, help="The most articles to print."
)
@click.option(
    "--places", type=click.IntRange(min=1), default=_PLACES, show_default=True, help="The most places of an article."
)
@database_option
@json_option
def search(query: tuple[str, ...], limit: int, places: int, as_json: bool) -> None:
    """Find QUERY in texts, titles, claims, speakers, notes, evidence and tags, the best first.

    \b
    word word*         words, and beginnings of words
    "a phrase"         words in a row (quote it for your shell: '"a phrase"')
    speaker:name       said by somebody        outlet:name       published there
    tag:word           tagged so               finding:disputed  found to be so
    progress:checked   how far you have come   has:evidence   with evidence
    after:2026-03      from that day, month or year on; before:2026 up to its end

    What is no such filter, or takes no such value, is looked for as words, and a line says so.
    """
    from store.searching.advising import misunderstood
    from store.searching.finding import Found
    from store.searching.query import parse

    words = " ".join(query)
    asked = parse(words)
    with existing_library() as open_library:
        found = open_library.search.find(asked, limit, places) if open_library else Found()
        found = open_library.search.counted(asked, found) if open_library else found
        near = open_library.search.nearest(asked) if open_library and not found.results else ()
    Said()(*misunderstood(words))
    if as_json:
        meant = {"did_you_mean": dict(near)} if near else {}
        articles = [_as_json(one) for one in found.results]
        print_json({"query": words, "articles": articles, "totals": _totals(found), "more": found.more, **meant})
    elif not found.results:
        meant_words = " and ".join(f"“{word}”" for _, word in near)
        click.echo(f"Nothing found for “{label(words)}”." + (f" Did you mean {meant_words}?" if near else ""))
    else:
        for result in found.results:
            _print(result)
        click.echo(_summary(found))


def _print(result: "Result") -> None:
    day = told_day(result.day, dated=result.dated)
    about = " · ".join(part for part in (label(result.title), label(result.outlet), day) if part)
    click.echo(f"{result.article:<3} {about}")
    for hit in result.hits:
        words = "".join(f"[{words}]" if found else words for words, found in hit.snippet)
        click.echo(f"    {hit.kind:<8} {words.strip()}")
    if told := shown_of(result):
        click.echo(f"    {'all':<8} {told}")


def _summary(found: "Found") -> str:
    more = " There are more articles: --limit, or more words." if found.more else ""
    fewer = " --places N shows more of each article." if any(map(_has_more, found.results)) else ""
    added = "" if all(result.dated for result in found.results) else f" {WHAT_ADDED_MEANS}."
    return f"{summary(found)}.{fewer}{more}{added}"


def _has_more(result: "Result") -> bool:
    """Whether there are places besides those that are shown, and not only in the text, which is one line at most."""
    known = dict(result.counts or ())
    return sum(min(1, number) if kind == "text" else number for kind, number in known.items()) > len(result.hits)


def _totals(found: "Found") -> dict[str, Any]:
    shown, counts = sum(len(result.hits) for result in found.results), dict(found.counts or ())
    return {"articles": len(found.results), "places": sum(counts.values()), "shown": shown, "counts": counts}


def _as_json(result: "Result") -> dict[str, Any]:
    return {
        "id": result.article,
        "title": result.title,
        "outlet": result.outlet,
        "day": result.day,
        "dated": result.dated,
        "counts": dict(result.counts or ()),
        "places": [_place(hit) for hit in result.hits],
    }


def _place(hit: "Hit") -> dict[str, Any]:
    return {
        "kind": hit.kind,
        "span": hit.span,
        "uid": hit.uid,
        "snippet": [{"text": words, "found": found} for words, found in hit.snippet],
    }
