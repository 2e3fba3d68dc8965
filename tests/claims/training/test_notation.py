"""Annotated articles as a person writes them are read, and what is wrong with one is told with its line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.training.notation import AnnotatedArticle, NotationError, parse, read_file, read_folder

WRITTEN = """genre: courts
place: Leeds

Widow tells of foreman’s fears

The foreman wept, {s1,2 his widow} {q1 told} the court: {c1 ‘{s3 He} {q3 asked} for {c3 the guard},’} and {q2 said} \
{c2 ‘nobody’} came. {c1 ‘Twice.’}

{c4 It was dark.}

---
1: speech, direct, widow
2: attitude, mixed, widow
3: speech, direct, foreman, nested

4: speech, indirect, -
"""


def test_an_article_is_its_head_its_plain_text_and_its_claims() -> None:
    article = parse(WRITTEN, name="courts-foreman")
    assert article.name == "courts-foreman"
    assert article.head == {"genre": "courts", "place": "Leeds"}
    assert article.genre == "courts"
    assert article.text == (
        "Widow tells of foreman’s fears\n\n"
        "The foreman wept, his widow told the court: ‘He asked for the guard,’ and said ‘nobody’ came. ‘Twice.’\n\n"
        "It was dark."
    )
    assert [claim.number for claim in article.claims] == [1, 2, 3, 4]


def test_spans_may_be_shared_nested_and_in_pieces() -> None:
    article = parse(WRITTEN)
    told = [
        {
            role: [article.text[start:end] for start, end in getattr(claim, role)]
            for role in ("source", "cue", "content")
        }
        for claim in article.claims
    ]
    assert told == [
        {"source": ["his widow"], "cue": ["told"], "content": ["‘He asked for the guard,’", "‘Twice.’"]},
        {"source": ["his widow"], "cue": ["said"], "content": ["‘nobody’"]},
        {"source": ["He"], "cue": ["asked"], "content": ["the guard"]},
        {"source": [], "cue": [], "content": ["It was dark."]},
    ]


def test_a_span_may_serve_several_roles() -> None:
    article = parse(article_of("{s1 She} {q1 said} {c1 {s2,c3 the mayor} {q2 spoke of} {c2 rain}}", "1", "2n", "3n"))
    assert article.claims[1].source == article.claims[2].content == ((9, 18),)


def test_a_claim_has_the_act_kind_and_speaker_that_are_listed() -> None:
    claims = parse(WRITTEN).claims
    assert [(one.act, one.quote, one.speaker, one.nested) for one in claims] == [
        ("speech", "direct", "widow", False),
        ("attitude", "mixed", "widow", False),
        ("speech", "direct", "foreman", True),
        ("speech", "indirect", None, False),
    ]


def article_of(body: str, *listed: str, head: str = "genre: courts") -> str:
    """An article; each claim is listed by its number, with an n where it is nested, or in full."""
    lines = [
        f"{one.rstrip('n')}: speech, indirect, -{', nested' * one.endswith('n')}" if ":" not in one else one
        for one in listed
    ]
    return f"{head}\n\n{body}\n\n---\n" + "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("written", "message"),
    [
        pytest.param("genre: courts", "line 1: an article is a head", id="no body"),
        pytest.param("genre: courts\n\nText.\n", "line 1: an article is a head", id="no list of claims"),
        pytest.param(article_of("Text.", head="genre: poetry"), "line 1: the genre must be one of", id="genre"),
        pytest.param(article_of("Text.", head="place: Leeds"), "line 1: the genre must be one of", id="no genre"),
        pytest.param(
            article_of("Text.", head="genre: courts\nLeeds"), "line 2: the head holds lines of", id="head without colon"
        ),
        pytest.param(article_of("One.\n\nTwo {x1 three}."), "line 5: a brace must open a span", id="unknown role"),
        pytest.param(article_of("{c1three}"), "line 3: a brace must open a span", id="no blank after the label"),
        pytest.param(article_of("{c1  three}"), "line 3: a brace must open a span", id="two blanks after the label"),
        pytest.param(
            article_of("One.\n\nTwo}."), "line 5: a brace closes nothing: 'One.\\n\\nTwo}'", id="too many braces"
        ),
        pytest.param(
            article_of("A {c1 b }."), "line 3: the span c1 is empty or ends in a blank", id="blank at the end"
        ),
        pytest.param(article_of("A {c1 b\n\nc}."), "line 3: the span c1 does not end in its paragraph", id="runs on"),
        pytest.param(article_of("A.\n\n{c1 b"), "line 5: the span c1 is not closed", id="not closed"),
        pytest.param(article_of("{c1 a}", "1: said"), "line 6: a claim is listed as", id="not as listed"),
        pytest.param(article_of("{c1 a}", "1: talk, direct, X"), "line 6: a claim is listed as", id="no such act"),
        pytest.param(article_of("{c1 a}", "1", "2"), "line 7: claim 2 has no content", id="nowhere in the body"),
        pytest.param(article_of("{c1 a} {s2 b}", "1", "2"), "line 7: claim 2 has no content", id="source alone"),
        pytest.param(
            article_of("{c1 a}", "1", "1"), "line 7: claim 1 has no content in the body, or", id="listed twice"
        ),
        pytest.param(
            article_of("{c1 a} {c3 b} {c2 c}", "1"), "line 6: not listed below the body: claims 2, 3", id="more"
        ),
        pytest.param(
            article_of("{c1 a} {c2 “b”}", "1", "2"),
            "line 7: claim 2 is called indirect and has quotation marks",
            id="marks",
        ),
        pytest.param(
            article_of("{c1 its b}", "1: speech, mixed, -"), "line 6: claim 1 is called mixed and has no", id="no marks"
        ),
        pytest.param(
            article_of("Ann said {c1 so}", "1: speech, direct, Ann B"),
            "line 6: claim 1: the speaker's 'B' is",
            id="speaker",
        ),
        pytest.param(
            article_of("{c1 a {c2 b}}", "1", "2"),
            "line 7: claim 2 is inside another's content, and is not",
            id="nested",
        ),
        pytest.param(
            article_of("{c1 a} {c2 b}", "1", "2n"), "line 7: claim 2 is listed as nested, and is not", id="not nested"
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_line(written: str, message: str) -> None:
    with pytest.raises(NotationError) as raised:
        parse(written)
    assert str(raised.value).startswith(message)
    assert "\n" not in str(raised.value)


def test_lines_are_counted_over_blank_ones_too() -> None:
    with pytest.raises(NotationError, match="line 7: a brace"):
        parse("genre: courts\nplace: X\n\n\n\nOne.\n{ }\n\n---\n")


def test_a_file_is_named_with_what_is_wrong_in_it(tmp_path: Path) -> None:
    path = tmp_path / "courts-x.txt"
    path.write_text(article_of("{c1 a"), encoding="utf-8")
    with pytest.raises(NotationError, match=r"courts-x\.txt: line 3: the span c1 is not closed"):
        read_folder(tmp_path)
    path.write_bytes(b"genre: courts\n\n\xff")
    with pytest.raises(NotationError, match=r"courts-x\.txt: not UTF-8"):
        read_file(path)


def test_a_folder_is_read_by_name(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / f"{name}.txt").write_text(article_of(f"{{c1 {name}}}", "1"), encoding="utf-8")
    assert [(one.name, one.text) for one in read_folder(tmp_path)] == [("a", "a"), ("b", "b")]
    assert read_folder(tmp_path / "nowhere") == []


def rewritten(article: AnnotatedArticle) -> str:
    """``article`` in the notation again."""
    opening: dict[int, list[tuple[int, str]]] = {}
    closing: dict[int, int] = {}
    for claim in article.claims:
        for letter, role in (("s", claim.source), ("q", claim.cue), ("c", claim.content)):
            for start, end in role:
                opening.setdefault(start, []).append((-end, f"{{{letter}{claim.number} "))
                closing[end] = closing.get(end, 0) + 1
    body = ""
    for at in range(len(article.text) + 1):
        body += "}" * closing.get(at, 0) + "".join(label for _, label in sorted(opening.get(at, [])))
        body += article.text[at : at + 1]
    head = "".join(f"{key}: {value}\n" for key, value in article.head.items())
    listed = [
        f"{one.number}: {one.act}, {one.quote}, {one.speaker or '-'}{', nested' * one.nested}" for one in article.claims
    ]
    return f"{head}\n{body}\n\n---\n" + "\n".join(listed) + "\n"


def test_what_is_read_can_be_written_and_is_read_the_same() -> None:
    article = parse(WRITTEN)
    assert rewritten(article) != WRITTEN  # spans that claims share are written once for each
    assert parse(rewritten(article)) == article


@st.composite
def bodies(draw: st.DrawFn) -> tuple[str, str, list[list[str]]]:
    """A body, its plain text, and the pieces of content of each claim."""
    body, text, contents = "", "", []
    for _ in range(draw(st.integers(0, 5))):
        free = draw(st.text("ab ‘.\n😀", max_size=8))
        word = draw(st.text("xyz’é", min_size=1, max_size=4))
        body += f"{free}{{c{len(contents) + 1} {word}}}"
        text += free + word
        contents.append([word])
    return body, text, contents


@given(bodies())
def test_braces_leave_no_trace_in_the_text(drawn: tuple[str, str, list[list[str]]]) -> None:
    body, text, contents = drawn
    listed = [f"{number}: speech, direct, -" for number in range(1, len(contents) + 1)]
    article = parse(article_of(body, *listed))
    assert article.text == text.strip("\n")
    assert [[article.text[start:end] for start, end in one.content] for one in article.claims] == contents
