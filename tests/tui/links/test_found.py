"""Which words of a document lead somewhere, found by their place and one after the other."""

from hypothesis import given
from hypothesis import strategies as st

from store.document import Document
from store.importing.markdown import parse_markdown
from store.importing.plain import parse_plain
from tui.widgets.article.bare import bare_links
from tui.widgets.article.flow import Flow
from tui.widgets.article.letters import lettered
from tui.widgets.article.links import Link, Links

ARTICLE = """# The plan, [as it was](https://head.example)

The [plan](https://plan.example "Title") was rejected[^1], see <https://auto.example> and [one][ref].

> ![a ferry](https://img.example/f.png) and [![badge](https://b.example/b.svg)](https://build.example)

| a | b |
|---|---|
| [cell](https://cell.example) | two[^note] |

    https://code.example

`https://code.example` and https://bare.example/x. Again[^1].

[ref]: https://reference.example "Reference"

[^1]: The [first](https://first.example) note.

    It goes on.
[^note]: The other.
"""


def targets(links: list[Link]) -> list[str]:
    return [link.target for link in links]


def test_every_kind_of_link_is_found_in_the_order_of_the_text() -> None:
    document = parse_markdown(ARTICLE)
    links = Links(document).of(0, len(document.text))
    assert targets(links) == [
        *("https://head.example", "https://plan.example", "1", "https://auto.example", "https://reference.example"),
        *("https://img.example/f.png", "https://build.example", "https://b.example/b.svg", "https://cell.example"),
        *("note", "https://bare.example/x", "1", "1", "https://first.example", "note"),
    ]
    assert [link.kind for link in links if link.target == "1"] == ["reference", "reference", "note"]


@given(st.integers(-2, 500), st.integers(0, 500))
def test_those_of_a_stretch_are_those_of_the_whole_whose_signs_stand_in_it(low: int, length: int) -> None:
    document = parse_markdown(ARTICLE)
    links = Links(document)
    every = links.of(0, len(document.text))
    assert links.of(low, low + length) == [link for link in every if low <= link.sign <= low + length]


@given(st.integers(-2, 500), st.sampled_from([ARTICLE, "plain", "https://a.example"]))
def test_the_next_and_the_one_before_are_the_nearest_of_all(offset: int, article: str) -> None:
    document = parse_markdown(article)
    links = Links(document)
    signs = [link.sign for link in links.of(0, len(document.text))]
    after, before = links.further(offset), links.further(offset, back=True)
    assert (after.sign if after else None) == min((sign for sign in signs if sign > offset), default=None)
    assert (before.sign if before else None) == max((sign for sign in signs if sign < offset), default=None)


def test_a_reference_leads_to_its_note_and_the_note_to_where_it_is_first_referred_to() -> None:
    document = parse_markdown(ARTICLE)
    links = Links(document)
    note, reference = links.note("1"), links.reference("1")
    assert note is not None
    assert reference is not None
    assert document.text[slice(*note)] == "The first note."
    assert reference[0] == document.text.index("[1]")
    assert links.note("nowhere") is None
    assert links.reference("nowhere") is None


def bare(text: str) -> list[str]:
    return [text[mark.start : mark.end] for mark in bare_links(text, 0, len(text))]


def test_an_address_in_plain_text_ends_where_the_sentence_goes_on() -> None:
    assert bare("See https://a.example/x. Or (https://b.example/c_(d)), “http://e.example”, https://f.example/?g!") == [
        *("https://a.example/x", "https://b.example/c_(d)", "http://e.example", "https://f.example/?g"),
    ]
    assert bare("nohttps://a.example ftp://b.example :// https:// https://. http://<b>") == []
    assert bare("HTTPS://A.EXAMPLE/ü\ufffdx") == ["HTTPS://A.EXAMPLE/ü"]


def test_a_link_that_crosses_the_end_of_emphasis_stays_within_the_text() -> None:
    document = parse_markdown("*see https://a.example/b*c and `https://d.example` on")
    assert targets(Links(document).of(0, len(document.text))) == ["https://a.example/bc"]


def test_an_address_in_plain_text_has_a_sign_behind_it() -> None:
    document = parse_plain("See https://a.example/x now.")
    (line,) = [line for line in Flow(document, 60).window(0, 9) if line.covers]
    assert "".join(run.text for run in line.runs) == "See https://a.example/x↗ now."


def painted(document: Document, width: int, signs: str | None = None) -> str:
    links = Links(document).of(0, len(document.text))
    letters = dict(zip((link.anchor for link in links), signs or "", strict=False))
    lines = Flow(document, width).window(0, 200)
    return "\n".join("".join(run.text for run in lettered(line, letters, width=width).runs) for line in lines)


def test_letters_stand_in_the_places_of_signs_or_blanks_so_that_no_word_moves_and_none_is_hidden() -> None:
    document = parse_markdown(ARTICLE)
    letters = "ABCDEFGHIJKLMNO"
    for width in (16, 20, 40, 88):
        plain, with_letters = painted(document, width), painted(document, width, letters)
        put = []
        for line, new in zip(plain.split("\n"), with_letters.split("\n"), strict=True):
            assert len(line) <= len(new) <= max(len(line), width)
            pairs = [pair for pair in zip(line.ljust(len(new)), new, strict=True) if pair[0] != pair[1]]
            assert {old for old, _ in pairs} <= {"↗", " "}
            put += [letter for _, letter in pairs]
        # In the order of the page, in which an image's bracket may come after the sign of the link around it.
        assert sorted(put) == sorted(letters)
    assert "The planB was rejected[1],Csee" in painted(document, 88, letters)
    assert "badgeG]H" in painted(document, 88, letters)
    assert "Again[1].L" in painted(document, 88, letters)
    assert "[1]MThe first" in painted(document, 88, letters)


def test_where_there_is_no_blank_behind_a_bracket_its_letter_stands_there() -> None:
    document = parse_markdown("It fell[^1][^2], and [^3]rose.\n\n[^1]: One.\n\n[^2]: Two.\n\n[^3]: Three.\n")
    assert painted(document, 88, "ABC").split("\n")[1] == "It fell[1A[2],Band [3Crose."
    assert painted(parse_markdown("It fell[^1].\n\n[^1]: One.\n"), 11, "A").split("\n")[1] == "It fell[1A."


def test_where_words_go_from_right_to_left_a_letter_stands_in_the_place_of_the_bracket() -> None:
    document = parse_markdown("שלום[^1] לך\n\n[^1]: One.\n")
    links = Links(document).of(0, len(document.text))
    line = Flow(document, 40, visual=True).window(1, 2)[0]
    before, after = (
        "".join(run.text for run in one.runs) for one in (line, lettered(line, {links[0].anchor: "A"}, width=40))
    )
    assert "A" in after
    assert after == before.replace("]", "A")


def test_a_text_full_of_what_is_nearly_an_address_takes_no_longer_than_its_length() -> None:
    text = "https://" * 50_000 + "(" * 50_000 + " http://a" + ")" * 50_000
    document = parse_plain(text)
    links = Links(document)
    assert len(links.of(0, len(text))) < 1000
    assert links.further(len(text)) is None
