"""How surely speakers are told is what annotated articles show."""

from claims.speakers.likelihood import WEIGHTS
from claims.speakers.shares import SHARES
from claims.training.notation import parse
from claims.training.sureness import answers_in, left_out, ways_in

ARTICLE = """genre: courts
place: Leeds

{s1 Ana Ruiz} {q1 told} Joan Hale {c1 that it was dark}. {s2 She} {q2 said} {c2 it had rained}.

{s3 Ruiz} {q3 said} {c3 no}.

---
1: speech, indirect, Ana Ruiz
2: speech, indirect, Joan Hale
3: speech, indirect, Ana Ruiz
"""


def test_what_the_source_does_not_say_counts_for_the_way_in_which_it_was_told() -> None:
    told = list(answers_in(parse(ARTICLE)))
    assert [right for _, right in told] == [False, True]
    assert told[0][0].startswith("he_or_she")
    assert told[1][0] == "part_of_a_name"


def test_a_way_seldom_gone_is_held_for_nearly_open() -> None:
    assert ways_in([("it", True)])["it"] == 2 / 3
    assert ways_in([("it", True)] * 98)["it"] == 0.99


def test_the_weights_are_as_they_were_once_all_is_measured() -> None:
    before = dict(WEIGHTS)
    assert [[article.name for article in fold] for fold in left_out([parse(ARTICLE)])].count([parse(ARTICLE).name]) == 1
    assert before == WEIGHTS


def test_every_share_is_one() -> None:
    assert all(0 < share < 1 for share in SHARES.values())
