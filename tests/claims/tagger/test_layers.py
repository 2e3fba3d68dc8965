"""What is done to the network's marks before they are shown."""

from dataclasses import replace

import pytest

from claims.attributions import Attribution
from claims.context import Context
from claims.model import Span
from claims.paragraphs import paragraphs_of
from claims.rules.evidence import MEASURED
from claims.tagger.layers.datelines import after_the_time
from claims.tagger.layers.loose_ends import without_loose_ends
from claims.tagger.layers.one_sentence import in_one_sentence
from claims.tagger.layers.quotation_marks import at_quotation_marks
from claims.tagger.layers.relative_clauses import with_their_clauses
from claims.tagger.layers.rules_beside import TRUSTED, beside_rules
from claims.tagger.layers.sources import without_impossible_sources
from claims.tagger.layers.turns import laid_out


def at(text: str, part: str) -> Span:
    start = text.index(part)
    return start, start + len(part)


def claim(text: str, content: str, *, cue: str = "", source: str = "", evidence: str = "") -> Attribution:
    return Attribution(
        content=(at(text, content),),
        cue=(at(text, cue),) if cue else (),
        source=(at(text, source),) if source else (),
        evidence=evidence,
        confidence=0.8,
    )


def context(text: str) -> Context:
    return Context(text, paragraphs_of(text)[0])


@pytest.mark.parametrize(
    ("marked", "shown"),
    [
        ("It is safe", "“It is safe,”"),  # the marks around it
        ("“It is safe", "“It is safe,”"),  # the closing mark
        ("It is safe,”", "“It is safe,”"),  # the opening mark
        ("“It is", "“It is safe,”"),  # the rest of the quotation, which nobody else has
        ("“It is safe,”", "“It is safe,”"),
    ],
)
def test_a_content_that_is_a_quotation_ends_at_its_marks(marked: str, shown: str) -> None:
    text = "“It is safe,” she said."
    (one,) = at_quotation_marks(context(text), [claim(text, marked, cue="said", source="she")], [])
    assert one.content == (at(text, shown),)


def test_a_mark_that_has_strayed_into_a_clause_is_given_back() -> None:
    text = "He said the bridge was shut. “Never again,” he added."
    (one,) = at_quotation_marks(context(text), [claim(text, "the bridge was shut. “", cue="said", source="He")], [])
    assert one.content == ((text.index("the bridge"), text.index("“")),)


def test_a_claim_told_inside_a_quotation_stays_within_its_words() -> None:
    text = "“He told me that it was safe,” she said."
    outer = claim(text, "“He told me that it was safe,”", cue="said", source="she")
    inner = claim(text, "that it was safe", cue="told", source="He")
    shown = at_quotation_marks(context(text), [outer, inner], [])
    assert [one.content for one in shown] == [outer.content, inner.content]


def test_a_pronoun_alone_is_given_its_clause_after_the_cue() -> None:
    text = "They cleared rubble that he said was left by a shell, leaving nothing."
    (one,) = with_their_clauses(context(text), [claim(text, "that", cue="said", source="he")], [])
    assert [text[start:end] for start, end in one.content] == ["that", "was left by a shell"]


@pytest.mark.parametrize("content", ["that it was left", "he"])
def test_another_content_is_left_as_it_is(content: str) -> None:
    text = "That he said that it was left by a shell."
    marked = claim(text, content, cue="said")
    assert with_their_clauses(context(text), [marked], []) == [marked]


def test_what_the_rules_find_too_says_so_and_gets_the_source_it_lacks() -> None:
    text = "“It is safe,” she said."
    marked = claim(text, "“It is safe,”", evidence="tagger")
    rule = claim(text, "“It is safe,”", cue="said", source="she", evidence="a quotation")
    (one,) = beside_rules(context(text), [marked], [rule])
    assert (one.cue, one.source) == (rule.cue, rule.source)
    assert one.evidence == "tagger, and by rule: a quotation"


