"""Whether a text is Markdown or plain."""

import pytest

from store.importing.formats import detect


@pytest.mark.parametrize("suffix", [".md", ".markdown", ".mdown", ".mkd", ".MD"])
def test_a_markdown_name_makes_it_markdown(suffix: str) -> None:
    assert detect("no sign of it", suffix) == "markdown"


@pytest.mark.parametrize("suffix", [".txt", ".text", ".TXT"])
def test_a_text_name_makes_it_plain(suffix: str) -> None:
    assert detect("# looks like it", suffix) == "plain"


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: T\n---\nText",
        "Text\n\n## Heading\n",
        "Heading\n=======\n\nText",
        "Text\n\n```\ncode\n```\n",
        "a | b\n--|--\n1 | 2\n",
        "- one\n- two\n",
        "1. one\n2. two\n",
        "> quoted\n> lines\n",
        "See [the report](https://example.org/report).",
        "Text[^1]\n\n[^1]: Note",
        "Some **strong** words",
    ],
)
def test_markdown_is_known_by_its_looks(text: str) -> None:
    assert detect(text) == "markdown"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Paragraph one.\nParagraph two.\n",
        "- So it goes, he said.\n\nAnd that was all.",
        "#hashtag is not a heading",
        "The vote was 3 * 4 and 5 * 6.",
        "Costs rose [sic] (by half).",
        "1986. A great year.\n\nIt ended.",
        "--- \n\nA line of dashes opens this one.\n",
    ],
)
def test_prose_is_plain(text: str) -> None:
    assert detect(text, ".dat") == "plain"
