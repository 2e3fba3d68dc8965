"""A library that holds an attack in each of the places that a reader or a file can fill."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from claims.model import Span
from store.annotations import Annotation, Evidence
from store.article import Article
from store.importing import read_file
from store.library import Library
from store.noting import by_hand, on_passage
from tests.e2e.hostile import all_at, attacks

NAME = "evil\x1b]0;ZQname\x07[red]\u202e\u009b31m.md"
SOURCE, CUE, CONTENT = "Harbour master", "says", "that the pier is closed"
STAYS, GOES = "Ferries ran all night.", "Cranes stood still."


def article(last: str = "") -> str:
    """Attacks in the metadata, headings, links and text of an article that ends with ``last``."""
    front = {key: f"Bridge {all_at(key)}" for key in ("title", "author", "outlet", "source")}
    return "\n\n".join(
        [
            "\n".join(["---", *(f"{key}: {json.dumps(value)}" for key, value in front.items()), "---"]),
            *(f"## {heading}" for heading in attacks("heading").values()),
            *(f"Here stands {words} in the text." for words in attacks("body").values()),
            f"[an address](<https://evil.example/{all_at('address')}>)",
            f"{SOURCE} {CUE} {CONTENT}. {STAYS}",
            last,
        ]
    )


def fill(folder: Path) -> Path:
    """A library in ``folder``: the article with all that can be put on it, changed since; another; one in the bin."""
    database, file = folder / "sayso.db", folder / NAME
    with Library(database) as library:
        for name in ("another", "binned"):
            (other := folder / f"{name}{NAME}").write_text(article(name).replace("evil.", f"{name}."), encoding="utf-8")
            added, _ = library.articles.add(read_file(str(other)), new=True)
        library.bin.put(added)
        file.write_text(article(GOES), encoding="utf-8")
        kept, _ = library.articles.add(read_file(str(file)), new=True)
        for annotation in _annotations(kept, library.articles.document(kept).text):
            library.annotations.save(annotation)
        file.write_text(article(f"Cranes moved {all_at('later')} again."), encoding="utf-8")
        library.articles.add(read_file(str(file)), known_as=kept)
    return database


def _annotations(kept: Article, text: str) -> Iterator[Annotation]:
    def at(words: str) -> Span:
        start = text.index(words)
        return start, start + len(words)

    claim = by_hand(kept, text, (at(CONTENT),), (at(SOURCE),), (at(CUE),))
    yield replace(
        claim,
        speaker=all_at("speaker"),
        note=all_at("note"),
        tags=tuple(attacks("tag").values()),
        reason=all_at("reason"),
        evidence=(Evidence(all_at("evidence"), "supports", all_at("about")),),
        progress="checked",
    )
    yield replace(on_passage(kept, text, at(STAYS)), meaning=2, note=all_at("passage"))
    yield replace(on_passage(kept, text, at(GOES)), note=all_at("lost"))
