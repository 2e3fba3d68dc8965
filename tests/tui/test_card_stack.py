"""Where cards stand: every line belongs to one card, and what is revealed is in view."""

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from tui.widgets.panel.card_stack import CardStack

heights = st.integers(3, 40)


@st.composite
def stacks(draw: st.DrawFn) -> CardStack:
    closed = draw(st.lists(st.integers(2, 5), min_size=1, max_size=60))
    count = len(closed)
    opened = draw(st.none() | st.integers(0, count - 1))
    headings = tuple(sorted(draw(st.sets(st.integers(0, count - 1), max_size=6))))
    return CardStack(list(accumulate(closed, initial=0)), opened, draw(heights), draw(st.booleans()), headings)


@given(stacks())
def test_every_line_belongs_to_the_card_that_holds_it(stack: CardStack) -> None:
    by_counting = [
        index for index in range(stack.cards) for _ in range(stack.height_of(index) + (index in stack.headings))
    ]
    assert [stack.at(line) for line in range(stack.height)] == by_counting
    assert stack.at(stack.height) is None
    begins = [by_counting.index(index) + (index in stack.headings) for index in range(stack.cards)]
    assert begins == [stack.top(index) for index in range(stack.cards)]


@given(stacks(), st.data(), st.integers(-50, 50), st.integers(1, 60))
def test_a_revealed_card_is_in_view_or_begins_at_its_top(
    stack: CardStack, data: st.DataObject, offset: int, view: int
) -> None:
    index = data.draw(st.integers(0, stack.cards - 1))
    scrolled = stack.reveal(index, offset, view)
    written = stack.height_of(index) - (index == stack.opened or stack.spaced)
    if written <= view:
        assert stack.in_view(index, scrolled, view)
    else:
        assert scrolled == stack.top(index)


@given(stacks(), st.data(), st.integers(0, 300), st.integers(1, 60))
def test_a_card_in_view_is_left_where_it_is(stack: CardStack, data: st.DataObject, scrolled: int, view: int) -> None:
    index = data.draw(st.integers(0, stack.cards - 1))
    if stack.in_view(index, scrolled, view):
        assert stack.reveal(index, stack.top(index) - scrolled, view) == scrolled
