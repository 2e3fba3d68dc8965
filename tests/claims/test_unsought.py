"""In another language than English it is not asserted that nobody is named: nobody looked."""

import pytest

import claims
from claims.anew import Anew
from claims.unsought import UNSOUGHT

HEBREW = (
    'שר הבריאות, יוסי כהן, אמר ביום שני כי "המים בטוחים לשתייה" בכל רחבי העיר, והוסיף דברים רבים על מצב הצינורות.\n'
    "התושבים מחכים עדיין לתשובה מן העירייה ואיש לא יודע מתי היא תבוא.\n"
)
FRENCH = (
    "Le ministre de la santé, a déclaré lundi que « l'eau de la ville est bonne à boire » dans tous les quartiers et "
    "que rien ne devait changer dans les prochains jours, sauf en cas de pluie.\n"
)
ENGLISH = '"we are fine here," Ann Lee said.\n'


@pytest.mark.parametrize("text", [HEBREW, FRENCH, HEBREW + ENGLISH, ENGLISH + HEBREW])
def test_a_quotation_without_a_speaker_is_left_open_and_not_anonymous(text: str) -> None:
    reading = claims.read(text)
    assert reading.engine.startswith("quotations")
    assert reading.claims
    for claim in reading.claims:
        assert claim.speaker is None
        assert not claim.anonymous
        assert not claim.sought
        assert UNSOUGHT in claim.why
        assert "no source is named" not in claim.why
    assert not any(sentence.anonymous for sentence in reading.sentences)


def test_who_is_found_beside_a_quotation_there_is_its_speaker_still() -> None:
    (claim,) = claims.read(HEBREW.replace("אמר ביום שני כי ", "") + '"אנחנו בסדר גמור," אמר דוד כהן.').claims[-1:]
    assert claim.speaker == "דוד כהן"
    assert claim.sought


def test_in_english_where_no_source_is_named_it_is_anonymous() -> None:
    (claim,) = claims.read("It is feared that the worst of the damage lies in the villages.").claims
    assert claim.anonymous
    assert claim.sought


def test_a_claim_that_a_reader_marks_there_without_a_source_is_open_too() -> None:
    reading = claims.read(HEBREW)
    span = HEBREW.index("התושבים"), HEBREW.index(" ואיש")
    marked = Anew(HEBREW, reading).claim((span,), (), (), found=None, speaker=None)
    assert not marked.sought
    assert not marked.anonymous
    named = Anew(HEBREW, reading).claim((span,), (), (), found=None, speaker="יוסי כהן")
    assert named.sought
