"""Which claims a caveat is about: whose words it limits, and what its own words come back to."""

import pytest

import claims
from tests.claims.as_marked import as_marked
from tests.claims.by_rules import read

TOLLS = "The governor, Ines Paz, put the number of dead at 61, while the Health Ministry said that it had counted 29. "
TAPE = "A recording shared on Monday claims that a lorry dumped oil in the lake. The port called the recording a "
HILL = (
    "The Ostrian army said it had taken Hill 9. Residents described a night of shelling. "
    "“The town will fall in days,” the army’s spokesman, Colonel Jan Rusk, said. "
    "Veldia’s General Staff denied that the hill had fallen. It said that six attacks had been repelled. "
)


def under(text: str, words: str) -> list[str]:
    """The contents of the claims in ``text`` that the caveat with ``words`` is about."""
    reading = read(text)
    number = next(n for n, caveat in enumerate(reading.caveats) if words in text[slice(*caveat.span)])
    return [text[slice(*claim.content[0])] for claim in reading.claims if number in claim.caveats]


def test_somebody_else_who_gives_no_figure_leaves_no_gap_in_what_another_said() -> None:
    assert under(f"{TOLLS}The Interior Ministry gave no figure.", "gave no figure") == []


def test_the_detail_that_a_named_source_leaves_out_is_missing_in_its_own_claim() -> None:
    assert under(f"{TOLLS}The Health Ministry gave no details.", "no details") == ["that it had counted 29"]
    assert under(f"{TOLLS}Paz gave no details.", "no details") == ["the number of dead at 61"]


def test_a_pronoun_finds_the_one_it_can_mean() -> None:
    text = "The bank said that it had lost 40 clients. Ana Bo said that the bank was safe. "
    assert under(f"{text}She gave no details.", "no details") == ["that the bank was safe"]
    assert under(f"{text}It gave no details.", "no details") == ["that it had lost 40 clients"]


def test_he_is_no_woman() -> None:
    text = "Anna Holm said that the bridge was safe. Peter Lind said that it was not. "
    assert under(f"{text}She gave no details.", "no details") == ["that the bridge was safe"]
    assert under(f"{text}He gave no details.", "no details") == ["that it was not"]


def test_its_press_office_speaks_for_the_body_before() -> None:
    text = "The council says that it is looking into fees, but its press office would not give a date."
    assert under(text, "would not give")[0].startswith("that it is looking into fees")


def test_a_name_that_deceives_is_no_hindrance_where_nothing_stands_between() -> None:
    assert under("Peter Lind said that it was hot. She gave no details.", "no details") == ["that it was hot"]


def test_what_the_paper_could_not_establish_is_missing_in_what_stands_right_before() -> None:
    remark = "The Post could not establish how much had been spent."
    assert under(f"Ana Bo said that the money was gone. {remark}", "establish") == ["that the money was gone"]
    assert under(f"Ana Bo said that the money was gone. It rained for days. {remark}", "establish") == []


@pytest.mark.parametrize("name", ["Northwire", "Butler", "Anderson"])
def test_a_name_that_begins_as_a_conjunction_does_is_a_name(name: str) -> None:
    assert under(f"Two officials said that 29 had died. {name} did not say where.", "did not say") == []


def test_a_body_called_by_its_sort_is_not_one_of_another_sort() -> None:
    text = "The Health Ministry said that 29 had died. "
    assert under(f"{text}The ministry did not say where.", "did not say") == ["that 29 had died"]
    assert under(f"{text}The hospital did not say where.", "did not say") == []


def test_a_company_is_whoever_spoke_last_as_one() -> None:
    text = "Tarnvik said that its wells were clean. The company did not say when they were tested."
    assert under(text, "did not say") == ["that its wells were clean"]


def test_who_does_not_name_those_told_of_earlier_leaves_a_gap_there() -> None:
    text = "Tarnvik blamed two buyers who had left. Ana Bo said that steel was dear. She declined to name the buyers."
    assert under(text, "declined to name") == ["two buyers who had left"]


def test_what_nobody_hands_out_is_missing_in_the_claim_that_rests_on_it() -> None:
    text = "The union says that 61 percent of its members fall asleep; it did not make the survey available."
    reading = read(text)
    assert [reading.caveats[n].kind for n in reading.claims[0].caveats] == ["missing-detail"]


def test_it_is_what_the_sentence_before_goes_on_about() -> None:
    text = f"{TAPE}fake; police said that they had questioned a man. The Courier could not confirm any part of it."
    assert under(text, "could not confirm") == ["that a lorry dumped oil in the lake"]


def test_it_is_the_last_claim_where_no_thing_is_told_of() -> None:
    text = "Police said that two had fled. Ana Bo said that the lake was oily. It could not be confirmed."
    assert under(text, "could not") == ["that the lake was oily"]


@pytest.mark.parametrize("who", ["It", "The army"])
def test_footage_that_somebody_puts_out_is_given_for_what_they_have_just_reported(who: str) -> None:
    text = (
        f"The army said that it had taken Hill 9. {who} put out a short video of soldiers. The Wire could not verify "
    )
    assert under(f"{text}the footage.", "could not verify") == ["that it had taken Hill 9"]
    assert under(f"{text}where the footage was filmed.", "could not verify") == ["that it had taken Hill 9"]


@pytest.mark.parametrize(
    "between",
    [
        " Residents put out a short video of soldiers.",
        "\nIt put out a short video of soldiers.",
        " A short video spread.",
    ],
)
def test_footage_is_not_given_for_what_others_say_or_far_before(between: str) -> None:
    text = f"The army said that it had taken Hill 9.{between} The Wire could not verify the footage."
    assert under(text, "could not verify") == []


