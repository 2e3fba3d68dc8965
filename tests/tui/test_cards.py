"""Cards: what they say, in how many lines, and that nothing foreign or wide breaks out of them."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from claims.model import Claim
from store.annotations import Evidence
from store.review import Item
from tests.tui.panel_items import ANNOTATIONS, CAVEATS, CLAIMS, TEXT, annotation, items, spans
from tui.widgets.panel.cards import HEIGHT, closed_card, in_short, open_card, short_card
from tui.widgets.panel.fact_rows import Line, row
from tui.widgets.panel.facts import Fact
from tui.widgets.panel.fitting import fit, wrap
from tui.widgets.panel.page import Page


def page(width: int = 40, text: str = TEXT) -> Page:
    return Page(text, CAVEATS, width, 1)


def plain(lines: list[Line]) -> list[str]:
    return ["".join(text for text, _ in line).rstrip() for line in lines]


def looks(lines: list[Line], words: str) -> set[str]:
    return {look for line in lines for text, look in line if words in text}


def by_number(number: int, *annotations_: int) -> Item:
    return next(i for i in items(*(ANNOTATIONS[a] for a in annotations_)) if i.number == number)


def test_a_closed_card_says_who_how_what_and_the_caveat() -> None:
    assert plain(closed_card(by_number(1), page())) == [
        "○ 1 Russia              said · indirect",
        "    that its forces had broken through…",
        "    ⚠ not verified",
        "",
    ]


@pytest.mark.parametrize("width", range(12, 80))
def test_what_is_denied_or_not_said_never_reads_as_if_it_were_said(width: int) -> None:
    told = CLAIMS[0]._replace(tone="denial", cue=spans("was not able to verify"), hedges=CLAIMS[2].hedges, nested=True)
    for item in (Item(7, told, None), Item(7, told, replace(ANNOTATIONS[0], decision="accepted"))):
        for lines in (closed_card(item, page(width)), short_card(item, page(width)), open_card(item, page(width))):
            assert "¬" in "".join(plain(lines)), plain(lines)
    assert "¬ was not able" in in_short(Item(7, told, None), TEXT)
    assert "¬" not in "".join(plain(closed_card(Item(7, told._replace(tone="neutral"), None), page(width))))


def test_a_card_without_facts_gives_both_lines_to_the_content() -> None:
    bare = Item(7, CLAIMS[0]._replace(caveats=()), None)
    assert plain(closed_card(bare, page()))[1:3] == [
        "    that its forces had broken through",
        "    two fortified lines in the east",
    ]


def test_a_card_with_one_line_to_say_is_a_line_lower_and_all_have_one_empty_line_below() -> None:
    said = Item(7, CLAIMS[0]._replace(caveats=(), content=spans("two fortified lines in the east")), None)
    assert plain(closed_card(said, page()))[1:] == ["    two fortified lines in the east", ""]
    assert len(closed_card(said, page(30))) == HEIGHT  # there its manner is a fact, on a line of its own
    for item in items(*ANNOTATIONS):
        for width in range(12, 120):
            *written, last = closed_card(item, page(width))
            assert last == []
            assert all(written)


def test_a_narrow_card_gives_the_name_a_line_of_its_own_and_the_rest_the_room_under_the_number() -> None:
    assert plain(closed_card(by_number(1), page(26))) == [
        "○ 1 Russia",
        "  said  ⚠ not verified",
        "  that its forces had br…",
        "",
    ]
    assert plain(closed_card(by_number(2), page(26)))[0] == "○ 2 Ukrainian deputy def…"


def test_a_short_card_says_who_and_what_and_shows_the_glyphs_of_the_rest() -> None:
    assert plain(short_card(by_number(3), page(40))) == [
        "○ 3 aides          suggested · indirect",
        "    A senior official may have… ⚠ ? ∅ ⊂",
    ]
    assert plain(short_card(by_number(3), page(26))) == ["○ 3 aides", "  suggested: A s… ⚠ ? ∅ ⊂"]


def test_what_the_article_calls_verified_is_not_what_the_reader_has_checked() -> None:
    said = Item(1, CLAIMS[0], None)
    card = plain(closed_card(said, page()._replace(caveats=(CAVEATS[0]._replace(kind="verified"),))))
    assert card[2] == "    ⊕ said to be verified"
    assert "✓" not in "".join(card)


def test_each_state_has_its_own_glyph() -> None:
    shown = {item.number: plain(closed_card(item, page()))[0][0] for item in items(*ANNOTATIONS)}
    assert shown == {1: "●", None: "▮", 2: "○", 3: "◆", 4: "✗", 5: "○"}


def test_a_rejected_card_is_struck_through() -> None:
    card = closed_card(by_number(4, 1), page())
    assert looks(card, "∅ anonymous") == looks(card, "that hundreds are dead") == {"struck"}
    assert looks(card, "No one said it.") == {"muted"}


def test_a_claim_without_speaker_falls_back_to_its_source_and_is_else_anonymous() -> None:
    assert "aides" in plain(closed_card(by_number(3), page()))[0]
    card = closed_card(by_number(4), page())
    assert looks(card, "∅ anonymous") == {"absent"}


def test_who_cites_somebody_unnamed_has_a_name_all_the_same() -> None:
    cites = CLAIMS[0]._replace(via="an unnamed officer", via_kind="anonymous", via_role="origin", hand="relayed")
    card = "".join(plain(open_card(Item(1, cites, None), page())))
    assert "citing an unnamed officer" in card
    assert "∅" not in card


def test_a_dash_or_a_colon_is_not_told_as_what_says_so() -> None:
    at = TEXT.index(",")
    dashed = Item(7, CLAIMS[1]._replace(cue=((at, at + 1),)), None)
    assert plain(closed_card(dashed, page(80)))[0].endswith("  direct")
    assert plain(closed_card(dashed, page(26)))[1] == "  direct  via Telegram"
    assert plain(short_card(dashed, page(26)))[1].startswith("  “The situation")
    assert in_short(dashed, TEXT).endswith("Malyar · direct")


def test_references_to_footnotes_are_left_out_of_a_card() -> None:
    text = "The board said the quay was safe[1], the crane[12] too.[2]"
    start, marks = text.index("the quay"), [text.index(mark) for mark in ("[1]", "[12]", "[2]")]
    there = tuple((at, text.index("]", at) + 1) for at in marks)
    said = Item(1, Claim(content=((start, len(text)),), source=((0, len("The board")),)), None)
    told = page(80, text)._replace(references=there)
    assert plain(closed_card(said, told))[1].strip() == "the quay was safe, the crane too."
    assert plain(short_card(said, told))[1].strip() == "the quay was safe, the crane too."
    only = Item(1, Claim(content=(there[1],)), None)
    assert plain(closed_card(only, told))[1].strip() == "[12]"


def test_where_no_glyph_has_room_the_number_of_facts_left_out_stands_and_none_is_cut() -> None:
    known = [
        Fact("⚠ not verified, detail missing", "caveat", long=True),
        Fact("⚑ disputed", "reader"),
        Fact("✓ checked", "reader"),
        Fact("via Telegram", "text"),
    ]
    told = {width: "".join(text for text, _ in row(known, width, rejected=False)) for width in range(4, 90)}
    assert told[27] == "⚠ not verified, de…  ⚑ ✓ +1"
    assert told[14] == "⚠ not ver…  +3"
    assert told[8] == "⚠ not v…"
    for width, words in told.items():
        assert cell_len(words) <= width
        assert words.count("…") <= 1
        assert width < 14 or words.endswith(("+1", "+3", "via Telegram")) or words == known[0].text, words


def test_facts_that_do_not_fit_leave_their_glyphs_or_their_number() -> None:
    assert plain(closed_card(by_number(3), page(41)))[2] == "    ⚠ detail missing  ? may, sugge…  ∅ ⊂"
    both = (*CAVEATS, CAVEATS[0]._replace(kind="missing-detail"))
    caveated = Item(1, CLAIMS[0]._replace(caveats=(0, len(CAVEATS))), None)
    for width, told in ((41, "    ⚠ not verified, detail missing"), (34, "    ⚠ not verified, detail missi…")):
        assert told in plain(closed_card(caveated, page(width)._replace(caveats=both)))
    assert plain(closed_card(by_number(3), page(28)))[1] == "  ⚠ detail missing  ? ∅ ⊂"
    assert plain(closed_card(by_number(1, 0), page(28)))[1] == "  ⚠ not verified  ⚑ ✓ ✎ #"
    assert plain(closed_card(by_number(1, 0), page(12)))[1] == "  ⚠ not ve…"


@pytest.mark.parametrize("width", range(24, 60))
def test_caveats_have_their_words_before_all_else_and_never_a_sign_alone(width: int) -> None:
    for number in (1, 3):
        told = "\n".join(plain(closed_card(by_number(number), page(width))))
        assert "⚠ not verified" in told or "⚠ detail missing" in told
    denied = CLAIMS[0]._replace(tone="denial", caveats=(0, 2), hedges=CLAIMS[2].hedges, nested=True)
    both = page(width)._replace(caveats=(CAVEATS[0]._replace(kind="denial"), *CAVEATS[1:], CAVEATS[0]))
    told = "\n".join(plain(closed_card(Item(7, denied, None), both)))
    assert "⚠ denied, not verified" in told or width < 28
    assert "¬" in told


@pytest.mark.parametrize("width", range(34, 80))
def test_in_what_words_it_is_told_stands_beside_the_name_or_below(width: int) -> None:
    for number, kind in ((1, "indirect"), (2, "direct"), (3, "indirect")):
        for lay_out in (closed_card, open_card):
            assert re.search(rf"\b{kind}\b", "\n".join(plain(lay_out(by_number(number), page(width)))))
    assert plain(closed_card(by_number(2), page(41)))[2] == "    direct  via Telegram"


def test_a_short_card_tells_a_caveat_in_words_where_what_is_claimed_leaves_room() -> None:
    said = Item(1, CLAIMS[0]._replace(content=spans("two fortified lines")), None)
    assert plain(short_card(said, page(46)))[1] == "    two fortified lines        ⚠ not verified"
    assert plain(short_card(said, page(36)))[1].endswith(" ⚠")
    long = Item(2, CLAIMS[1]._replace(content=spans("but under control"), channel=None), None)
    assert plain(short_card(long, page(41)))[1] == "    but under control             direct"


def test_an_open_card_tells_everything_in_full() -> None:
    text = "\n".join(plain(open_card(by_number(1, 0), page(60))))
    for told in (
        "that its forces had broken through two fortified lines",
        "in the east",
        "⚠ not verified",
        "⚑ disputed",
        "✓ checked",
        "#front line #war",
        "∵ The general staff says that the lines hold.",
        "✎ Ask the ministry which lines.\n      The map of 12 May shows three.",
        "on Wednesday",
        "i the whole claim · 93% sure",
    ):
        assert told in text


def test_an_open_card_ends_with_the_key_to_what_it_has_no_room_for() -> None:
    for width, told in ((60, "i the whole claim · 93% sure"), (26, "i the whole claim"), (12, "i the wh…")):
        *_, last, empty = plain(open_card(by_number(1, 0), page(width)))
        assert last.strip() == told
        assert last.split()[0] == "i"
        assert empty == ""
    mine = annotation("m", "that hundreds are dead", amended=True)
    assert plain(open_card(Item(1, CLAIMS[0], mine), page(60)))[-2].strip() == "i the whole claim · amended by hand"
    passage = next(item for item in items(*ANNOTATIONS) if not item.is_claim)
    assert plain(open_card(passage, page()))[-2].endswith("i the whole passage")


def test_in_short_a_claim_is_its_number_speaker_cue_quote_and_note() -> None:
    assert in_short(by_number(1), TEXT) == "1 · Russia · said · indirect"
    assert in_short(by_number(4, 1), TEXT) == "4 · anonymous · indirect · No one said it."


def test_an_open_card_shows_a_long_name_in_full() -> None:
    assert plain(open_card(by_number(2), page(36)))[:2] == [
        "○ 2 Ukrainian deputy defence  wrote",
        "    minister Hanna Malyar",
    ]
    assert plain(closed_card(by_number(2), page(36)))[0] == "○ 2 Ukrainian deputy defenc…  wrote"


def test_an_open_card_shows_the_pieces_of_an_interrupted_quotation() -> None:
    assert "“The situation is tense,” … “but under control.”" in "\n".join(plain(open_card(by_number(2), page(70))))


def test_a_long_note_is_cut_after_twelve_lines() -> None:
    noted = annotation("n", "that hundreds are dead", note="\n".join(f"line {n}" for n in range(1, 40)))
    item = next(i for i in items(noted) if i.annotation is noted)
    card = plain(open_card(item, page()))
    assert sum("line" in line for line in card) == 12
    assert "line 12…" in "\n".join(card)


def test_hostile_names_tags_and_notes_are_made_harmless() -> None:
    hostile = "\x1b[31m[bold]x\x07\u202e"
    noted = annotation(
        "h", "that hundreds are dead", speaker=hostile, note=f"{hostile}\n{hostile}", tags=(hostile,), reason=hostile
    )
    item = next(i for i in items(noted) if i.annotation is noted)
    for lines in (closed_card(item, page()), open_card(item, page())):
        text = "".join(plain(lines))
        assert not {"\x1b", "\x07", "\u202e"} & set(text)
        assert "[bold]x" in text


@pytest.mark.parametrize("item", items(*ANNOTATIONS), ids=lambda item: str(item.number))
@pytest.mark.parametrize("width", [1, 5, 12, 24, 36, 39, 80, 160])
def test_no_line_is_wider_than_its_card(item: Item, width: int) -> None:
    closed = closed_card(item, page(width))
    assert len(closed) in (HEIGHT - 1, HEIGHT)
    for line in (*closed, *open_card(item, page(width))):
        assert sum(cell_len(text) for text, _ in line) <= max(width, 12)


@given(st.text(min_size=1, max_size=60), st.integers(12, 60))
def test_any_text_makes_a_card_of_the_right_size(text: str, width: int) -> None:
    item = Item(1, Claim(content=((0, len(text)),), source=((0, len(text)),), speaker=text), None)
    card = closed_card(item, page(width, text))
    assert len(card) in (HEIGHT - 1, HEIGHT)
    assert card[-1] == []
    assert all(sum(cell_len(piece) for piece, _ in line) <= width for line in card)


@given(st.text(max_size=80), st.integers(1, 40))
def test_fitted_text_is_never_wider_than_asked(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) <= width


def test_wrapping_keeps_line_feeds_and_marks_what_it_leaves_out() -> None:
    assert wrap("one two\nthree", 5, 5) == ["one", "two", "three"]
    assert wrap("one two three four", 7, 2) == ["one two", "three…"]
    assert wrap("a whole sentence", 6, 1) == ["a who…"]
    assert wrap("one\ntwo", 9, 1) == ["one…"]
    assert wrap("全軍が町", 4, 1) == ["全…"]
    assert wrap("", 10, 3) == []


MARKDOWN = "**Check** with *OSINT*:\n\n- Luhansk front\n- [ISW](https://understandingwar.org)"


def test_a_note_in_markdown_stands_on_its_card_in_plain_words() -> None:
    noted = replace(ANNOTATIONS[0], note=MARKDOWN, tags=(), finding=None, progress="unreviewed", reason="")
    item = replace(by_number(1, 0), annotation=noted)
    assert plain(closed_card(item, page(60)))[2] == "    ⚠ not verified  ✎ Check with OSINT:"
    told = "\n".join(plain(open_card(item, page(60))))
    assert "✎ Check with OSINT:\n      • Luhansk front\n      • ISW\n" in told
    assert not {"*", "["} & set(told)


def test_evidence_is_seen_on_the_card_with_its_count_or_words() -> None:
    one, more = Evidence("https://a.org/1", "contradicts", "page 3"), Evidence("a book", "supports")
    bare = replace(ANNOTATIONS[0], note="", tags=(), finding=None, progress="unreviewed", reason="", evidence=(one,))
    item = replace(by_number(1, 0), annotation=bare)
    assert plain(closed_card(item, page(60)))[2] == "    ⚠ not verified  § contradicts: https://a.org/1 – page 3"
    item = replace(item, annotation=replace(bare, evidence=(one, more)))
    assert plain(closed_card(item, page(60)))[2].startswith("    ⚠ not verified  § 2: contradicts: https")
    assert plain(short_card(item, page(60)))[1].endswith("⚠ §")
    told = plain(open_card(item, page(60)))
    assert [line for line in told if "§" in line] == [
        "    § contradicts: https://a.org/1 – page 3",
        "    § supports: a book",
    ]


@pytest.mark.parametrize("width", [16, 24, 40, 60])
def test_a_guessed_speaker_is_marked_in_words_on_every_card_however_narrow(width: int) -> None:
    guessed = Item(1, CLAIMS[2]._replace(speaker="Hanna Malyar", speaker_sure=0.6), None)
    for lay_out in (closed_card, short_card, open_card):
        head = plain(lay_out(guessed, page(width)))[: 3 if lay_out is open_card else 1]
        assert "?" in " ".join(head)
    assert "aides – Hanna Malyar?" in plain(closed_card(guessed, page(90)))[0]
