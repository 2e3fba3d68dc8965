"""Paragraphs are numbered in one way, wherever their numbers are told."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from store.blocks import Blocks
from store.document import Block, Container
from store.importing.markdown import parse_markdown
from store.numbering import Numbers

ARTICLE = """\
# Title

First.

- Item

  Goes on.

> Quoted.

| a | b |
|---|---|
| 1 | 2 |

    code

---

Last.[^1]

[^1]: A note.
"""


def test_paragraphs_items_and_quotations_have_numbers_and_nothing_else_has() -> None:
    document = parse_markdown(ARTICLE)
    numbers = Numbers(document.blocks)
    told = [
        (number, document.text[block.start : block.end])
        for index, block in enumerate(document.blocks)
        if (number := numbers.of(index)) is not None
    ]
    assert [(number, words.split("[")[0]) for number, words in told] == [
        (1, "First."),
        (2, "Item"),
        (3, "Goes on."),
        (4, "Quoted."),
        (5, "Last."),
    ]
    assert numbers.total == 5


def test_a_place_is_in_the_paragraph_that_holds_it_or_that_came_last() -> None:
    document = parse_markdown(ARTICLE)
    numbers = Numbers(document.blocks)
    places = {word: numbers.at(document.text.index(word)) for word in ("Title", "irst", "on.", "code", "ast", "note")}
    assert places == {"Title": 0, "irst": 1, "on.": 3, "code": 4, "ast": 5, "note": 5}


KINDS = st.sampled_from(["paragraph", "heading", "rule", "code", "row"])
FOOTNOTE = Container("footnote", 1, label="1")


@given(st.lists(st.tuples(KINDS, st.integers(0, 5), st.booleans())), st.booleans())
def test_numbers_run_without_a_gap_and_each_place_has_that_of_its_block(
    shapes: list[tuple[str, int, bool]], packed: bool
) -> None:
    blocks, at = [], 0
    for kind, length, in_note in shapes:
        blocks.append(Block(kind, at, at + length, within=(FOOTNOTE,) if in_note else ()))  # type: ignore[arg-type]
        at += length + 1
    numbers = Numbers(Blocks(blocks) if packed else blocks)
    told = [numbers.of(index) for index in range(len(blocks))]
    held = [number for number in told if number is not None]
    assert held == list(range(1, numbers.total + 1))
    seen = 0
    for number, (block, following) in zip(told, pairwise([*blocks, Block("rule", at, at)]), strict=True):
        seen = number or seen
        assert {numbers.at(offset) for offset in range(block.start, following.start)} == {seen}


@given(st.lists(st.sampled_from(["paragraph", "heading", "code"]), max_size=30))
def test_a_number_leads_back_to_its_block(kinds: list[str]) -> None:
    blocks = [Block(kind, at * 2, at * 2 + 1) for at, kind in enumerate(kinds)]  # type: ignore[arg-type]
    numbers = Numbers(blocks)
    numbered = [at for at in range(len(blocks)) if numbers.of(at) is not None]
    assert [numbers.block(number) for number in range(1, numbers.total + 1)] == numbered
    assert (numbers.block(0), numbers.block(numbers.total + 1)) == (None, None)
