"""What of a document is to be read for claims."""

from io import BytesIO

import pytest

import claims
from claims.paragraphs import paragraphs_of
from store.article import Article
from store.importing import read_stream
from store.library import Library
from store.prose import prose

SAID = "The council said the costs had risen."
FENCED = f"{SAID}\n\n```\nHe said that it was broken.\n\nShe said that it was not.\n```\n\nBerg said that was untrue."
INDENTED = f'# Costs\n\n{SAID}\n\n    print("He said that it works")\n\nBerg said that was untrue.'


@pytest.mark.parametrize("markdown", [FENCED, INDENTED])
def test_code_is_left_out_and_all_else_stands_where_it_stood(markdown: str) -> None:
    document = read_stream(BytesIO(markdown.encode())).document
    text = prose(document)
    (code,) = (block for block in document.blocks if block.kind == "code")
    assert len(text) == len(document.text)
    assert text[: code.start] == document.text[: code.start]
    assert text[code.end :] == document.text[code.end :]
    assert not any(sign.isalnum() for sign in text[code.start : code.end])


def test_code_with_an_empty_line_does_not_change_how_the_other_paragraphs_are_parted() -> None:
    title = "A title without a full stop that is as long as a line of a column"
    text = prose(read_stream(BytesIO(f"# {title}\n\n{FENCED}".encode())).document)
    assert text[: len(title)] == title
    assert (0, len(title)) in [(one.start, one.end) for one in paragraphs_of(text)]


@pytest.mark.parametrize("markdown", [FENCED, INDENTED])
def test_no_claim_of_an_article_in_the_library_comes_from_its_code(library: Library, markdown: str) -> None:
    article: Article = library.articles.add(read_stream(BytesIO(markdown.encode())))[0]
    text = library.articles.document(article).text
    contents = [text[slice(*claim.content[0])] for claim in library.readings.read(article).claims]
    assert contents == ["the costs had risen", "that was untrue"]
    assert claims.read(text).claims != library.readings.read(article).claims
