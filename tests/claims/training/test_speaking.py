"""How often the speaker is right where the spans are given."""

from claims.training.notation import parse
from claims.training.speaking import Answer, answers_for

ARTICLE = parse(
    """genre: police

{s1 Superintendent Ida Holm} {q1 said} {c1 the road was shut}. {c2 “It was ice,”} {s2 she} {q2 said}. {c3 “And snow.”}

{s4 The superintendent} {q4 said} {c4 it would open}. {s5 A driver} {q5 said} {c5 it had}.

---
1: speech, indirect, Ida Holm
2: speech, direct, Ida Holm
3: speech, direct, Ida Holm
4: speech, indirect, Ida Holm
5: speech, indirect, the driver
"""
)


def test_each_annotated_claim_is_answered_by_the_kind_of_its_source() -> None:
    answers = list(answers_for(ARTICLE))
    assert [one.kind for one in answers] == ["name", "pronoun", "none", "role", "other"]
    assert all(one.right for one in answers)


def test_a_speaker_is_right_whatever_its_capitals_and_article() -> None:
    def right(wanted: str | None, found: str | None) -> bool:
        return Answer("a", 1, "it", "pronoun", wanted, found).right

    assert right("The Board", "board")
    assert right(None, None)
    assert not right("the board", None)
    assert not right("the board", "health board")
