"""What is worked out from a claim's spans: how it is quoted, in what tone, by which way, when, with what hedges."""

import pytest

from claims import quote_kind
from tests.claims.as_marked import as_marked
from tests.claims.by_rules import read, the_claim


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We are tired,” Holm said.", "direct"),
        ("“We are tired,” Holm said, “and cold.”", "direct"),
        ("Holm said the crew was tired.", "indirect"),
        ("Holm said the crew was “dead tired” by noon.", "mixed"),
        ("‘We’re tired,’ Holm said.", "direct"),
    ],
)
def test_the_marks_tell_how_a_claim_is_quoted(text: str, kind: str) -> None:
    assert the_claim(text).quote == kind


def test_the_quote_kind_of_a_passage_marked_by_hand() -> None:
    text = "He came late. “I was asleep,” he wrote."
    assert quote_kind(text, ((14, 29),)) == "direct"
    assert quote_kind(text, ((0, 13),)) == "indirect"
    assert quote_kind(text, ((0, 29),)) == "mixed"


@pytest.mark.parametrize(
    ("inner", "kind"),
    [
        ("[2 They] <2 say> {2 that the ridge is ours}, and it burns.", "indirect"),
        ("You will hear [2 the defendant] <2 say> {2 that these were loans}.", "indirect"),
        ("And [2 he] <2 said>, {2 ‘It is only resting.’}", "direct"),
        ("[2 He] <2 said> {2 the money was ‘only resting’}.", "mixed"),
        ("{2 ‘It is only resting’}, [2 he] <2 said>.", "direct"),
    ],
)
def test_in_a_quotation_only_the_marks_inside_it_quote_others(inner: str, kind: str) -> None:
    reading = as_marked(f"{{1 “{inner}”}} [1 Holm] <1 told> the court.")[1]
    assert sorted((claim.nested, claim.quote) for claim in reading.claims) == [(False, "direct"), (True, kind)]


def test_marks_around_who_says_it_quote_nobody_else_where_they_are_never_closed() -> None:
    reading = as_marked("“We left. [She] <said> {it was ‘over’}.\n\n“We never went back.”")[1]
    assert [claim.quote for claim in reading.claims if claim.cue] == ["mixed"]


@pytest.mark.parametrize("mark", ["«", "„"])
def test_marks_that_open_a_thousand_quotations_and_close_none_are_borne(mark: str) -> None:
    text = mark * 1_500 + "The mayor said the bridge was safe."
    assert quote_kind(text, ((1_515, 1_534),), told=((1_510, 1_514), (1_500, 1_509))) == "direct"


def test_what_is_displayed_over_a_dash_and_a_name_is_quoted_without_marks() -> None:
    text = "We do not object to the flats.\n\n— Station officer Grant Pomare"
    assert the_claim(text).quote == "direct"
    assert quote_kind(text, ((0, 30),), told=((32, 33), (34, 62))) == "direct"
    assert quote_kind("They object — Pomare does.", ((0, 11),), told=((12, 13), (14, 20))) == "indirect"


def test_a_report_marked_by_hand_inside_a_quotation_is_no_quotation() -> None:
    text = "“They say that it is ours,” she wrote."
    assert quote_kind(text, ((10, 25),)) == "direct"
    assert quote_kind(text, ((10, 25),), told=((6, 9), (1, 5))) == "indirect"


@pytest.mark.parametrize(
    ("text", "tone"),
    [
        ("Holm said it was safe.", "neutral"),
        ("Holm insisted that it was safe.", "loaded"),
        ("Holm denied that it was unsafe.", "denial"),
    ],
)
def test_the_verb_sets_the_tone(text: str, tone: str) -> None:
    assert the_claim(text).tone == tone


def test_wanting_is_an_attitude_and_saying_is_not() -> None:
    assert the_claim("The union wants a new offer.").act == "attitude"
    assert the_claim("The union said it would strike.").act == "speech"


