"""The filter of an article's claims: by words, by names, by what each is and has."""

from time import thread_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Caveat, Claim, Hedge, Quantity, Reading
from store.anchors import selector
from store.annotations import Annotation, Evidence
from store.items import Item
from store.matching_items import _MARKS, Haystacks, matching
from store.review import merge
from store.searching.query import IN_CLAIMS, IN_LIBRARY, Query, Term, parse

TEXT = "Åsa Mörk said the Ferry was late. A clerk denied it. Nobody knows why. It will cost nine million."
LATE, DENIED, COST = (14, 32), (34, 51), (71, 97)
CLAIMS = (
    Claim(content=(LATE,), source=((0, 8),), cue=((9, 13),), speaker="Åsa Mörk", quote="direct", nested=True),
    Claim(
        content=(DENIED,),
        source_kind="anonymous",
        act="speech",
        quote="mixed",
        caveats=(0,),
        hedges=(Hedge((34, 36), "source"),),
    ),
    Claim(content=(COST,), quantities=(Quantity((84, 96), "money"),), tone="denial"),
)
CAVEATS = (Caveat("missing-detail", (52, 70)),)
READING = Reading("fixed", CLAIMS, CAVEATS)


def annotation(uid: str, span: tuple[int, int], **fields: object) -> Annotation:
    kind = fields.pop("kind", "claim")
    role = "content" if kind == "claim" else "passage"
    places = (selector(TEXT, *span, role=role),)  # type: ignore[arg-type]
    return Annotation(uid=uid, article=1, kind=kind, selectors=places, **fields)  # type: ignore[arg-type]


ITEMS = merge(
    READING,
    [
        annotation(
            "a",
            LATE,
            decision="accepted",
            note="Ask the Harbour",
            tags=("ferry", "résumé"),
            amended=True,
            speaker="Åsa Mörk",
        ),
        annotation(
            "b",
            COST,
            progress="to verify",
            finding="false",
            was="seven million",
            evidence=(Evidence("https://example.org/cost"),),
        ),
        annotation("p", (52, 70), kind="passage", meaning=2),
    ],
)


def found(text: str, *, typing: bool = False) -> list[str]:
    """Which of late, denied, passage, cost are let through."""
    names = ("late", "denied", "passage", "cost")
    return [names[i] for i in matching(parse(text, IN_CLAIMS, typing=typing), ITEMS, Haystacks(TEXT), CAVEATS)]


def test_claims_that_leave_open_who_says_them_are_found_by_that_word_and_by_its_mark() -> None:
    items = [Item(1, Claim(((8, 10),), source=((0, 2),)), None), Item(2, CLAIMS[0], None)]
    for text in ("is:open", "speaker:open", "SPEAKER:Open"):
        assert matching(parse(text, IN_CLAIMS), items, Haystacks(TEXT)) == [0]
    assert matching(parse("speaker:ope", IN_CLAIMS), items, Haystacks(TEXT)) == []


def test_a_whole_name_finds_that_speaker_alone_and_a_part_of_it_all_whose_name_has_it() -> None:
    speakers = ("Karsia", "Karsian state television", "Velenia")
    items = [Item(n, Claim(((8, 10),), source=((0, 2),), speaker=name), None) for n, name in enumerate(speakers, 1)]
    for text, found in (("speaker:karsi", [0, 1]), ("speaker:KARSIA", [0]), ('speaker:"karsian state"', [1])):
        assert matching(parse(text, IN_CLAIMS), items, Haystacks(TEXT)) == found


