"""Blocks that take little memory are still the blocks that they were."""

import tracemalloc

from hypothesis import given
from hypothesis import strategies as st

from store.blocks import Blocks
from store.document import Block, Container, Document, Mark
from store.keeping import structure

KINDS = st.sampled_from(("paragraph", "heading", "code", "row", "rule"))
WITHIN = st.lists(st.builds(Container, kind=st.just("quote"), id=st.integers(1, 3)), max_size=2).map(tuple)


@st.composite
def blocks(draw: st.DrawFn) -> list[Block]:
    made: list[Block] = []
    at = 0
    for _ in range(draw(st.integers(0, 12))):
        end = at + draw(st.integers(0, 9))
        made.append(Block(draw(KINDS), at, end, level=draw(st.integers(0, 2)), info=draw(st.text(max_size=3)),
                          within=draw(WITHIN)))  # fmt: skip
        at = end + 1
    return made


@given(blocks())
def test_they_are_what_was_put_in(made: list[Block]) -> None:
    kept = Blocks(made)
    assert list(kept) == made
    assert [kept[i] for i in range(len(made))] == made
    assert [kept[-1 - i] for i in range(len(made))] == made[::-1]
    assert list(kept[1:-1]) == made[1:-1]
    assert kept == tuple(made) == kept
    assert kept == Blocks(made)
    assert hash(kept) == hash(Blocks(made))
    assert kept != (*made, Block("rule", 500, 500))


@given(blocks(), st.lists(st.tuples(st.sampled_from(("code", "link", "cell")), st.text(max_size=9)), max_size=4))
def test_a_document_is_read_back_as_it_was_kept(made: list[Block], marked: list[tuple[str, str]]) -> None:
    marks = tuple(Mark(kind, 0, 1, target=f'{target}"marks":[') for kind, target in marked)  # type: ignore[arg-type]
    document = Document("a", tuple(made), marks)
    assert structure.load("a", structure.dump(document)) == document


def test_paragraphs_are_given_by_their_lengths() -> None:
    assert Blocks.paragraphs([3, 0, 2]) == (
        Block("paragraph", 0, 3),
        Block("paragraph", 4, 4),
        Block("paragraph", 5, 7),
    )


def test_those_of_a_book_take_no_more_than_a_tenth_of_what_they_would_one_by_one() -> None:
    def taken(make: type[list[Block]] | type[Blocks]) -> int:
        tracemalloc.start()
        kept = make(Block("paragraph", 300 * i, 300 * i + 299) for i in range(10_000))
        taken = tracemalloc.get_traced_memory()[0]
        tracemalloc.stop()
        assert len(kept) == 10_000
        return taken

    assert 10 * taken(Blocks) < taken(list)