def test_what_all_expect_is_an_attitude_and_what_is_said_by_nobody_named_is_not() -> None:
    assert the_claim("It is believed that she will resign.").act == "attitude"
    assert the_claim("It is feared that twelve people died.").act == "speech"


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("“We are tired,” Holm said on the Telegram messaging app.", "Telegram"),
        ("“We are tired,” Holm said in a statement.", "statement"),
        ("In a letter to parents, Holm said the school was safe.", "letter"),
        ("Holm said the school was safe.", None),
        ("Holm said the post on Telegram was false.", None),
    ],
)
def test_the_channel_is_what_the_reporter_names_beside_the_verb(text: str, channel: str | None) -> None:
    found = the_claim(text).channel
    assert (found.text if found else None) == channel
    assert found is None or text[slice(*found.span)] == found.text


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Holm said on Monday that it was safe.", "on Monday"),
        ("On Jan. 20, Holm said it was safe.", "On Jan. 20"),
        ("The ministry yesterday said it was safe.", "yesterday"),
        ("Holm said it had been safe yesterday.", None),
        ("The review, published last year, said it was safe.", None),
        ("“It is safe,” said Ida Holm, whose ship sank in March.", None),
        ("At a rally in Kalvo on Monday, Holm said it was safe.", "on Monday"),
        ("Asked about it on Monday, Holm said it was safe.", None),
        ("Holm told a rally in Kalvo on Monday that it was safe.", "on Monday"),
        ("“It is safe,” said Holm on Monday.", "on Monday"),
        ("Crews stayed at home on Monday after a row, and Holm said it was safe.", None),
        ("Crews are to meet on Sunday in what they call a last chance.", None),
        ("Holm cut jobs on Monday and said it was safe.", None),
        ("After talks on Monday, Holm said it was safe.", None),
        ("Holm told an inquest into a wreck in 2019 that it was safe.", None),
    ],
)
def test_the_time_is_that_of_the_saying_and_not_of_what_is_said(text: str, when: str | None) -> None:
    found = the_claim(text).when
    assert (found.text if found else None) == when


def test_the_time_of_one_saying_is_not_that_of_the_next() -> None:
    first = read("Holm said on Monday that it was safe, while Berg said it was not.").claims
    assert [claim.when and claim.when.text for claim in first] == ["on Monday", None]
    shared = as_marked("[1 [2 Holm]] <1 said> {1 it had tripled since Tuesday} and <2 asked> {2 all to stay}.")[
        1
    ].claims
    assert [claim.when for claim in shared] == [None, None]


def test_a_time_before_the_source_is_that_of_all_that_it_says() -> None:
    both = as_marked("On Monday [1 [2 Holm]] <1 said> {1 it was safe} and <2 asked> {2 all to stay}.")[1].claims
    assert [claim.when and claim.when.text for claim in both] == ["On Monday", "On Monday"]


def test_hedges_belong_to_whoever_uses_them() -> None:
    text = "Holm reportedly said the dam may break in May."
    hedges = [(text[slice(*hedge.span)], hedge.whose) for hedge in the_claim(text).hedges]
    assert hedges == [("reportedly", "reporter"), ("may", "source")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Holm said the dam could break.", ["could"]),
        ("Holm said the dam could not break.", []),
        ("Holm said nothing could have been done.", []),
        ("Holm said she stayed as long as she could.", []),
        ("Holm said a break was possible.", ["possible"]),
        ("Holm said it had not been possible to stay.", []),
        ("Holm said they left as soon as was humanly possible.", []),
        ("Holm said jobs would be offered where possible.", []),
        ("Holm said the man was said to be abroad.", ["said to"]),
        ("Holm said a man thought to have fled was abroad.", ["thought to"]),
        ("Holm said the dam was widely expected to break.", ["expected to"]),
        ("“I said to him that it was late,” Holm told reporters.", []),
        ("Holm said she expected to win.", []),
        ("Holm said that she had never thought to ask.", []),
        ("Holm said that up to three boats had sunk.", ["up to"]),
        ("Holm said it was up to the council.", []),
        ("Holm said more than a hundred boats had sunk.", ["more than"]),
        ("Holm said it cost more than she had.", []),
        ("“They said that about 2023,” Holm said.", []),
        ("Holm said about 2,000 boats had sunk.", ["about"]),
    ],
)
def test_a_word_is_a_hedge_only_where_it_leaves_something_open(text: str, found: list[str]) -> None:
    assert {text[slice(*hedge.span)] for claim in read(text).claims for hedge in claim.hedges} == {*found}


