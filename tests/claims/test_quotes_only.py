"""Texts in other languages: quotations are marked, and who said them only where a dash or a colon tells."""

from functools import partial

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
    assert found("部长说：“我们赢了。”") == ["[] <> {“我们赢了。”}"]