def test_who_is_named_and_cites_somebody_unnamed_is_no_unnamed_speaker() -> None:
    cites = Claim(((8, 10),), source=((0, 2),), speaker="Karsian state television", source_kind="media")
    items = [Item(1, cites._replace(via="an officer", via_kind="anonymous"), None)]
    assert matching(parse("is:anonymous", IN_CLAIMS), items, Haystacks(TEXT)) == [0]
    assert matching(parse("speaker:anonymous", IN_CLAIMS), items, Haystacks(TEXT)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["late", "denied", "passage", "cost"]),
        ("FERRY late", ["late"]),
        ("asa mork", ["late"]),
        ("ferr", ["late"]),
        ('"was late"', ["late"]),
        ('"late was"', []),
        ("harbour", ["late"]),
        ("example.org", ["cost"]),
        ("speaker:mörk", ["late"]),
        ("speaker:ferry", []),
        ("speaker:anonymous", ["denied", "cost"]),
        ("speaker:ano", []),
        ("speaker:open", []),
        ("tag:resume", ["late"]),
        ("tag:harbour", []),
        ("finding:false", ["cost"]),
        ("progress:to-verify", ["cost"]),
        ('progress:"to verify"', ["cost"]),
        ("progress:unreviewed", ["late", "denied", "passage"]),
        ("is:unreviewed", ["denied"]),
        ("is:reviewed", ["late", "cost"]),
        ("is:accepted", ["late"]),
        ("is:rejected", []),
        ("is:amended", ["late"]),
        ("is:byhand", []),
        ("is:anonymous", ["denied", "cost"]),
        ("is:open", []),
        ("is:nested", ["late"]),
        ("is:hedged", ["denied"]),
        ("is:denied", ["cost"]),
        ("is:attitude", []),
        ("has:note", ["late"]),
        ("has:tag", ["late"]),
        ("has:evidence", ["cost"]),
        ("has:meaning", ["passage"]),
        ("meaning:doubtful", ["passage"]),
        ("meaning:doub", ["passage"]),
        ("meaning:important", []),
        ("has:caveat", ["denied"]),
        ("has:figure", ["cost"]),
        ("has:orphan", []),
        ("kind:direct", ["late"]),
        ("kind:mixed", ["denied"]),
        ("kind:passage", ["passage"]),
        ("IS:Unreviewed clerk", ["denied"]),
        ("is:unreviewed ferry", []),
        ("is:unknown", []),
        ("after:2026", []),
        ("?", []),
        ("*", []),
        ('"."', ["passage", "cost"]),
        ("is:reworded", ["cost"]),
    ],
)
def test_a_filter_lets_through_what_it_asks_for(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("text", ["is:", "is:unre", "has:n", "kind:", "speaker:", "ferry is:acc"])
def test_what_is_being_typed_hides_nothing_before_it_means_something(text: str) -> None:
    assert found(text, typing=True) == (["late"] if "ferry" in text else ["late", "denied", "passage", "cost"])


def test_every_mark_that_the_language_knows_means_something() -> None:
    known = {(name, value) for name, values in IN_CLAIMS.marks.items() for value in values}
    assert known == set(_MARKS)


def test_the_search_of_the_library_takes_marks_for_words_and_the_filter_dates() -> None:
    assert parse("is:rejected").marks == ()
    assert parse("is:rejected").terms == (Term("is"), Term("rejected"))
    assert parse("after:2026", IN_LIBRARY).terms == ()
    assert parse("after:2026", IN_CLAIMS).terms == (Term("after"), Term("2026"))
    assert parse("outlet:post", IN_CLAIMS).filters == ()
    assert parse("is:rejected", IN_CLAIMS) == Query(marks=(("is", "rejected"),))


@given(text=st.text(alphabet=st.sampled_from('is:has kind"*unote ferry\x1b[é\n')) | st.text(), typing=st.booleans())
def test_whatever_is_typed_is_no_error(text: str, typing: bool) -> None:
    indexes = matching(parse(text, IN_CLAIMS, typing=typing), ITEMS, Haystacks(TEXT), CAVEATS)
    assert set(indexes) <= set(range(len(ITEMS)))


def test_an_item_that_has_changed_is_looked_through_as_it_is_now() -> None:
    haystacks = Haystacks(TEXT)
    query = parse("tag:late", IN_CLAIMS)
    assert matching(query, ITEMS, haystacks) == []
    one = annotation("a", LATE, tags=("late",))
    changed = (Item(ITEMS[0].number, ITEMS[0].claim, one), *ITEMS[1:])
    assert matching(query, changed, haystacks) == [0]


def test_ten_thousand_claims_are_filtered_in_less_time_than_they_take_to_be_laid_out() -> None:
    text = "Somebody said that the bridge was safe for all.\n" * 10_000
    spans = ((at + 14, at + 47) for at in range(0, len(text), 48))
    reading = Reading("fixed", tuple(Claim(content=(span,), speaker="Somebody") for span in spans))
    begun = thread_time()
    items = merge(reading, ())
    laid_out = thread_time() - begun
    haystacks = Haystacks(text)
    matching(parse("bridge speaker:some", IN_CLAIMS), items, haystacks)
    begun = thread_time()
    assert len(matching(parse("bridge is:unreviewed speaker:some", IN_CLAIMS), items, haystacks)) == 10_000
    assert thread_time() - begun < laid_out


def test_a_meaning_is_found_by_the_name_that_the_reader_has_given_it() -> None:
    named = Haystacks(TEXT, ("key", "Größe offen", "ask", "wrong", "quote"))
    for text, count in (
        ('meaning:"grosse offen"', 1),
        ("meaning:offen", 1),
        ("meaning:doubtful", 0),
        ("meaning:key", 0),
    ):
        assert len(matching(parse(text, IN_CLAIMS), ITEMS, named, CAVEATS)) == count


def test_the_search_of_the_library_takes_a_meaning_for_words() -> None:
    assert parse("meaning:doubtful").filters == ()


def test_what_is_passed_on_from_somebody_unnamed_is_anonymous_until_a_reader_gives_it_to_another() -> None:
    claim = Claim(content=(LATE,), source=((0, 8),), source_kind="media", via="an officer", via_kind="anonymous")
    assert Item(1, claim, None).anonymous
    mine = annotation("a", LATE, amended=True, decision="accepted", speaker="Åsa Mörk")
    assert not Item(1, claim, mine).anonymous
