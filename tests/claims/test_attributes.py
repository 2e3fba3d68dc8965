"""What is worked out from a claim's spans: how it is quoted, in what tone, by which way, when, with what hedges."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims import Claim, quote_kind
from tests.claims.as_marked import as_marked
from tests.claims.by_rules import read


def the_claim(text: str) -> Claim:
    (claim,) = read(text).claims
    return claim


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


def test_quantities_are_read_with_their_kind_and_value() -> None:
    text = "Holm said 1,200 crews had $2.5 million, 40 percent of it gone 3 km away, and two people killed on 4 June."
    found = [(text[slice(*one.span)], one.kind, one.value) for one in the_claim(text).quantities]
    assert found == [
        ("1,200", "count", 1200.0),
        ("$2.5 million", "money", 2.5e6),
        ("40 percent", "percentage", 40.0),
        ("3 km", "distance", 3.0),
        ("two people killed", "casualties", 2.0),
        ("4 June", "date", None),
    ]


def test_a_figure_beyond_all_numbers_has_a_place_but_no_value() -> None:
    (quantity,) = the_claim(f"Holm said {'9' * 400} million came.").quantities
    assert (quantity.kind, quantity.value) == ("count", None)


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


def figures(text: str) -> list[tuple[str, str, float | None]]:
    return [(text[slice(*one.span)], one.kind, one.value) for one in the_claim(text).quantities]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("forty-one boats had sunk", ("forty-one", "count", 41.0)),
        ("Thirty crews had come", ("Thirty", "count", 30.0)),
        ("two hundred boats had sunk", ("two hundred", "count", 200.0)),
        ("a hundred and eighty boats had sunk", ("a hundred and eighty", "count", 180.0)),
        ("they paid N400,000 for it", ("N400,000", "money", 400_000.0)),
        ("they paid ₹1.2 lakh for it", ("₹1.2 lakh", "money", 120_000.0)),
        ("they paid 3.3 billion crowns", ("3.3 billion crowns", "money", 3.3e9)),
        ("it was sold in the 1990s", ("1990s", "date", None)),
        ("it would open on 2 June", ("2 June", "date", None)),
    ],
)
def test_numbers_are_read_whole(said: str, found: tuple[str, str, float | None]) -> None:
    assert figures(f"Holm said that {said}.") == [found]


@pytest.mark.parametrize(
    "time",
    [
        *(
            "4:52 a.m.",
            "4.52 pm",
            "16h30",
            "16:30",
            "8 a.m",
            "8pm",
            "five a.m",
            "7 o’clock",
            "seven o’clock",
            "0430 GMT",
        ),
        *("three in the morning", "half past six", "quarter to ten", "ten past four", "twenty to four", "2.30", "nine"),
    ],
)
def test_a_time_of_the_day_is_no_count(time: str) -> None:
    assert figures(f"Holm said that the bus left at {time}.") == [(time + "." * time.endswith(".m"), "time", None)]


@pytest.mark.parametrize(
    "said",
    [
        *(
            "the toll stood at nine",
            "the price peaked at nine",
            "the board voted 12 to 3 for it",
            "it weighed 4.52 tonnes",
        ),
        *(
            "five to ten people had left",
            "40 in 2 hospitals had left",
            "she met twelve in all",
            "nine and a half tonnes were left",
            "it won 3-1",
        ),
    ],
)
def test_what_looks_like_a_time_and_counts_is_a_count(said: str) -> None:
    assert {kind for _, kind, _ in figures(f"Holm said that {said}.")} == {"count"}


@pytest.mark.parametrize(
    "said",
    [
        *(
            "they held Hill 214",
            "they took Route 66",
            "Flight 370 was lost",
            "a Boeing 737 jet was lost",
            "it broke Article 5",
        ),
        *("she was in Room 12", "she had Covid-19", "it was on page two", "it was in chapter 3", "the G7 had met"),
        *("it was Formula One", "the A380 was late", "it was at Radio 4", "she was sworn in as the 45th president"),
        *("Ana Ruiz, 58, had left", "she was 58 years old", "a 58-year-old had left", "those aged 12 to 14 had left"),
        *(
            "the map[1] was wrong",
            "they were one coffee away from it",
            "no one had come",
            "she was the one",
            "one day it would end",
        ),
        *(
            "one of them had left",
            "they trusted one another",
            "it was as one trusts the tide",
            "it was a big one",
            "it was a one-off",
        ),
    ],
)
def test_a_number_that_counts_nothing_is_no_figure(said: str) -> None:
    assert figures(f"Holm said that {said}.") == []


@pytest.mark.parametrize(
    ("said", "figure"),
    [
        ("in Kalvo 40 people had died", "40"),
        ("in Kalvo 12 crews had left", "12"),
        ("on Monday 12 crews had left", "12"),
        ("in the room 12 people waited", "12"),
        ("the poll gave Ruiz 52", "52"),
        ("the bus held 31", "31"),
        ("police had made one arrest", "one"),
        ("there were boats and one car", "one"),
        ("one boat was missed", "one"),
        ("no four boats were alike", "four"),
    ],
)
def test_a_number_is_no_name_for_standing_behind_one(said: str, figure: str) -> None:
    assert [(words, kind) for words, kind, _ in figures(f"Holm said that {said}.")] == [(figure, "count")]


@given(st.integers(min_value=2, max_value=999_999), st.sampled_from(["boats", "people", "young men"]))
def test_any_number_of_things_is_counted(number: int, things: str) -> None:
    year = 1900 <= number <= 2099
    words = f"{number:,}"
    assert figures(f"Holm said that {words} {things} had left.") == [(words, "count", float(number))]
    assert year or figures(f"Holm said that they had {number} {things}.") == [(str(number), "count", float(number))]


@given(st.integers(min_value=0, max_value=23), st.integers(min_value=0, max_value=59), st.sampled_from([":", "h"]))
def test_any_time_of_the_clock_is_one(hour: int, minute: int, between: str) -> None:
    time = f"{hour}{between}{minute:02}"
    assert figures(f"Holm said that the bus left at {time} from Kalvo.") == [(time, "time", None)]
