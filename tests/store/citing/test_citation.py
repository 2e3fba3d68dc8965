"""What is copied is a quotation with who said it, where and when."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.article import Metadata
from store.citing import Form, claim_cited, passage_cited
from store.importing.markdown import parse_markdown
from store.importing.metadata import describe
from store.requoting import within_double, without_own
from tests.store.citing.claimed import claimed

TEXT = "She said “it is done” and left.\nHe stayed, “for now”."
FULL = Metadata("The “last” ferry", outlet="Harbour Post", published="2026-03-02", url="https://post.example/1")


def test_a_passage_is_quoted_with_where_and_when() -> None:
    span = (0, TEXT.index("\nHe") + 3)
    assert passage_cited(TEXT, (span,), FULL) == (
        "“She said ‘it is done’ and left. He” — “The ‘last’ ferry”, Harbour Post, 2 March 2026, https://post.example/1"
    )


def test_what_somebody_said_is_theirs_and_what_they_are_reported_to_have_said_is_no_quotation() -> None:
    said = claimed(TEXT, "“it is done”", "said", "She", quote="direct", speaker="Ada Ek")
    source = "“The ‘last’ ferry”, Harbour Post, 2 March 2026, https://post.example/1"
    assert claim_cited(said, TEXT, FULL) == f"“it is done” — Ada Ek, in {source}"
    text = "She said it was done."
    told = claimed(text, "it was done", "said", "She", speaker="Ada Ek")
    assert claim_cited(told, text, FULL) == f"Ada Ek said it was done (reported, not a quotation) — {source}"


def test_a_report_is_no_block_quotation_either() -> None:
    text = "She said *it* was done."
    told = claimed(text, "*it* was done", "said", "She", speaker="Ada Ek")
    assert claim_cited(told, text, FULL, form="markdown") == (
        "Ada Ek said \\*it\\* was done (reported, not a quotation) — "
        "[“The ‘last’ ferry”](https://post.example/1), Harbour Post, 2 March 2026"
    )


def test_pieces_that_one_said_have_one_pair_of_marks_and_no_comma_before_its_end() -> None:
    text = "“Tactically the hill is gone,” she said. “Not ‘for ever,’ I hope,” she wrote."
    said = claimed(text, ("“Tactically the hill is gone,”", "“Not ‘for ever,’ I hope,”"), quote="direct", speaker="Bo")
    words = "Tactically the hill is gone … Not ‘for ever,’ I hope"
    assert claim_cited(said, text, Metadata("T")) == f"“{words}” — Bo, in “T”"
    assert claim_cited(said, text, Metadata("T"), form="markdown") == f"> {words}\n>\n> — Bo, in “T”"


def test_selected_words_of_a_quotation_are_whose_they_are_and_others_the_articles() -> None:
    text = "“We shot it down over the city,” one of them said on Monday, and called it “a balloon”."
    one = claimed(
        text, "“We shot it down over the city,”", "said", "one of them", 1, quote="direct", source_kind="anonymous"
    )
    two = claimed(text, "it “a balloon”", "called", "one of them", 2, quote="mixed", source_kind="anonymous")

    def copied(words: str) -> str:
        return passage_cited(text, ((text.index(words), text.index(words) + len(words)),), Metadata("T"), (one, two))

    assert copied("shot it down") == "“shot it down” — one of them (not named), in “T”"
    assert copied("a balloon") == "“a balloon” — one of them (not named), in “T”"
    assert copied("over the city,” one") == "“‘over the city,’ one” — “T”"
    assert copied("called it") == "“called it” — “T”"


def test_selected_words_of_a_report_are_said_to_be_the_articles_for_what_somebody_said_or_denied() -> None:
    text = "The Staff denied that the ridge had fallen. A source said it was late. It is feared that it rains."
    denied = claimed(text, "that the ridge had fallen", "denied", "The Staff", 1, tone="denial", speaker="The Staff")
    said = claimed(text, "it was late", "said", "A source", 2, source_kind="anonymous")
    feared = claimed(text, "that it rains", "feared", "", 3, source_kind="anonymous")

    def copied(words: str) -> str:
        start = text.index(words)
        return passage_cited(text, ((start, start + len(words)),), Metadata("T"), (denied, said, feared))

    assert copied("the ridge had fallen") == (
        "“the ridge had fallen” — the article’s words for what the Staff denied, in “T”"
    )
    assert copied("late") == "“late” — the article’s words for what a source (not named) said, in “T”"
    assert copied("it rains") == "“it rains” — “T”"
    assert copied("denied that the ridge had fallen") == "“denied that the ridge had fallen” — “T”"


def test_what_others_say_in_a_quotation_is_quoted_of_who_tells_it_for_them() -> None:
    text = "“They say on the radio that it is ours,” said Ana Bo."
    bo = claimed(
        text, "“They say on the radio that it is ours,”", "said", "Ana Bo", 1, quote="direct", speaker="Ana Bo"
    )
    they = claimed(text, "that it is ours", "say", "They", 2)
    span = (text.index("it is"), text.index("ours") + 4)
    copied = passage_cited(text, (span,), Metadata("T"), (bo, they))
    assert copied == "“it is ours” — for what they (not named) said, Ana Bo, in “T”"


def test_words_that_are_told_in_anothers_are_not_handed_to_that_one_alone() -> None:
    text = "“And he said, ‘It rests.’” Bo told them."
    bo = claimed(text, "“And he said, ‘It rests.’”", "told", "Bo", 1, quote="direct", speaker="Bo")
    he = claimed(text, "‘It rests.’", "said", "he", 2, quote="direct")
    assert claim_cited(he, text, Metadata("T"), (bo, he)) == "“It rests.” — he (unclear who), as told by Bo, in “T”"
    span = (text.index("rests"), text.index("rests") + 5)
    assert passage_cited(text, (span,), Metadata("T"), (bo, he)).startswith(
        "“rests” — he (unclear who), as told by Bo,"
    )


def test_what_is_not_known_is_left_out_and_pieces_are_told_apart() -> None:
    assert passage_cited(TEXT, ((0, 3), (4, 8)), Metadata("Title")) == "“She … said” — “Title”"
    odd = Metadata("Title", published="2026-13-45")
    assert passage_cited(TEXT, ((0, 3),), odd) == "“She” — “Title”, 2026-13-45"


def test_an_article_without_a_title_is_cited_by_its_outlet_or_its_file_and_not_from_itself() -> None:
    text = "RENDAL (Wire) – The ferry that was to bring the harbour back to life has sunk, the board said. It was new."
    untitled, span = Metadata("RENDAL (Wire) – The ferry that was to bring…"), ((0, 6),)
    assert passage_cited(text, span, untitled, name="ferry.txt") == "“RENDAL” — ferry.txt"
    assert passage_cited(text, span, untitled._replace(outlet="The Wire"), name="ferry.txt") == "“RENDAL” — The Wire"
    assert passage_cited(text, span, untitled) == f"“RENDAL” — “{untitled.title}”"
    assert passage_cited("Wait…\nShe left.", ((0, 4),), Metadata("Wait…"), name="wait.md") == "“Wait” — “Wait…”"


def test_one_whose_dateline_names_an_agency_is_cited_by_that() -> None:
    text = "RENDAL (Reuters) – The ferry that was to bring the harbour back to life has sunk off the coast, it said."
    document = parse_markdown(text)
    assert passage_cited(document.text, ((0, 6),), describe({}, document, "f"), name="ferry.md") == "“RENDAL” — Reuters"


@pytest.mark.parametrize("byline", ["Ada Ek", "By Ada Ek", "by: Ada Ek"])
def test_the_author_is_named(byline: str) -> None:
    metadata = Metadata("Title", byline, "The Post")
    assert passage_cited(TEXT, ((0, 3),), metadata) == "“She” — “Title”, by Ada Ek, The Post"
    assert passage_cited(TEXT, ((0, 3),), metadata, form="markdown").endswith("— “Title”, by Ada Ek, The Post")


def test_as_markdown_it_is_a_block_quotation_of_the_same_paragraphs_with_the_title_as_a_link() -> None:
    assert passage_cited(TEXT, ((0, len(TEXT)),), FULL, form="markdown") == (
        "> She said “it is done” and left.\n>\n> He stayed, “for now”.\n>\n"
        "> — [“The ‘last’ ferry”](https://post.example/1), Harbour Post, 2 March 2026"
    )
    assert passage_cited("1. *Not* this", ((0, 13),), Metadata("_b_ [c](d)"), form="markdown") == (
        "> 1\\. \\*Not\\* this\n>\n> — “\\_b\\_ [c\\](d)”"
    )


def test_no_address_that_runs_something_becomes_a_link() -> None:
    assert "](" not in passage_cited("a", ((0, 1),), Metadata("T", url="javascript:alert(1)"), form="markdown")


def test_what_somebody_denied_in_their_own_words_is_not_quoted_as_if_they_had_said_it() -> None:
    text = "Bo denied “it fell”."
    item = claimed(text, "“it fell”", "denied", "Bo", quote="direct", speaker="Bo", tone="denial")
    assert claim_cited(item, text, Metadata("T")) == "“it fell” — Bo (“denied”), in “T”"
    item = claimed(text, "“it fell”", "", "Bo", quote="direct", speaker="Bo", tone="denial")
    assert claim_cited(item, text, Metadata("T")).endswith("— Bo (denied or not said), in “T”")


@pytest.mark.parametrize(
    ("words", "copied"),
    [
        ("‘I said, “Where’s it gone?”’", "I said, ‘Where’s it gone?’"),
        ("‘I said, “Where’s it?”’ … ‘No.’", "‘I said, “Where’s it?”’ … ‘No.’"),
        ("He said: “I ‘kind of’ can’t.”", "He said: ‘I “kind of” can’t.’"),
        ("She said “he ‘heard “no” twice’ then”.", "She said ‘he “heard ‘no’ twice” then’."),
        ("the workers’ ‘own’ fund’s “money”", "the workers’ ‘own’ fund’s ‘money’"),
        ("it is done” and left. “So", "it is done’ and left. ‘So"),
        ("Er sagte „das ist ‚so‘ gut“.", "Er sagte ‚das ist „so“ gut‘."),
        ("Il dit «a ‹b› c».", "Il dit ‹a «b» c›."),
        ("He said \"it's 'so' fine\".", "He said 'it's \"so\" fine'."),
        ("“One.”\n“Two ‘2’.”", "‘One.’ ‘Two “2”.’"),
    ],
)
def test_quotation_marks_alternate_level_by_level_and_apostrophes_stay(words: str, copied: str) -> None:
    assert passage_cited(words, ((0, len(words)),), Metadata("T")) == f"“{copied}” — “T”"
    assert passage_cited("x", ((0, 1),), Metadata("He ‘said “so”’")).endswith("— “He ‘said “so”’”")


_NESTED = st.recursive(
    st.sampled_from(["it’s so", "we can’t go", "Yes."]),
    lambda inner: st.builds(
        lambda a, b, marks: f"so {marks[0]}{a} and {b}{marks[1]} too", inner, inner, st.sampled_from(["‘’", "“”"])
    ),
    max_leaves=6,
)


@given(_NESTED)
def test_however_deep_and_in_whatever_marks_it_was_quoted_no_marks_stand_inside_their_like(words: str) -> None:
    made = _alternating(words)
    if made is None:
        return  # the article's own marks are not to be told apart
    assert within_double(words) == made


def _alternating(words: str) -> str | None:
    """What is expected; None where marks stand inside their like already."""
    open_marks: list[str] = []
    written = []
    for at, char in enumerate(words):
        if char in "‘“":
            if open_marks and open_marks[-1] == char:
                return None
            written.append("“" if len(open_marks) % 2 else "‘")
            open_marks.append(char)
        elif char == "”" or (char == "’" and not words[at + 1].isalpha()):
            open_marks.pop()
            written.append("”" if len(open_marks) % 2 else "’")
        else:
            written.append(char)
    return "".join(written)


@given(st.text("a s’‘“”„«»‹›\"'`.\n"))
def test_whatever_is_quoted_only_marks_change_each_in_its_place(words: str) -> None:
    line = " ".join(words.split())
    made = within_double(line)
    marks = "’‘“”„‚«»‹›\"'"
    assert len(made) == len(line)
    assert all(a == b or (a in marks and b in marks) for a, b in zip(line, made, strict=True))
    assert without_own(line) in (line, line[1:-1])


@pytest.mark.parametrize("form", ["plain", "markdown"])
def test_nothing_in_it_works_a_terminal(form: Form) -> None:
    evil = "\x1b]52;c;eA==\x07\u202e\nend"
    metadata = Metadata(evil, outlet=evil, published=evil, url=evil)
    text = f"He\x1b[2J said\x1b[2J: {evil}"
    item = claimed(text, evil, "said\x1b[2J", "He\x1b[2J", speaker=evil, speaker_sure=0.1)
    for one in (item, claimed(text, evil, "said\x1b[2J", "He\x1b[2J", speaker=evil, quote="direct", tone="denial")):
        for words in (
            claim_cited(one, text, metadata, form=form),
            passage_cited(text, one.content, metadata, (), form),
        ):
            assert words.replace("\n", "").isprintable()


def test_a_quotation_whose_speaker_no_finder_knows_is_not_said_to_be_nobodys() -> None:
    text = "„Wir bleiben hier“, sagte sie."
    said = claimed(text, "„Wir bleiben hier“", quote="direct", source_kind="anonymous")
    assert claim_cited(said, text, Metadata("T")) == "“Wir bleiben hier” — speaker unclear, in “T”"


def test_nothing_that_a_report_says_is_markup() -> None:
    text = "- # [Bo](x) said <b> *it* `was`."
    item = claimed(text, "<b> *it* `was`", "said", "- # [Bo](x)")
    told = claim_cited(item, text, Metadata("T"), form="markdown")
    assert told.startswith("\\- # [Bo\\](x) (not named) said \\<b> \\*it\\* \\`was\\`")
