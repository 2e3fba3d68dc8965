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


def test_a_wide_caveat_is_about_every_report_before_it_and_the_same_speakers_later() -> None:
    reading = read(
        "Karsia said it had won.\nVelenia said it was calm.\n"
        "The wire could not verify these and other reports.\nKarsia said it had won again.\nOsby said it was late."
    )
    assert [claim.caveats for claim in reading.claims] == [(0,), (0,), (0,), ()]


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


def test_a_wide_caveat_does_not_reach_the_other_matters_far_on() -> None:
    reading = read(
        "Karsia said it had won.\nThe wire could not verify these and other reports.\n"
        + "Osby said it was late.\n" * 6
        + "Karsia said that taxes were low."
    )
    assert [claim.caveats for claim in reading.claims] == [(0,), *[()] * 7]


def test_words_inside_quotation_marks_are_no_remark_of_the_reporters() -> None:
    assert read("“It gave no details,” Holm said.").caveats == ()
