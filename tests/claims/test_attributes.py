"""What is worked out from a claim's spans: how it is quoted, in what tone, by which way, when, with what hedges."""

import pytest

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
    ],
)
def test_the_time_is_that_of_the_saying_and_not_of_what_is_said(text: str, when: str | None) -> None:
    found = the_claim(text).when
    assert (found.text if found else None) == when


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
    ("text", "via"),
    [
        ("Holm told state television that it was safe.", "state television"),
        ("Karsian radio, citing an unnamed officer, reported that it was safe.", "an unnamed officer"),
        ("Holm told reporters that it was safe.", None),
    ],
)
def test_a_relayed_claim_names_who_passed_it_on(text: str, via: str | None) -> None:
    claim = the_claim(text)
    assert (claim.hand, claim.via) == ("relayed" if via else "first", via)


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
