"""The sample articles are whole, different from one another, and show everything that the reader displays."""

import re
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

import pytest
import yaml

from tests.samples.sample_articles import ARTICLES, FOLDER, document

MARKDOWN = [path for path in ARTICLES if path.suffix == ".md"]
PLAIN = [path for path in ARTICLES if path.suffix == ".txt"]
CLIPPER_KEYS = {"title", "author", "outlet", "source", "published", "language", "tags"}
BLOCKS = {"heading", "code", "row", "rule"}
CONTAINERS = {"quote", "bulleted item", "numbered item", "nested item", "footnote"}
MARKS = {"emphasis", "strong", "code mark", "link", "image", "reference", "cell", "break"}


def constructs(path: Path) -> set[str]:
    article = document(path)
    found: set[str] = {block.kind for block in article.blocks}
    found |= {"code mark" if mark.kind == "code" else mark.kind for mark in article.marks}
    for block in article.blocks:
        items = [container for container in block.within if container.kind == "item"]
        found |= {container.kind for container in block.within}
        found |= {"bulleted item" if item.number is None else "numbered item" for item in items}
        found |= {"nested item"} if len(items) > 1 else set()
    return found


def front_matter(path: Path) -> dict[str, Any]:
    metadata: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])
    return metadata


def sentences(path: Path) -> set[str]:
    return {s.strip().lower() for s in re.split(r"[.!?\n]", document(path).text) if len(s.split()) > 3}


def test_there_are_eight_articles_and_one_in_plain_text() -> None:
    assert len(MARKDOWN) >= 8
    assert len(PLAIN) == 1


@pytest.mark.parametrize("path", MARKDOWN, ids=lambda path: path.stem)
def test_front_matter_has_the_keys_of_a_web_clipper(path: Path) -> None:
    metadata = front_matter(path)
    assert metadata.keys() == CLIPPER_KEYS
    assert all(metadata.values())
    assert isinstance(metadata["published"], date)
    assert isinstance(metadata["tags"], list)


@pytest.mark.parametrize("path", MARKDOWN, ids=lambda path: path.stem)
def test_addresses_belong_to_nobody(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    hosts = [urlparse(address).hostname or "" for address in re.findall(r"https?://[^\s)>]+", text)]
    hosts += re.findall(r"@([\w.-]+\w)", text)
    assert front_matter(path)["source"].startswith("https://")
    assert [host for host in hosts if not re.search(r"(^|\.)example(\.com|\.org)?$", host)] == []


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_an_article_has_300_to_700_words(path: Path) -> None:
    assert 300 <= len(document(path).text.split()) <= 700


@pytest.mark.parametrize("construct", sorted(BLOCKS | CONTAINERS | MARKS))
def test_every_markdown_construct_occurs_in_a_sample(construct: str) -> None:
    assert any(construct in constructs(path) for path in MARKDOWN)


def test_images_have_alternative_text() -> None:
    images = [mark for path in MARKDOWN for mark in document(path).marks if mark.kind == "image"]
    assert all(mark.end - mark.start > 20 for mark in images)


def test_no_two_articles_share_a_sentence() -> None:
    shared = {(a.stem, b.stem): sentences(a) & sentences(b) for a, b in combinations(ARTICLES, 2)}
    assert {pair: found for pair, found in shared.items() if found} == {}


def test_plain_text_is_wrapped_at_72_columns_without_front_matter() -> None:
    lines = PLAIN[0].read_text(encoding="utf-8").splitlines()
    assert max(map(len, lines)) <= 72
    assert lines[0] != "---"
    assert "" in lines


def test_every_sample_is_listed_in_the_readme() -> None:
    assert re.findall(r"^\| \[(\S+)\]\(\1\)", (FOLDER / "README.md").read_text(encoding="utf-8"), re.M) == [
        path.name for path in ARTICLES
    ]
