"""What reads like telling, and nobody has told."""

import pytest

from tests.claims.as_marked import as_marked


@pytest.mark.parametrize(
    "text",
    [
        "‘What [the newspapers] <say> {about it is not evidence}.’",
        "What [he] <said> {was wrong}.",
        "“I’d want more before [I] <told> {a mayor to change her lamps}.”",
        "He will resign if [she] <says> {that it was his doing}.",
        "“[My colleague] <told> them, {and she is now selling tickets}.”",
        "{1 We do not object. [2 We] <2 object> {2 to being asked on a Friday}.} <1 —> [1 Grant Pomare]",
    ],
)
def test_what_nobody_said_is_no_claim(text: str) -> None:
    assert len(as_marked(text)[1].claims) == ("{1" in text)


@pytest.mark.parametrize(
    "text",
    [
        "The label has what [the firm] <calls> {a rest}.",
        "He left in what [she] <said> {was the only car}.",
        "She waited before [she] <told> {the police that he had gone}.",
        "“[She] <told> them {that it was late}, and left.”",
        "Asked if it was late, [she] <said> {it was}.",
        "“[I] <told> {him to go}.”",
        "{1 I was late. [2 I] <2 told> {2 him to go}.} <1 –> [1 Grant Pomare]",
    ],
)
def test_what_somebody_said_is_one(text: str) -> None:
    assert len(as_marked(text)[1].claims) == 1 + ("{1" in text)
