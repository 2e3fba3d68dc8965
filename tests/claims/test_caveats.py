"""The reporter's remarks, and the claims that they are about."""

import pytest

from tests.claims.by_rules import read


@pytest.mark.parametrize(
    ("remark", "kind"),
    [
        ("The wire was not able to independently verify this.", "unverified"),
        ("The report could not be confirmed.", "unverified"),
        ("The footage was independently verified.", "verified"),
        ("The ministry did not say where.", "missing-detail"),
        ("It gave no details.", "missing-detail"),
        ("Holm declined to comment.", "no-comment"),
        ("Holm did not immediately respond.", "no-comment"),
    ],
)
def test_a_remark_is_told_by_its_wording(remark: str, kind: str) -> None:
    (caveat,) = read(f"Karsia said it had won. {remark}").caveats
    assert caveat.kind == kind


def test_a_caveat_is_its_own_clause_and_no_more() -> None:
    text = "Karsia said it had won, although it gave no details and the wire was not able to verify the report."
    assert [text[slice(*caveat.span)] for caveat in read(text).caveats] == [
        "it gave no details",
        "the wire was not able to verify the report",
    ]


def test_a_caveat_is_about_its_sentence_or_else_about_the_claim_before() -> None:
    reading = read("Velenia said it was calm.\nKarsia said it had won.\nThe ministry did not say where.")
    assert [claim.caveats for claim in reading.claims] == [(), (0,)]


@pytest.mark.parametrize(
    "remark",
    [
        "The wire could not verify these and other reports.",
        "The wire could not verify the claims.",
        "The claims made by either side could not be verified.",
        "Either side’s claims could not be verified.",
        "None of the battlefield reports could be verified.",
        "The wire could not verify any of these.",
    ],
)
def test_a_wide_caveat_is_about_every_report_before_it_of_all_sides_alike(remark: str) -> None:
    reading = read(
        f"Karsia said it had won.\nVelenia said it was calm.\n{remark}\n"
        "Karsia said it had won again.\nVelenia said it was late."
    )
    assert [claim.caveats for claim in reading.claims] == [(0,), (0,), (), ()]


@pytest.mark.parametrize(
    "remark",
    [
        "although the wire was not able to independently verify this and other battlefield reports.",
        "but the wire could not verify the report or other claims.",
    ],
)
def test_this_and_other_reports_are_for_certain_the_one_at_hand_alone(remark: str) -> None:
    reading = read(
        f"Karsia said it had won.\nVelenia said it was calm.\nKarsia said it had taken a hill, {remark}\n"
        "Karsia said it had won again.\nVelenia said it was late."
    )
    assert [claim.caveats for claim in reading.claims] == [(), (), (0,), (), ()]


def test_this_and_other_reports_are_those_of_the_paragraph_whoever_made_them() -> None:
    reading = read(
        "Karsia said it had won.\nKarsia said it had taken a hill. Velenia said the hill had held. "
        "The wire could not verify this and other reports."
    )
    assert [claim.caveats for claim in reading.claims] == [(), (0,), (0,)]


def test_one_sides_claims_are_not_the_others() -> None:
    reading = read(
        "Velenia said it was calm. Karsia said it had won. The claims made by Velenia could not be verified."
    )
    assert [claim.caveats for claim in reading.claims] == [(0,), ()]


@pytest.mark.parametrize(
    "other",
    [
        "Velenia announced more spending on tanks.",
        "Velenia calls the invasion a “special operation”.",
        "Velenia warned of further attacks.",
        "Velenia wants the war to end.",
    ],
)
def test_a_wide_caveat_is_about_no_measure_name_warning_or_wish(other: str) -> None:
    reading = read(f"Karsia said it had won.\n{other}\nThe wire could not verify these and other reports.")
    assert [claim.caveats for claim in reading.claims] == [(0,), ()]


def test_a_wide_caveat_is_about_what_is_announced_to_have_happened() -> None:
    reading = read("Karsia announced that it had won.\nThe wire could not verify these and other reports.")
    assert [claim.caveats for claim in reading.claims] == [(0,)]


def test_words_inside_quotation_marks_are_no_remark_of_the_reporters() -> None:
    assert read("“It gave no details,” Holm said.").caveats == ()
