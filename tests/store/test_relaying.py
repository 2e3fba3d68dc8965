"""From or through whom a claim is told to be."""

import pytest

from claims.model import Claim, ViaRole
from store.relaying import relayed

PLAIN = Claim(content=((0, 4),))


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("origin", "citing an unnamed officer"),
        ("teller", "as told by an unnamed officer"),
        ("outlet", "via an unnamed officer"),
        (None, "via an unnamed officer"),
    ],
)
def test_whom_a_source_cites_is_told_apart_from_whoever_tells_of_it(role: ViaRole | None, words: str) -> None:
    assert relayed(PLAIN._replace(hand="relayed", via="an unnamed officer", via_role=role)) == words


def test_what_nobody_is_named_for_is_at_second_hand_and_all_else_at_first() -> None:
    assert relayed(PLAIN._replace(hand="relayed")) == "at second hand"
    assert relayed(PLAIN) == ""


def test_a_name_works_no_terminal_and_is_no_longer_than_wanted() -> None:
    words = relayed(PLAIN._replace(hand="relayed", via="an\x1b[31m officer " + "x" * 300, via_role="origin"), 40)
    assert "\x1b" not in words
    assert len(words) <= len("citing ") + 40
