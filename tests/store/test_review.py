"""What is on display: made again after each change as it would be made from nothing, for next to nothing."""

from collections.abc import Callable
from dataclasses import replace
from statistics import median
from time import thread_time

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.model import Claim, Reading, Span
from store.annotations import Annotation, Selector
from store.review import Item, Review, merge

SPANS = st.builds(lambda start, length: (start, start + length), st.integers(0, 80), st.integers(1, 20))
SOME = st.one_of(st.just(()), SPANS.map(lambda span: (span,)))
CLAIMS = st.builds(
    Claim,
    content=SPANS.map(lambda span: (span,)),
    source=SOME,
    cue=SOME,
    act=st.sampled_from(["speech", "speech", "attitude"]),
)


def placed(*places: tuple[str, Span]) -> tuple[Selector, ...]:
    return tuple(Selector(of, start, end, "x" * (end - start)) for of, (start, end) in places)  # type: ignore[arg-type]


def annotation(uid: str, kind: str, spans: list[Span], source: list[Span], **fields: object) -> Annotation:
    role = "content" if kind == "claim" else "passage"
    places = [(role, span) for span in spans] + [("source", span) for span in source if kind == "claim"]
    return Annotation(uid=uid, article=1, kind=kind, selectors=placed(*places), **fields)  # type: ignore[arg-type]


ANNOTATIONS = st.builds(
    annotation,
    st.sampled_from("abcdef"),
    st.sampled_from(["claim", "claim", "passage"]),
    st.lists(SPANS, min_size=1, max_size=2, unique=True),
    st.lists(SPANS, max_size=1),
    by_hand=st.booleans(),
    amended=st.booleans(),
    original=st.lists(st.tuples(st.sampled_from(["content", "content", "source"]), SPANS), max_size=2).map(
        lambda places: placed(*places)
    ),
    decision=st.sampled_from([None, "accepted", "rejected"]),
    rev=st.integers(0, 2),
)
STATES = st.lists(ANNOTATIONS, max_size=6, unique_by=lambda one: one.uid)


def identity(items: tuple[Item, ...]) -> list[tuple[object, ...]]:
    return [(one.number, one.claim, one.annotation, one.annotation and one.annotation.rev) for one in items]


@settings(deadline=None)
@given(claims=st.lists(CLAIMS, max_size=6), states=st.lists(STATES, max_size=6), attitudes=st.booleans())
def test_any_sequence_of_changes_gives_what_merge_gives(
    claims: list[Claim], states: list[list[Annotation]], attitudes: bool
) -> None:
    reading = Reading("fixed", tuple(claims))
    review = Review(reading, attitudes=attitudes)
    for state in states:
        before = review.items
        changed = review.changed(state)
        assert identity(review.items) == identity(merge(reading, state, attitudes=attitudes))
        assert review.claims == sum(one.is_claim for one in review.items)
        assert review.unreviewed == sum(one.unreviewed for one in review.items)
        if changed is not None:
            same = [i for i, (old, new) in enumerate(zip(before, review.items, strict=True)) if old is new]
            assert set(same) == set(range(len(before))) - changed
        for index, item in enumerate(review.items):
            assert review.find(item) == item
            if item.annotation is not None:
                assert review.index_of(item.annotation.uid) == index


def test_what_was_on_a_claim_and_is_a_passage_by_now_leaves_nothing_behind_where_it_was() -> None:
    claim = Claim(content=((0, 1),))
    review, a = Review(Reading("fixed", (claim,))), annotation("a", "claim", [(0, 1)], [])
    passage = annotation("b", "passage", [(0, 1)], [], original=placed(("content", (0, 1))))
    for state in ([a, annotation("b", "claim", [(0, 1)], [])], [a, passage], [], [a]):
        review.changed(state)
    assert [item.annotation for item in review.items] == [a]


@given(state=STATES, claims=st.lists(CLAIMS, max_size=6), random=st.randoms(use_true_random=False))
def test_the_order_in_which_annotations_come_makes_no_difference(
    state: list[Annotation], claims: list[Claim], random: object
) -> None:
    shuffled = list(state)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    reading = Reading("fixed", tuple(claims))
    assert merge(reading, state) == merge(reading, shuffled)


