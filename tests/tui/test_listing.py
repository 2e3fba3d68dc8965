"""Which cards there are, and in what order: every item that is let through once, and steps that follow the cards."""

from hypothesis import given
from hypothesis import strategies as st

from claims.model import Claim
from store.annotations import PROGRESS, Annotation, Selector
from store.items import Item
from tui.widgets.panel.listing import ORDERS, Arrangement, Listing, listing

NAMES = (None, "Ada Bo", "ada bo", "Cy Do", "Ed Fu")


@st.composite
def items(draw: st.DrawFn) -> tuple[Item, ...]:
    made: list[Item] = []
    for number in range(draw(st.integers(0, 12))):
        span, name = (number * 10, number * 10 + 5), draw(st.sampled_from(NAMES))
        selector = Selector(draw(st.sampled_from(("content", "passage"))), *span, "words")
        kind = "claim" if selector.role == "content" else "passage"
        progress, decision = draw(st.sampled_from(PROGRESS)), draw(st.sampled_from((None, "accepted", "rejected")))
        annotated = Annotation(
            uid=str(number),
            article=1,
            kind=kind,
            selectors=(selector,),
            progress=progress,
            decision=decision,
            speaker=name,
        )
        claim = Claim(content=(span,), speaker=name)
        if kind == "passage":
            made.append(Item(None, None, annotated))
        else:
            made.append(Item(number, claim, annotated if draw(st.booleans()) else None))
    return tuple(made)


arrangements = st.builds(Arrangement, st.sampled_from(ORDERS), st.booleans())


@given(items(), arrangements, st.data())
def test_every_item_that_is_let_through_has_one_card_and_is_where_it_says(
    some: tuple[Item, ...], arrangement: Arrangement, data: st.DataObject
) -> None:
    let = data.draw(st.none() | st.sets(st.integers(0, max(0, len(some) - 1))).map(sorted)) if some else None
    made = listing(some, arrangement, let)
    assert sorted(made.shown) == (list(range(len(some))) if let is None else let)
    assert [made.position(index) for index in made.shown] == list(range(len(made.shown)))
    assert all(made.position(index) is None for index in range(len(some)) if index not in made.shown)


@given(items(), arrangements)
def test_steps_from_a_card_lead_through_all_after_it_and_back_through_all_before(
    some: tuple[Item, ...], arrangement: Arrangement
) -> None:
    made = listing(some, arrangement)
    for position, index in enumerate(made.shown):
        assert list(made.after(index, 1)) == list(made.shown[position + 1 :])
        assert list(made.after(index, -1)) == list(reversed(made.shown[:position]))


def test_from_an_item_that_is_not_shown_steps_lead_to_those_around_it_in_the_text() -> None:
    made = listing(_claims("a", "b", "c", "d", "e"), Arrangement(), [0, 3, 4])
    assert list(made.after(2, 1)) == [3, 4]
    assert list(made.after(2, -1)) == [0]


@given(items(), st.sampled_from(ORDERS))
def test_grouped_each_speaker_stands_once_over_all_of_theirs_whatever_the_case(
    some: tuple[Item, ...], order: str
) -> None:
    made = listing(some, Arrangement(next(one for one in ORDERS if one == order), grouped=True))
    begins = sorted(made.headings)
    assert begins[:1] == ([0] if some else [])
    assert bool(begins) == bool(some)
    if not some:
        return
    groups = [made.shown[start:end] for start, end in zip(begins, [*begins[1:], len(made.shown)], strict=True)]
    names = [{(some[i].speaker or "").casefold() if some[i].is_claim else "passage" for i in group} for group in groups]
    assert all(len(one) == 1 for one in names)
    assert len({next(iter(one)) for one in names}) == len(names)
    assert all(made.headings[start].endswith(f" · {len(group)}") for start, group in zip(begins, groups, strict=True))


def test_by_speaker_names_come_by_the_alphabet_and_then_what_has_none() -> None:
    made = listing(_claims("Cy Do", None, "Ada Bo", "cy do"), Arrangement("speaker"))
    assert list(made.shown) == [2, 0, 3, 1]


def test_by_progress_what_waits_for_the_reader_comes_first_and_what_was_rejected_last() -> None:
    claims = _claims("a", "b", "c", "d")
    verdicts = ({"decision": "rejected"}, {"progress": "checked"}, {"progress": "to verify"}, {})
    some = tuple(
        Item(claim.number, claim.claim, _annotation(claim, **verdict) if verdict else None)
        for claim, verdict in zip(claims, verdicts, strict=True)
    )
    assert list(listing(some, Arrangement("progress")).shown) == [3, 2, 1, 0]


def test_an_arrangement_comes_back_as_it_was_kept_and_nonsense_is_the_usual_one() -> None:
    for order in ORDERS:
        for grouped in (False, True):
            assert Arrangement.of(Arrangement(order, grouped).kept) == Arrangement(order, grouped)
    assert Arrangement.of("\x1b[31m ever so") == Arrangement()
    assert listing(()) == Listing(range(0))


def _claims(*speakers: str | None) -> tuple[Item, ...]:
    return tuple(
        Item(n + 1, Claim(content=((n * 10, n * 10 + 5),), speaker=name), None) for n, name in enumerate(speakers)
    )


def _annotation(item: Item, **fields: object) -> Annotation:
    selector = Selector("content", *item.content[0], "words")
    return Annotation(uid=str(item.number), article=1, kind="claim", selectors=(selector,), **fields)  # type: ignore[arg-type]
