"""Comparing two texts of an article: which paragraphs changed, which words, and what stands there."""

from collections.abc import Callable
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.anchoring.alignment import Alignment
from store.comparing import Comparison, compare

TEXTS = st.text("ab. \n", max_size=60) | st.lists(st.sampled_from(["one", "two", "six.", "\n"]), max_size=30).map(
    " ".join
)


LEFT, RUN = "The mayor left without comment.", "Ferries will run today."


def shown(comparison: Comparison) -> list[str]:
    marks = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return ["".join(marks[piece.kind].format(piece.text) for piece in p.pieces) for p in comparison.passages]


def without(text: str, away: list[tuple[int, int]], start: int, end: int | None = None) -> list[str]:
    """The lines between two places, without those that were moved and what is empty where they were."""
    end = len(text) if end is None else end
    kept = "".join(char for i, char in enumerate(text) if start <= i < end and not any(a <= i < b for a, b in away))
    return [line for line in kept.split("\n") if line]


@pytest.mark.parametrize(
    ("old", "new", "passages", "words"),
    [
        ("It is so.\nOr not.", "It is so.\nOr not.", [], 0),
        ("He won by ten.\nShe left.", "He won by two.\nShe left.", ["He won by [-ten-]{+two+}."], 1),
        ("He left.\nAll was well.", "He left.\nNothing went on.", ["[-All was well-]{+Nothing went on+}."], 3),
        ("One.\nTwo.", "One.\nNew.\nTwo.", ["{+New.\n+}"], 1),
        ("One.\nTwo.", "One.\nTwo.\nNew.", ["{+\nNew.+}"], 1),
        ("One.\nTwo.", "New.\nOne.\nTwo.", ["{+New.\n+}"], 1),
        ("One.\nTwo.\nSix.", "One.\nSix.", ["[-Two.\n-]"], 1),
        ("One.\nTwo.", "One. Two.", ["One.[-\n-]{+ +}Two."], 0),
        ("a\nb\nc\nd", "x\nb\nc\ny", ["[-a-]{+x+}", "[-d-]{+y+}"], 2),
        (f"{LEFT}\n{RUN}", RUN.replace("today", "now"), [f"[-{LEFT}\n-]", "Ferries will run [-today-]{+now+}."], 6),
        (
            f"{LEFT}\n{RUN}",
            RUN.replace("Ferries", "Boats"),
            [f"[-{LEFT}\n-]", "[-Ferries-]{+Boats+} will run today."],
            6,
        ),
        (f"{RUN}\n{LEFT}", RUN.replace("today.", "now!"), ["Ferries will run [-today.-]{+now!+}", f"[-\n{LEFT}-]"], 6),
        (
            RUN.replace("Ferries", "Boats"),
            f"{LEFT}\n{RUN}",
            [f"{{+{LEFT}\n+}}", "[-Boats-]{+Ferries+} will run today."],
            6,
        ),
    ],
)
def test_each_changed_paragraph_is_a_passage_that_shows_the_changed_words(
    old: str, new: str, passages: list[str], words: int
) -> None:
    compared = compare(old, new)
    assert (shown(compared), compared.words) == (passages, words)


@given(old=TEXTS, new=TEXTS)
def test_the_passages_together_make_of_the_old_text_the_new_one(old: str, new: str) -> None:
    compared = compare(old, new)
    assert bool(compared.passages or compared.moves) == (old != new)
    at_old = at_new = 0
    away = [(move.old, move.new) for move in compared.moves]
    for move in compared.moves:
        assert old[slice(*move.old)] == new[slice(*move.new)]
    for passage in compared.passages:
        assert without(old, [was for was, _ in away], at_old, passage.old[0]) == without(
            new, [became for _, became in away], at_new, passage.new[0]
        )
        assert "".join(p.text for p in passage.pieces if p.kind != "added") == old[slice(*passage.old)]
        assert "".join(p.text for p in passage.pieces if p.kind != "removed") == new[slice(*passage.new)]
        at_old, at_new = passage.old[1], passage.new[1]
    assert without(old, [was for was, _ in away], at_old) == without(new, [became for _, became in away], at_new)


