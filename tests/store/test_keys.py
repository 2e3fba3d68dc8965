"""What articles are looked up by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.keys import days, title_key, url_key


@pytest.mark.parametrize(
    "url",
    [
        "https://www.example.org/news/bridge?id=7",
        "http://example.org/news/bridge/?id=7#comments",
        "HTTPS://Example.ORG/news/bridge?utm_source=letter&id=7&UTM_medium=x&fbclid=abc&gclid=1",
        "  example.org/news/bridge?id=7 ",
    ],
)
def test_an_article_is_known_by_its_address_however_one_came_to_it(url: str) -> None:
    assert url_key(url) == "example.org/news/bridge?id=7"


@pytest.mark.parametrize(
    "url", ["", "https://example.org", "https://www.example.org/?utm_source=x", "A report", "http://["]
)
def test_an_address_that_names_no_article_is_none(url: str) -> None:
    assert url_key(url) == ""


@pytest.mark.parametrize(
    ("one", "other"), [("a.org/x", "a.org/X"), ("a.org/x?a=1", "a.org/x?a=2"), ("a.org:80/x", "a.org:81/x")]
)
def test_addresses_of_different_articles_stay_apart(one: str, other: str) -> None:
    assert url_key(one) != url_key(other)


@given(url=st.text())
def test_any_text_may_stand_for_an_address(url: str) -> None:
    assert url_key(url_key(url)) == url_key(url)


def test_titles_are_compared_whatever_their_case() -> None:
    assert title_key(" STRASSE closed ") == title_key("Straße Closed")


@pytest.mark.parametrize(
    ("published", "words"),
    [
        ("2026-03-02", "2026 202603 20260302"),
        ("2026-03-02T10:00:00Z", "2026 202603 20260302"),
        ("2026-03", "2026 202603"),
        ("2026", "2026"),
        ("2 March 2026", "2025 202512 20251224"),
        ("20260302", "2025 202512 20251224"),
        ("", "2025 202512 20251224"),
    ],
)
def test_the_days_of_an_article_are_those_of_its_date_or_of_when_it_was_added(published: str, words: str) -> None:
    assert days(published, "2025-12-24T18:00:00.000Z") == words