def test_a_rule_that_found_both_parts_of_a_claim_is_told_of_once() -> None:
    text = "“One,” Holm said, “and two.”"
    found = claim(text, "“One,” Holm said, “and two.”", cue="said", source="Holm", evidence="marked")
    parts = [claim(text, text, cue="said", source="Holm", evidence="a verb") for _ in range(2)]
    (said,) = beside_rules(context(text), [found], parts)
    assert said.evidence == "marked, and by rule: a verb"


def test_only_a_trusted_rule_adds_a_claim_that_the_network_has_missed() -> None:
    text = "“It is safe,” she said."
    trusted = claim(text, "“It is safe,”", cue="said", source="she", evidence=min(TRUSTED))
    doubtful = claim(text, "“It is safe,”", cue="said", source="she", evidence="a hunch")
    assert beside_rules(context(text), [], [trusted]) == [trusted]
    assert beside_rules(context(text), [], [doubtful]) == []


def test_a_trusted_rule_adds_nothing_where_the_network_has_a_claim() -> None:
    text = "“It is safe,” she said."
    marked = claim(text, "“It", cue="said", source="she")
    trusted = claim(text, "“It is safe,”", cue="said", source="she", evidence=min(TRUSTED))
    assert beside_rules(context(text), [marked], [trusted]) == [marked]


def test_a_quotation_that_has_a_speaker_is_not_shown_once_more_without() -> None:
    text = "“It is safe to go in,” she said."
    spoken, loose = claim(text, "“It is safe to go in,”", cue="said", source="she"), claim(text, "It is safe to go in")
    assert without_loose_ends(context(text), [loose, spoken], []) == [spoken]


@pytest.mark.parametrize(
    ("cue", "content"),
    [("without specifying", "where"), ("declined to comment", "on the toll"), ("without saying", "why")],
)
def test_that_somebody_told_no_more_is_no_claim(cue: str, content: str) -> None:
    text = f"The ministry said the bridge was shut, {cue} {content}."
    told = claim(text, "the bridge was shut", cue="said", source="The ministry")
    no_more = claim(text, content, cue=cue, source="The ministry")
    assert without_loose_ends(context(text), [told, no_more], []) == [told]


def test_the_time_of_a_live_report_is_no_speaker() -> None:
    text = "12:04: “This is a dark day.”"
    timed = claim(text, "“This is a dark day.”", cue=":", source="12:04", evidence=MEASURED["colon"][1])
    assert beside_rules(context(text), [], [timed]) == []


def test_a_content_without_cue_and_source_stands_only_where_it_is_a_quotation() -> None:
    text = "The bridge was shut. “We will not open it again.” It has a “toll”."
    quotation = claim(text, "“We will not open it again.”")
    clause, label = claim(text, "The bridge was shut"), claim(text, "“toll”")
    assert without_loose_ends(context(text), [clause, quotation, label], []) == [quotation]


def test_a_turn_of_a_transcript_takes_the_place_of_what_the_network_marked_but_for_what_another_says_in_it() -> None:
    text = "Rey: It is safe. He told me that it was."
    turn = claim(text, "It is safe. He told me that it was", cue=":", source="Rey", evidence=MEASURED["turn"][1])
    half, told = claim(text, "It is safe", cue=":", source="Rey"), claim(text, "that it was", cue="told", source="He")
    assert laid_out(context(text), [half, told], [turn]) == [turn, told]


@pytest.mark.parametrize(("content", "kept"), [("Is it safe?", False), ("Is it safe", False), ("It is safe.", True)])
def test_a_question_after_a_label_claims_nothing(content: str, kept: bool) -> None:
    text = "SPIEGEL: Is it safe? It is safe."
    asked = claim(text, content, cue=":", source="SPIEGEL")
    assert laid_out(context(text), [asked], []) == ([asked] if kept else [])


@pytest.mark.parametrize("before", ["12:58 ", "12.58pm ", "12.58 – ", "12.58 GMT ", "12:58 BST – "])
def test_the_time_of_a_live_report_is_part_of_no_source_and_no_content(before: str) -> None:
    text = f"{before}Minister Holm: “Stay at home.”"
    marked = claim(text, "“Stay at home.”", cue=":", source=f"{before}Minister Holm")
    (one,) = after_the_time(context(text), [marked], [])
    assert one.source == (at(text, "Minister Holm"),)
    assert one.content == marked.content


