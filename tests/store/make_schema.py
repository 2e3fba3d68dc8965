"""Makes the library that stands for a schema among the fixtures: ``python -m tests.store.make_schema``.

Run once, by the last program that has the schema, and kept for good: later programs have to bring it up to date.
``python -m tests.store.make_schema 2`` makes one of a schema that no program ever ended at: the first library, left
where it is when a program is killed between two steps.
"""

import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from claims.model import Claim, Reading
from store.anchors import selector
from store.annotations import Annotation, Evidence, Role
from store.article import Article
from store.importing import read_stream
from store.keeping import migrations
from store.keeping.annotations import StaleEditError
from store.keeping.connection import Connection
from store.library import Library

SCHEMAS = Path(__file__).parent / "schemas"

FERRY = """---
title: Ferry company denies cutting crews
author: Åsa Mörk
site: The Harbour Post
url: https://www.harbourpost.example/ferry?utm_source=letter
date: 2026-03-02
---

# Ferry company denies cutting crews

The ferries are *safe*, the company said on Monday. The union says that crews were cut by a third.

> We have not cut a single post, said Marta Lindqvist.
"""
BRIDGE = "The bridge in Łódź was closed, the mayor said. “It will hold,” she added. Engineers doubted it."
LEFT_OUT = "Nobody asked the fishermen, the mayor admitted."
HARBOUR = f"The new harbour opens in May, the board said. {LEFT_OUT} It will cost nine million."
HARBOUR_LATER = "Late news. The new harbour opens in May, the board said. It will cost eleven million by now."
BINNED = "This one lies in the bin. Nobody wants to read it."
GONE = "This one was deleted for good, and there is nothing left of it."
UNREAD = "Nobody has read this yet. It has no claims and no notes."


def made(database: Path) -> None:
    """Write to ``database``, which must not exist, a library with something of everything that can be kept."""
    with Library(database) as library:
        ferry, bridge, _ = (
            library.articles.add(read_stream(BytesIO(text.encode()))._replace(path=path))[0]
            for path, text in (("/news/ferry.md", FERRY), ("/news/bridge.txt", BRIDGE), (None, UNREAD))
        )
        for article in (ferry, bridge):
            text = library.articles.document(article).text
            said = text.index("The")
            claims = (
                Claim(content=((said, said + 20),), speaker="the company"),
                Claim(content=((said + 30, said + 40),)),
            )
            for engine in ("rules 1", "tagger 1"):
                library.readings.keep(article, Reading(engine, claims))
            library.articles.remember_position(article.id, said)
        _annotate(library, ferry)
        _change_one_mind(library, bridge)
        library.drafts.keep(_on(library, bridge, "draft", "Engineers", "passage", note="Whom did they te\udce9"))


def grown(database: Path) -> None:
    """Write what `made` does and what only later schemas can keep.

    From the third on: later texts, a bin, what was refused. From the fourth on: meanings and evidence, changed words,
    several changes made as one, a tag that was renamed, settings.
    """
    made(database)
    with Library(database) as library:
        harbour, _ = library.articles.add(read_stream(BytesIO(HARBOUR.encode())))
        library.annotations.save(_on(library, harbour, "moved", "opens in May", "passage", note="Which year?"))
        library.annotations.save(_on(library, harbour, "lost", LEFT_OUT, "passage", note="Who says?"))
        stale = _on(library, harbour, "moved", "opens in May", "passage", note="My own words")
        with suppress(StaleEditError):
            library.annotations.save(stale)
        library.articles.add(read_stream(BytesIO(HARBOUR_LATER.encode())), known_as=harbour)
        for text, purged in ((BINNED, False), (GONE, True)):
            article, _ = library.articles.add(read_stream(BytesIO(text.encode())))
            library.bin.put(article)
            if purged:
                library.bin.purge([article.uid])
        _mean_something(library, library.articles.get(harbour.id))
        library.settings.keep("theme", "night")


def half_way(database: Path, schema: int) -> None:
    """Write to ``database`` the library of the first schema as it is once the steps up to ``schema`` were taken."""
    shutil.copy(SCHEMAS / "1.db", database)
    steps = migrations.MIGRATIONS
    migrations.MIGRATIONS = steps[:schema]
    try:
        Connection(database).close()
    finally:
        migrations.MIGRATIONS = steps


def _mean_something(library: Library, harbour: Article) -> None:
    board = replace(_on(library, harbour, "one", "Late news", "content"), decision="rejected", tags=("old",))
    cost = _on(library, harbour, "two", "It will cost eleven million by now", "content", amended=True)
    evidence = (Evidence("https://example.org/costs", "contradicts", "page 3"), Evidence("box 7"))
    marked = _on(library, harbour, "three", "the board", "passage", meaning=2, tags=("old", "kept"))
    made = (replace(one, revision=harbour.number) for one in (board, replace(cost, evidence=evidence), marked))
    library.annotations.apply_all([(one, one) for one in made])
    library.tags.rename("old", "new")


def _annotate(library: Library, article: Article) -> None:
    """Every kind of annotation, and a deleted one."""
    save = library.annotations.save
    accepted = _on(
        library, article, "accepted", "The ferries are safe", "content", speaker="the company", quote="indirect"
    )
    save(replace(accepted, decision="accepted", note="Since when?", tags=("safety", "ferry")))
    checked = _on(
        library, article, "checked", "crews were cut by a third", "content", ("The union", "source"), ("says", "cue")
    )
    save(replace(checked, progress="checked", finding="disputed", reason="Two rotas differ.", speaker="The union"))
    by_hand = _on(library, article, "by-hand", "not cut a single post", "content", by_hand=True, decision="accepted")
    save(by_hand)
    save(_on(library, article, "highlight", "on Monday", "passage"))
    save(_on(library, article, "binned", "Marta Lindqvist", "passage", note="Ring her.", tags=("people",)))
    library.annotations.delete("binned")


def _change_one_mind(library: Library, article: Article) -> None:
    """Changes, some of them undone, some done again, and one after an undo."""
    steps: tuple[Callable[[], object], ...] = (
        lambda: library.annotations.save(_on(library, article, "mind", "It will hold", "content", note="one")),
        lambda: library.annotations.save(replace(library.annotations.get("mind"), note="two")),
        lambda: library.history.undo(article.id),
        lambda: library.history.redo(article.id),
        lambda: library.annotations.save(replace(library.annotations.get("mind"), note="three", tags=("x",))),
        lambda: library.history.undo(article.id),
        lambda: library.annotations.save(replace(library.annotations.get("mind"), decision="rejected")),
        lambda: library.annotations.save(_on(library, article, "other", "the mayor", "passage", note="Which?")),
        lambda: library.history.undo(article.id),
        lambda: library.history.undo(article.id),
        lambda: library.history.redo(article.id),
    )
    for step in steps:
        step()


def _on(
    library: Library, article: Article, uid: str, exact: str, role: Role, *more: tuple[str, Role], **fields: object
) -> Annotation:
    text = library.articles.document(article).text
    places = [(exact, role), *more]
    selectors = tuple(selector(text, text.index(words), text.index(words) + len(words), of) for words, of in places)
    kind = "passage" if role == "passage" else "claim"
    return replace(Annotation(uid=uid, article=article.id, kind=kind, selectors=selectors), **fields)  # type: ignore[arg-type]


if __name__ == "__main__":
    if len(sys.argv) > 1:
        half_way(SCHEMAS / f"{sys.argv[1]}.db", int(sys.argv[1]))
    else:
        grown(SCHEMAS / f"{migrations.LATEST}.db")