def test_what_the_paper_could_not_establish_is_no_claim_of_what_it_has_seen() -> None:
    text = (
        "[1 A clerk] <1 said> {1 the server had been off for an hour}. The Post has seen a memo [2 that] <2 mentions> "
        "{2 the interruption}, but <3 could not establish> {3 who ordered it}."
    )
    text = text.replace("[2 that]", "[2 [3 that]]")
    plain, reading = as_marked(text)
    assert [plain[slice(*claim.cue[0])] for claim in reading.claims] == ["said", "mentions"]
    assert [reading.caveats[n].kind for n in reading.claims[0].caveats] == ["missing-detail"]
    assert reading.claims[1].caveats == (0,)


def test_footage_is_what_somebody_says_it_shows() -> None:
    text = "The army said that a video showed its men on Hill 9. The mayor said that it rained. "
    assert under(f"{text}The footage could not be verified.", "could not") == ["that a video showed its men on Hill 9"]


def test_what_is_called_fake_is_not_what_was_to_be_verified() -> None:
    text = "A video shows guards beating a man, Memo said. The army said that the video was fake. "
    assert under(f"{text}The Wire could not verify the footage.", "could not") == ["A video shows guards beating a man"]


def test_its_authenticity_is_that_of_the_thing_told_of() -> None:
    text = "The leaked memo says that 300 jobs will go. The bank called the memo a draft. "
    assert under(f"{text}The Courier could not verify its authenticity.", "could not") == ["that 300 jobs will go"]


def test_the_figure_is_the_last_one_that_was_given() -> None:
    text = "A clerk said that the offer was worth 4.1 percent. The mayor said that talks went on. "
    assert under(f"{text}Neither Tarnvik nor the union would confirm the figure.", "would confirm") == [
        "that the offer was worth 4.1 percent"
    ]


def test_neither_account_is_what_both_sides_reported_whoever_spoke_for_them() -> None:
    assert under(f"{HILL}Neither account could be confirmed.", "Neither account") == [
        "it had taken Hill 9",
        "that the hill had fallen",
        "that six attacks had been repelled",
    ]


@pytest.mark.parametrize(
    "remark",
    ["The Wire could not verify either account.", "Both claims could not be verified.", "Neither could be confirmed."],
)
def test_both_sides_are_named_in_several_ways(remark: str) -> None:
    assert len(under(f"{HILL}{remark}", remark[:7])) == 3


def test_neither_figure_is_the_one_and_the_other_sides() -> None:
    text = "The union said that 400 had walked out. Tarnvik put the number at 90 and said that trams ran. "
    assert under(f"{text}Neither figure could be verified.", "Neither") == [
        "that 400 had walked out",
        "the number at 90",
    ]


def test_a_claim_that_is_called_somebodys_is_theirs() -> None:
    text = "Ostria said that it had taken Hill 9. Veldia said that the hill had held. "
    assert under(f"{text}Ostria’s claim could not be verified.", "could not") == ["that it had taken Hill 9"]


def test_who_only_judges_a_report_has_not_made_it() -> None:
    text = "Ostria said it had taken Hill 9, while Veldia dismissed the report as a joke. It could not be confirmed."
    assert under(text, "could not") == ["it had taken Hill 9"]


def test_a_document_that_was_seen_is_the_source_it_stands_in() -> None:
    text = "Ana Bo said that it rained. A letter obtained by The Wire says that the dam was full."
    assert under(text, "obtained by") == ["that the dam was full"]


def test_a_document_that_was_seen_is_the_one_told_of_before() -> None:
    text = "Ana Bo said that a memo had warned of floods. A copy of the memorandum was seen by The Wire."
    assert under(text, "was seen by") == ["that a memo had warned of floods"]


def test_who_declines_to_comment_does_so_on_what_was_said_before() -> None:
    text = "A clerk said that the bank was broke. The bank declined to comment, but Ana Bo said that it was safe."
    assert under(text, "declined") == ["that the bank was broke"]


def test_what_somebody_says_of_another_is_no_remark_of_the_reporters() -> None:
    text = "Police said that two had fled. Ana Bo said that the mayor had not answered her letters."
    assert under(text, "had not answered") == []


def test_how_a_claim_was_made_is_a_remark_wherever_the_claim_is_taken_to_end() -> None:
    text = "The candidate portrayed the crowd as drunk without offering proof."
    assert [claim.caveats for claim in read(text).claims] == [(0,)]


def test_which_somebody_denies_is_denied_where_it_was_said() -> None:
    text = "Ana Bo said that the mayor took bribes, which he has denied."
    assert "that the mayor took bribes" in under(text, "denied")[0]


def test_a_rumour_that_is_denied_bears_the_denial() -> None:
    reading = claims.read("The army denies rumours that two had fled.")
    assert [claim.caveats for claim in reading.claims] == [(0,), (0,)]


def test_who_denies_one_thing_and_says_another_has_only_denied_the_one() -> None:
    text = "The bank denied that it was broke, and Ana Bo said that its clients were calm."
    assert under(text, "denied") == ["that it was broke"]


def test_who_says_to_have_no_comment_has_none_on_what_was_said_before() -> None:
    text = "A clerk said that the bank was broke. The bank said that it did not comment on rumours."
    assert under(text, "did not comment")[0] == "that the bank was broke"


def test_nothing_is_asked_about_under_another_heading() -> None:
    text = "Police said that two had fled.\n\nThe harbour\n\nThe lake is deep. The board declined to comment."
    assert under(text, "declined") == []


def test_what_the_reporter_finds_unclear_is_not_what_somebody_said_far_before() -> None:
    text = "Police said that two had fled. The lake is deep. It was not clear whether the dam would hold."
    assert under(text, "not clear") == []
    assert under("Police said that two had fled. It was not clear where.", "not clear") == ["that two had fled"]