@pytest.mark.parametrize(
    "content",
    [
        "12.50 euros is the fare",
        "2.50 US dollars is the fare",
        "1.25 British pounds is the fare",
        "10:15-12:00 the shop is open",
        "10:15 – 12:00 the shop is open",
    ],
)
def test_a_sum_of_money_is_no_time_and_no_more_are_opening_hours(content: str) -> None:
    text = f"{content}, the company said."
    marked = claim(text, content, cue="said", source="the company")
    assert after_the_time(context(text), [marked], []) == [marked]


def test_a_source_in_another_sentence_gives_way_to_the_subject_of_the_cue() -> None:
    text = "The manager Arne Berg hailed his side. Then the visitors left."
    (one,) = in_one_sentence(context(text), [claim(text, "his side", cue="hailed", source="the visitors")], [])
    assert one.source == (at(text, "The manager Arne Berg"),)


@pytest.mark.parametrize(("source", "stays"), [("Mayor Holm", True), ("The council", False)])
def test_where_the_cue_has_no_subject_a_source_may_stand_before_it_but_not_after(source: str, stays: bool) -> None:
    text = "Mayor Holm was angry. After claims that it was safe, nobody laughed. The council met."
    marked = claim(text, "that it was safe", cue="claims", source=source)
    (one,) = in_one_sentence(context(text), [marked], [])
    assert one.source == (marked.source if stays else ())


def test_a_quotation_of_several_sentences_keeps_the_source_that_stands_between() -> None:
    text = "“We are tired. We are cold,” Holm said. “It is late.”"
    marked = claim(text, "“We are tired. We are cold,”", cue="said", source="Holm")
    whole = replace(marked, content=(*marked.content, at(text, "“It is late.”")))
    assert in_one_sentence(context(text), [whole], []) == [whole]


def test_unquoted_words_of_another_sentence_are_no_part_of_the_content() -> None:
    text = "It did not. A manager told us that it would last."
    marked = claim(text, "that it would last", cue="told", source="A manager")
    strayed = replace(marked, content=(at(text, "It did not"), *marked.content))
    assert in_one_sentence(context(text), [strayed], []) == [marked]


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("Pager held with tape, inquest told", "inquest", "told"),
        ("Pager held with tape, the court heard.", "the court", "heard"),
    ],
)
def test_whoever_hears_it_is_no_source(text: str, source: str, cue: str) -> None:
    marked = claim(text, "Pager held with tape", cue=cue, source=source)
    assert without_impossible_sources(context(text), [marked], []) == [replace(marked, source=())]


def test_a_tribunal_that_tells_somebody_is_one() -> None:
    text = "The tribunal told Weir that he was wrong."
    marked = claim(text, "that he was wrong", cue="told", source="The tribunal")
    assert without_impossible_sources(context(text), [marked], []) == [marked]


def test_a_lone_article_is_no_source_and_a_verb_no_part_of_one() -> None:
    text = "Some will say I am unfair. After a report that it broke, nobody came."
    some = claim(text, "I am unfair", cue="say", source="Some will")
    start = text.index("a report")
    report = replace(claim(text, "that it broke", cue="report"), source=((start, start + 1),))
    shown = without_impossible_sources(context(text), [some, report], [])
    assert [one.source for one in shown] == [(at(text, "Some"),), ()]


def test_a_quotation_that_a_rule_gives_to_another_is_no_part_of_the_content() -> None:
    text = "The bees were right, they report. “They beat us,” jokes Mei Tanaka."
    marked = claim(text, "The bees were right", cue="report", source="they")
    both = replace(marked, content=(*marked.content, at(text, "“They beat us,”")))
    rule = claim(text, "“They beat us,”", cue="jokes", source="Mei Tanaka")
    assert in_one_sentence(context(text), [both], [rule]) == [marked]
    assert in_one_sentence(context(text), [both], []) == [both]