def test_what_stands_beside_a_change_is_told_from_what_was_changed_itself() -> None:
    old = "He won by ten, she said.\nNobody asked."
    compared = compare(old, old.replace("ten", "two"))
    for words, inside, changed in (("won by ten", True, True), ("she said", True, False), ("Nobody", False, False)):
        span = (old.index(words), old.index(words) + len(words))
        assert compared.stands_in_changed([span], "old") == inside
        assert compared.is_changed([span], "old") == changed


def test_words_into_which_something_was_put_are_changed() -> None:
    compared = compare("They will pay.", "They will not pay.")
    assert compared.is_changed([(0, 13)], "old")
    assert not compared.is_changed([(0, 4)], "old")


def test_a_paragraph_beside_a_new_one_is_not_changed() -> None:
    compared = compare("One.\nTwo.", "One.\nNew.\nTwo.")
    assert not compared.stands_in_changed([(0, 4), (5, 9)], "old")


PARAGRAPHS = [
    "The crack was known in March, said Helena Brandt.",
    "Ferries will run again on Monday, the company said.",
    "Short.",
    "Nobody was hurt, according to the police.",
]


def test_a_paragraph_that_stands_elsewhere_word_for_word_is_moved_and_not_changed() -> None:
    old = "\n".join(PARAGRAPHS)
    new = "\n".join([PARAGRAPHS[1], PARAGRAPHS[2], PARAGRAPHS[3].replace("police", "mayor"), PARAGRAPHS[0]])
    compared = compare(old, new)
    assert shown(compared) == ["Nobody was hurt, according to the [-police-]{+mayor+}."]
    (move,) = compared.moves
    assert (old[slice(*move.old)], move.first_old, move.first_new, move.paragraphs) == (PARAGRAPHS[0], 1, 4, 1)
    assert compared.counted == "1 word changed, 1 paragraph moved"
    for side, text in (("old", old), ("new", new)):
        start = text.index("The crack")
        assert not compared.stands_in_changed([(start, start + 29)], side)  # type: ignore[arg-type]
        assert not compared.is_changed([(start, start + 29)], side)  # type: ignore[arg-type]


def test_paragraphs_that_went_together_are_one_move() -> None:
    (move,) = compare("\n".join("abcdefg"), "\n".join("cdefgab")).moves
    assert (move.paragraphs, move.first_old, move.first_new) == (2, 1, 6)


def test_what_went_on_either_side_of_a_moved_paragraph_is_two_passages() -> None:
    old = "\n".join(["Gone one.", PARAGRAPHS[0], "Gone two.", PARAGRAPHS[1], PARAGRAPHS[3]])
    compared = compare(old, "\n".join([PARAGRAPHS[1], PARAGRAPHS[3], PARAGRAPHS[0]]))
    assert shown(compared) == ["[-Gone one.\n-]", "[-Gone two.\n-]"]
    assert [old[slice(*passage.old)] for passage in compared.passages] == ["Gone one.\n", "Gone two.\n"]


def test_a_paragraph_that_was_moved_and_changed_is_changed() -> None:
    compared = compare("\n".join(PARAGRAPHS[:2]), "\n".join([PARAGRAPHS[1], PARAGRAPHS[0].replace("March", "May")]))
    assert not compared.moves


def test_moves_in_a_long_text_take_little_longer_than_aligning_it_twice() -> None:
    lines = [f"Paragraph {i} says that {i * 7919 % 10007} people came to place {i * 31 % 997}." for i in range(4000)]
    old, new = "\n".join(lines), "\n".join([*lines[2000:], *lines[:2000:-1], *lines[:2000:3]])

    def took(work: Callable[[], object]) -> float:
        start = process_time()
        work()
        return process_time() - start

    twice = 2 * min(took(lambda: list(Alignment(old, new).changes())) for _ in range(3))
    assert min(took(lambda: compare(old, new)) for _ in range(3)) < 3 * twice


def test_what_was_edited_stays_where_it_is_between_paragraphs_that_changed_places() -> None:
    lede, *_ = PARAGRAPHS
    old = [lede, "We knew about it, said Tom.", "It is a mess, said Anna Meier, who owns a van.", "Ferries will run."]
    new = [lede, old[3], old[2].replace("a mess", "a big mess"), old[1]]
    compared = compare("\n".join(old), "\n".join(new))
    assert shown(compared) == ["It is a {+big +}mess, said Anna Meier, who owns a van."]
    assert {move.told for move in compared.moves} == {"paragraph 2, now 4", "paragraph 4, now 2"}
    assert compared.words == 1
