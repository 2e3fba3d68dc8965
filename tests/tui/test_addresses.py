"""Telling an address: all ASCII, nothing left out of sight, and just what would be opened."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.addresses import LONGEST, address_of

# Whatever could end up in an address, what is hostile more often.
HOSTILE = st.sampled_from("@:/\\?#[]%.\u202e\u200b\u2066\x1b\x07\r\n\t аеоｅ。℀\ud800\ufeff")
TARGETS = st.lists(
    st.one_of(st.sampled_from(["https://", "http:", "//", "javascript:", "mailto:", "xn--", "evil.example"]), HOSTILE)
    | st.characters().map(str)
).map("".join)


@given(TARGETS, st.text(max_size=20), st.sampled_from(["", "https://a.example/b/", "nonsense", "https://["]))
def test_every_address_is_told_in_one_line_of_plain_letters(target: str, words: str, base: str) -> None:
    address = address_of(target, words, base)
    assert address.whole.isascii()
    assert address.whole.isprintable()
    assert " " not in address.whole
    assert address.in_short.isprintable()


@given(TARGETS)
def test_what_can_be_opened_leads_where_it_is_told_to_and_logs_nobody_in(target: str) -> None:
    address = address_of(target)
    if not address.refused:
        assert len(address.whole) <= LONGEST
        split = urlsplit(address.whole)
        assert split.scheme in ("http", "https", "mailto")
        if split.scheme != "mailto":
            assert split.hostname is not None
            assert split.hostname.strip("[]") == address.host.strip("[]")
            assert split.username is None
            assert "\\" not in address.whole


@given(TARGETS)
def test_an_address_that_was_told_is_told_alike_again(target: str) -> None:
    address = address_of(target)
    if not address.refused:
        assert address_of(address.whole).whole == address.whole


@pytest.mark.parametrize(
    ("target", "whole", "host"),
    [
        ("https://bank.example@evil.example/in", "https://evil.example/in", "evil.example"),
        ("https://bank.example:x@evil.example:8080", "https://evil.example:8080", "evil.example"),
        ("https://evil.example\\@bank.example", "https://evil.example/@bank.example", "evil.example"),
        ("https://аpple.com/ü", "https://xn--pple-43d.com/%C3%BC", "xn--pple-43d.com"),
        ("https://straße.example", "https://xn--strae-oqa.example", "xn--strae-oqa.example"),
        ("HTTPS://ｅvil。example", "https://evil.example", "evil.example"),
        ("https://e%76il.example/%41", "https://evil.example/%41", "evil.example"),
        ("//a.example/x", "https://a.example/x", "a.example"),
        ("http://[::1]:80/x?y=z#w", "http://[::1]:80/x?y=z#w", "[::1]"),
        ("mailto:a@b.example?subject=hi there", "mailto:a@b.example?subject=hi%20there", ""),
        ("https://a.example/\x1b]0;x\x07\u202e", "https://a.example/%E2%90%9B]0;x%E2%90%87%EF%BF%BD", "a.example"),
    ],
)
def test_it_is_told_as_it_would_be_opened(target: str, whole: str, host: str) -> None:
    address = address_of(target)
    assert (address.whole, address.host, address.refused) == (whole, host, "")


@pytest.mark.parametrize(
    ("target", "why"),
    [
        ("javascript:alert(1)", "javascript: is neither"),
        ("JavaScript:alert(1)", "javascript: is neither"),
        ("file:///etc/passwd", "file: is neither"),
        ("data:text/html,<script>", "data: is neither"),
        ("tel:+49123", "tel: is neither"),
        ("https:evil.example", "names no place"),
        ("https://", "names no place"),
        ("https://a℀b.example", "names no place"),
        ("https://a b.example", "names no place"),
        ("https://\u202eevil.example", "names no place"),
        ("https://[bad", "names no place"),
        ("https://" + "a" * 64 + ".example", "names no place"),
        ("https://a.example/" + "x" * 100_000, "longer than 2,000"),
        ("mailto:a@b.example?attach=/etc/passwd", "attach a file"),
        ("mailto:a@b.example?x=y&%41ttachment=/etc/passwd", "attach a file"),
        ("/about", "another file"),
        ("#part", "another file"),
        ("", "another file"),
    ],
)
def test_what_is_no_place_on_the_net_is_not_opened_and_said_why(target: str, why: str) -> None:
    assert why in address_of(target).refused


def test_an_address_within_the_page_is_made_whole_where_it_is_known_where_that_came_from() -> None:
    assert address_of("/about", "", "https://a.example/b/c").whole == "https://a.example/about"
    assert address_of("#part", "", "https://a.example/b/c").whole == "https://a.example/b/c#part"
    assert address_of("x", "", "file:///b/c").refused


@pytest.mark.parametrize(
    ("target", "words", "odd"),
    [
        ("https://evil.example", "bank.example", "its words say “bank.example”"),
        ("https://evil.example", "https://bank.example/in", "its words say “bank.example”"),
        ("https://evil.example", "“www.bank.example”", "its words say “www.bank.example”"),
        ("https://bank.example@evil.example", "here", "without “bank.example@”"),
        ("https://www.bank.example", "bank.example", ""),
        ("https://bank.example/a", "https://bank.example/b", ""),
        ("https://evil.example", "The U.S. position", ""),
        ("https://evil.example", "a bank", ""),
        ("https://xn--pple-43d.com", "аpple.com", ""),
    ],
)
def test_what_is_odd_about_it_is_said_before_it(target: str, words: str, odd: str) -> None:
    address = address_of(target, words)
    assert address.odd == odd
    assert address.in_short == (f"{odd} · {address.whole}" if odd else address.whole)


def test_of_a_long_name_the_end_is_told_first_as_that_says_whose_it_is() -> None:
    address = address_of("https://" + "bank.example.login." * 5 + "evil.example/in")
    assert address.in_short.split(" · ")[0].endswith("evil.example")
