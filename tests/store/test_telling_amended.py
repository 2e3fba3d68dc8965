"""What was amended, told by its words."""

from dataclasses import replace

import pytest

from store.annotations import Annotation, Role, Selector
from store.telling_amended import told

CLAIM = Annotation(uid="1", article=1, kind="claim", selectors=())


def claim(**words: str) -> Annotation:
    """A claim with ``words`` by their roles."""
    roles: dict[str, Role] = {"content": "content", "source": "source", "cue": "cue"}
    made = tuple(Selector(roles[role], 0, len(exact), exact, "", "") for role, exact in words.items())
    return replace(CLAIM, selectors=made)


BEFORE = claim(content="that it had rejected the plan for the new harbour", source="She", cue="said")


@pytest.mark.parametrize(
    ("after", "line"),
    [
        ({"source": "Ana Bo"}, "Speaker of claim 1,003: “She” → “Ana Bo”"),
        ({"cue": ""}, "Cue of claim 1,003: “said” → none"),
        (
            {"content": "that it had rejected the plan for the harbour", "source": "He"},
            "Words of claim 1,003: “…for the new harbour” → “…for the harbour”; speaker: “She” → “He”",
        ),
        ({}, ""),
    ],
)
def test_only_what_is_otherwise_is_told_and_of_long_words_where_they_part(after: dict[str, str], line: str) -> None:
    words = {one.role: one.exact for one in BEFORE.selectors} | after
    amended = claim(**{role: exact for role, exact in words.items() if exact})
    assert told(BEFORE, amended, 1003) == line


def test_of_a_passage_no_number_is_told() -> None:
    before, after = (
        Annotation(uid="1", article=1, kind="passage", selectors=(Selector("passage", 0, 3, words, "", ""),))
        for words in ("one", "two")
    )
    assert told(before, after) == "Words: “one” → “two”"
