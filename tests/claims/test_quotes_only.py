"""Texts in other languages: quotations are marked, and who said them only where a dash or a colon tells."""

from functools import partial

import pytest

import claims
from claims.quotes_only import QuotationFinder
from tests.claims.notation import written_all

read = partial(claims.read, finder=QuotationFinder())


def found(text: str) -> list[str]:
    return written_all(text, read(text).claims)


def test_a_quotation_of_three_words_and_more_is_content_without_source_and_cue() -> None:
    assert found("„Wir sind sehr müde“, sagte er. »Das ist gut«, so Merkel.") == [
        "[] <> {„Wir sind sehr müde“}",
        "[] <> {»Das ist gut«}",
    ]


def test_a_shorter_one_is_a_title_or_a_label() -> None:
    assert found("Er nannte es „das Chaos“.") == []


def test_a_colon_after_a_name_says_who_speaks() -> None:
    assert found("Macron: «Nous sommes en guerre.»") == ["[Macron] <:> {«Nous sommes en guerre.»}"]


def test_so_does_a_dash_before_one() -> None:
    assert found("“Das geht nicht mehr” – Anna Ek.") == ["[Anna Ek] <–> {“Das geht nicht mehr”}"]


def test_words_of_scripts_without_spaces_count_too() -> None:
    assert found("“我们赢了。”") == ["[] <> {“我们赢了。”}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("部长说：“我们赢了。”", "[部长] <说> {“我们赢了。”}"),
        ("外交部发言人毛宁表示:“反对。”", "[外交部发言人毛宁] <表示> {“反对。”}"),
        ("“反对,”毛宁说。", "[毛宁] <说> {“反对,”}"),
        ("王毅指出「我們反對」。", "[王毅] <指出> {「我們反對」}"),
        ("״המצב קשה,״ אמר דוד כהן ביום שני.", "[דוד כהן] <אמר> {״המצב קשה,״}"),
        ('דוד כהן אמר: "אין ברירה".', '[דוד כהן] <אמר> {"אין ברירה"}'),
    ],
)
def test_a_verb_of_saying_in_chinese_and_hebrew_tells_who_is_named_beside_it(text: str, expected: str) -> None:
    assert found(text) == [expected]


def test_a_pronoun_there_is_nobody_and_an_acronym_no_quotation() -> None:
    (claim,) = read("她说：“这不对。”").claims
    assert claim.speaker is None
    assert found("צה״ל הודיע כי אין נפגעים.") == []


def test_nobody_goes_on_in_another_script() -> None:
    (claim,) = read("The minister, Dana Levi, was there.\n\n“我们反对这个。”").claims
    assert claim.speaker is None
    (claim,) = read("The minister, Dana Levi, was there.\n\n“Wir sind sehr müde.”").claims
    assert claim.speaker == "Dana Levi"