def many(count: int) -> Reading:
    """A reading of claims that stand one after the other."""
    spans = ((at, at + 60) for at in range(0, count * 100, 100))
    return Reading("fixed", tuple(Claim(content=((s + 20, e),), source=((s, s + 10),)) for s, e in spans))


def on_claim(number: int) -> Annotation:
    at = number * 100
    return annotation(f"u{number}", "claim", [(at + 20, at + 60)], [(at, at + 10)], decision="accepted")


def cost(count: int, change: Callable[[int], Annotation]) -> float:
    """Seconds of CPU that one change among so many claims takes."""
    review, state, taken = Review(many(count)), [on_claim(0)], []
    review.changed(state)
    for number in range(1, 90, 3):
        state = [*state, change(number)]
        begun = thread_time()
        review.changed(state)
        taken.append(thread_time() - begun)
    return median(taken)


def test_a_decision_among_ten_thousand_claims_costs_little_more_than_among_a_hundred() -> None:
    begun = thread_time()
    merge(many(10_000), [])
    anew = thread_time() - begun
    decided = cost(10_000, on_claim)
    assert decided < 3 * cost(100, on_claim) + anew / 100
    assert decided < anew / 50


def test_a_highlight_among_ten_thousand_claims_is_put_between_them() -> None:
    def highlight(number: int) -> Annotation:
        return annotation(f"p{number}", "passage", [(number * 100 + 5, number * 100 + 15)], [])

    begun = thread_time()
    merge(many(10_000), [])
    anew = thread_time() - begun
    assert cost(10_000, highlight) < anew / 2


def test_a_claim_that_was_joined_to_another_leaves_no_half_behind() -> None:
    first, second = (Claim(content=((at, at + 10),), source=((at + 12, at + 15),)) for at in (0, 20))
    reading = Reading("fixed", (first, second))
    joined = annotation("j", "claim", [(0, 10), (20, 30)], [(12, 15), (32, 35)], amended=True)
    assert [item.annotation for item in merge(reading, [joined])] == [joined]
    # A decision alone never takes a claim away: it would renumber those that follow.
    assert len(merge(reading, [replace(joined, amended=False)])) == 2
    elsewhere = annotation("j", "claim", [(0, 10), (20, 30)], [(12, 15)], amended=True)
    assert len(merge(reading, [elsewhere])) == 2


def test_a_claim_whose_words_were_changed_is_that_claim_still_wherever_they_stand_now() -> None:
    claim = Claim(content=((20, 30),), source=((0, 5),), cue=((6, 9),))
    other = Claim(content=((60, 70),))
    original = placed(("content", (20, 30)), ("source", (0, 5)), ("cue", (6, 9)))
    moved = annotation("m", "claim", [(40, 50)], [(0, 5)], amended=True, original=original)
    items = merge(Reading("fixed", (claim, other)), [moved])
    assert [(item.claim, item.annotation) for item in items] == [(claim, moved), (other, None)]
    # Read anew, the claim may be found on the very words that its reader gave it.
    found = claim._replace(content=((40, 50),))
    assert [item.claim for item in merge(Reading("anew", (found, other)), [moved])] == [found, other]
    assert [item.claim for item in merge(Reading("anew", (other,)), [moved])] == [None, other]


def test_two_claims_joined_and_given_other_words_leave_none_of_the_two_behind() -> None:
    one, two = (Claim(content=((at, at + 10),)) for at in (0, 20))
    original = placed(("content", (0, 10)), ("content", (20, 30)))
    moved = annotation("m", "claim", [(40, 50)], [], amended=True, original=original)
    assert [item.annotation for item in merge(Reading("fixed", (one, two)), [moved])] == [moved]


def test_an_item_knows_where_it_begins_and_ends() -> None:
    claim = Claim(content=((5, 9),), source=((1, 3),), cue=((11, 14),))
    assert Item(1, claim, None).span == (1, 14)
    assert Item(1, claim, annotation("u", "claim", [(6, 9), (20, 22)], [])).span == (6, 22)
