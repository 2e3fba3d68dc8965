"""Contents that say nothing by themselves."""

import pytest

from claims.attributions import Attribution
from claims.empty_contents import is_empty


def said(cue: str, content: str) -> bool:
    text = f"{cue} {content}"
    spans = ((len(cue) + 1, len(text)),)
    return is_empty(text, Attribution(content=spans, cue=((0, len(cue)),), evidence="", confidence=1))


@pytest.mark.parametrize(
    "content", ["it", "that", "this too", "so himself", "the same on Monday", "what", "that is what"]
)
def test_what_only_points_to_something_said_elsewhere_is_empty(content: str) -> None:
    assert said("said", content)


@pytest.mark.parametrize("content", ["about it", "about it what they like", "nothing to us", "of him"])
def test_what_only_tells_that_something_was_said_is_empty(content: str) -> None:
    assert said("said", content)


@pytest.mark.parametrize("content", ["it was late", "that he would go", "42", "yes", "“That”", "this: the dam is safe"])
def test_a_word_of_substance_a_figure_or_the_very_words_are_not_empty(content: str) -> None:
    assert not said("said", content)


@pytest.mark.parametrize("cue", ["denied", "confirmed", "does not accept", "doubts"])
def test_who_denies_or_confirms_it_has_told_something(cue: str) -> None:
    assert not said(cue, "it")


def test_so_stands_for_something_else_after_any_verb() -> None:
    assert said("believes", "so")


@pytest.mark.parametrize("content", ["“…”", "—", "\u200d"])
def test_what_has_no_word_is_empty_whatever_the_cue(content: str) -> None:
    assert said("denied", content)