@pytest.mark.parametrize(
    ("source", "found"),
    [("Ana Ruiz, who perhaps counted 7 boats,", []), ("Nearly 20 fishers", []), ("Ana Ruiz perhaps", ["perhaps"])],
)
def test_what_is_left_open_of_who_says_it_is_no_hedge_of_the_claim(source: str, found: list[str]) -> None:
    text = f"It rained all day.\n\n{source} said that the storm was late."
    assert [text[slice(*hedge.span)] for hedge in the_claim(text).hedges] == found


@pytest.mark.parametrize(
    "text",
    [
        "“It is late,” said Ana Ruiz, an engineer, who perhaps counted 7 boats.",
        "{“It is late,”} <said> [Ana Ruiz, an engineer], who perhaps counted 7 boats.",
        "[Ana Ruiz], who perhaps counted 7 boats, <said> {it was late}.",
        "It perhaps rained, and [Ana Ruiz] <said> {it was late}.",
    ],
)
def test_what_is_left_open_of_something_else_is_no_hedge_of_the_claim(text: str) -> None:
    claims = as_marked(text)[1].claims if "[" in text else read(text).claims
    assert [claim.hedges for claim in claims] == [()]


def test_why_something_is_not_said_is_nobody_who_passes_it_on() -> None:
    (claim,) = as_marked("[Holm] declined to <say> {when it was}, citing an inquiry.")[1].claims
    assert (claim.hand, claim.via) == ("first", None)


def test_whom_one_speaker_cites_another_does_not_have_it_from() -> None:
    text = "Holm said 61 had died, citing lists from mayors, while Berg said it was 29."
    assert [claim.via for claim in read(text).claims] == ["lists from mayors", None]


def test_a_hedge_stays_with_the_claim_that_has_it() -> None:
    text = "Holm said it might break; the mayor said that it was safe, though the army said it would probably not hold."
    hedged = [[text[slice(*hedge.span)] for hedge in claim.hedges] for claim in read(text).claims]
    assert hedged == [["might"], [], ["probably"]]


@pytest.mark.parametrize(
    ("text", "via", "role"),
    [
        ("Holm told state television that it was safe.", "state television", "outlet"),
        ("Karsian radio, citing an unnamed officer, reported that it was safe.", "an unnamed officer", "origin"),
        ("Holm told reporters that it was safe.", None, None),
        ("Holm said that 61 had died, citing lists from village mayors.", "lists from village mayors", "origin"),
        ("Holm asked for a delay, citing ill health.", None, None),
    ],
)
def test_a_relayed_claim_names_whom_it_is_from_or_who_passed_it_on(
    text: str, via: str | None, role: str | None
) -> None:
    claim = the_claim(text)
    assert (claim.hand, claim.via, claim.via_role) == ("relayed" if via else "first", via, role)


def test_a_claim_says_why_it_was_found_and_how_sure_that_is() -> None:
    quoted, bare = the_claim("“We are tired,” Holm said."), the_claim("The union wants a new offer.")
    assert quoted.why[0] == "a quotation, and who says it after it"
    assert 0 < bare.confidence < quoted.confidence < 1


@pytest.mark.parametrize(
    ("source", "anonymous"),
    [
        ("State television, citing an unnamed officer,", True),
        ("The paper, citing people familiar with the talks,", True),
        ("State television, citing the ministry,", False),
        ("State television", False),
    ],
)
def test_what_an_outlet_passes_on_from_somebody_unnamed_is_anonymous(source: str, anonymous: bool) -> None:
    assert the_claim(f"{source} reported that the hill was safe.").anonymous is anonymous
