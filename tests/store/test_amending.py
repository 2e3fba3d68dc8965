"""Amending: a claim says other words, is split or joined, and nothing that the reader made of it is lost."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.graphemes import is_border
from claims.model import Claim, Reading, Span, Spans
from store.amending import AmendError, joined, pieces, split, to_join, with_piece, with_role
from store.anchors import selector
from store.annotations import Annotation, Evidence, Role
from store.article import Article
from store.checking import check
from store.library import Library
from store.noting import by_hand, on_item
from store.rebasing import counterpart
from store.relinking import confirmed, relinked
from store.review import merge
from store.telling import tell
from tests.store.kept import imported, revise

TEXT = (
    "Marta Lindqvist, the director, said the ferry was safe and the crew was trained. "
    "“We never cut a post,” Lindqvist said. The mayor, Åsa Mörk, doubted it. 👩‍👩‍👧 e\u0301tude."
)
SAFE = (TEXT.index("the ferry"), TEXT.index(" and the"))
BOTH = (TEXT.index("the ferry"), TEXT.index(". “We"))
TRAINED = (TEXT.index("the crew"), BOTH[1])
MARTA, DIRECTOR = (0, 15), (17, 29)
SAID = (31, 35)


def stretch(words: str) -> Span:
    return TEXT.index(words), TEXT.index(words) + len(words)


def claim(content: tuple[Span, ...] = (BOTH,), **fields: object) -> Annotation:
    places: list[tuple[Role, Span]] = [*(("content", span) for span in content), ("source", MARTA), ("cue", SAID)]
    selectors = tuple(selector(TEXT, *span, role) for role, span in places)
    one = Annotation(
        uid="u1", article=1, kind="claim", selectors=selectors, speaker="Marta Lindqvist", quote="indirect"
    )
    return replace(one, **fields)  # type: ignore[arg-type]


FULL = claim(
    decision="accepted",
    progress="checked",
    finding="disputed",
    reason="Two rotas.",
    note="Ask.",
    tags=("a",),
    evidence=(Evidence("https://example.org"),),
    created="2026-01-01T00:00:00.000Z",
    rev=4,
)
HAND = ("uid", "by_hand", "decision", "progress", "finding", "reason", "note", "tags", "evidence", "created", "rev")


def kept(one: Annotation) -> list[object]:
    return [getattr(one, field) for field in HAND]


def words(one: Annotation, role: Role = "content") -> list[str]:
    return [TEXT[start:end] for start, end in one.spans(role)]


def test_a_piece_grows_and_shrinks_and_all_that_was_made_of_the_claim_stays() -> None:
    shorter = with_piece(FULL, TEXT, "content", BOTH, SAFE)
    assert words(shorter) == ["the ferry was safe"]
    assert kept(shorter) == kept(FULL)
    assert shorter.amended
    assert with_piece(shorter, TEXT, "content", SAFE, BOTH).selectors == FULL.selectors


def test_a_piece_is_added_and_dropped() -> None:
    two = with_piece(claim((SAFE,)), TEXT, "content", None, TRAINED)
    assert words(two) == ["the ferry was safe", "the crew was trained"]
    assert with_piece(two, TEXT, "content", TRAINED, None).spans("content") == (SAFE,)
    assert with_piece(two, TEXT, "cue", SAID, None).spans("cue") == ()


def test_pieces_that_meet_are_one() -> None:
    one = with_piece(claim((SAFE,)), TEXT, "content", None, (SAFE[1] - 4, TRAINED[1]))
    assert one.spans("content") == (BOTH,)


def test_a_change_of_nothing_is_none() -> None:
    assert with_piece(FULL, TEXT, "content", BOTH, BOTH) is FULL
    assert with_role(FULL, TEXT, ("cue", SAID), "cue") is FULL


def test_the_kind_of_quotation_follows_the_words() -> None:
    quoted = with_piece(FULL, TEXT, "content", BOTH, stretch("“We never cut a post,”"))
    assert quoted.quote == "direct"


def test_the_speaker_follows_the_source_unless_the_reader_has_named_one() -> None:
    mayor = stretch("The mayor, Åsa Mörk")
    assert with_piece(FULL, TEXT, "source", MARTA, mayor).speaker != "Marta Lindqvist"
    named = replace(FULL, speaker="M. L. (director)")
    assert with_piece(named, TEXT, "source", MARTA, mayor).speaker == "M. L. (director)"
    # As an engine named it, which may be otherwise than what is worked out from the source alone.
    assert with_piece(named, TEXT, "source", MARTA, mayor, derived=named.speaker).speaker != named.speaker
    assert with_piece(named, TEXT, "content", BOTH, SAFE, derived=named.speaker).speaker == named.speaker


def test_a_piece_is_given_another_role() -> None:
    one = with_role(FULL, TEXT, ("cue", SAID), "source")
    assert (words(one, "source"), words(one, "cue")) == (["Marta Lindqvist", "said"], [])
    assert pieces(one) == [("source", MARTA), ("source", SAID), ("content", BOTH)]


@pytest.mark.parametrize(
    ("amend", "message"),
    [
        (lambda: with_piece(FULL, TEXT, "content", BOTH, None), "needs words that are claimed"),
        (lambda: with_role(FULL, TEXT, ("content", BOTH), "source"), "needs words that are claimed"),
        (lambda: with_piece(FULL, TEXT, "content", BOTH, (80, 81)), "no words there"),
        (lambda: with_piece(FULL, TEXT, "content", BOTH, (9, 9)), "no words there"),
        (lambda: with_piece(FULL, TEXT, "content", BOTH, (9, 9999)), "no words there"),
        (lambda: with_piece(FULL, TEXT, "content", SAFE, None), "does not stand there any more"),
        (lambda: with_role(FULL, TEXT, ("cue", SAFE), "content"), "does not stand there any more"),
        (lambda: with_piece(FULL, TEXT, "passage", None, SAFE), "a claim has no such piece"),
        (lambda: split(FULL, TEXT, BOTH[0]), "between two words"),
        (lambda: split(FULL, TEXT, 0), "between two words"),
        (lambda: split(FULL, TEXT, len(TEXT)), "between two words"),
    ],
)
def test_what_cannot_be_is_refused_in_a_line(amend: object, message: str) -> None:
    with pytest.raises(AmendError, match=message):
        amend()  # type: ignore[operator]


def test_a_highlight_is_amended_too() -> None:
    one = Annotation(uid="p", article=1, kind="passage", selectors=(selector(TEXT, *SAFE, "passage"),), meaning=2)
    longer = with_piece(one, TEXT, "passage", SAFE, BOTH)
    assert (longer.words, longer.meaning, longer.amended) == (TEXT[slice(*BOTH)], 2, False)
    with pytest.raises(AmendError, match="needs words"):
        with_piece(one, TEXT, "passage", SAFE, None)
    with pytest.raises(AmendError, match="only claims"):
        joined(FULL, one, TEXT)


@given(start=st.integers(0, len(TEXT)), length=st.integers(0, 40))
def test_amended_words_are_never_none_and_end_at_whole_characters(start: int, length: int) -> None:
    try:
        one = with_piece(FULL, TEXT, "content", BOTH, (start, start + length))
    except AmendError:
        return
    for place in one.selectors:
        assert place.exact.strip()
        assert TEXT[place.start : place.end] == place.exact
        assert is_border(TEXT, place.start)
        assert is_border(TEXT, place.end)


def test_the_second_half_of_a_claim_is_a_claim_of_the_readers_own() -> None:
    first, second = split(FULL, TEXT, TEXT.index("and the crew"))
    assert (words(first), words(second)) == (["the ferry was safe"], ["and the crew was trained"])
    assert kept(first) == kept(FULL)
    assert second.by_hand
    assert (second.note, second.tags, second.evidence, second.finding, second.rev) == ("", (), (), None, 0)
    assert second.uid != first.uid
    for role in ("source", "cue"):
        assert first.spans(role) == second.spans(role) == FULL.spans(role)


@settings(deadline=None)
@given(at=st.integers(BOTH[0], BOTH[1]))
def test_what_is_split_and_joined_is_what_it_was(at: int) -> None:
    try:
        first, second = split(FULL, TEXT, at)
    except AmendError:
        assert at in (*range(BOTH[0] + 1), BOTH[1]) or TEXT[at - 1 : at + 1].isalpha()
        return
    assert not TEXT[at - 1 : at + 1].isalpha()
    again = joined(first, second, TEXT)
    assert again.selectors == FULL.selectors
    assert kept(again) == kept(FULL)


@pytest.mark.parametrize("at", ["continu|ed", "isn|’t", "isn’|t", "3|.5", "3.|5", "कि|ताब", "na|i\u0308ve"])
def test_no_claim_is_split_within_a_word(at: str) -> None:
    text = f"The {at.replace('|', '')} attacks"
    place = f"The {at}".index("|")
    with pytest.raises(AmendError, match="within one"):
        split(_claimed(text), text, place)


@pytest.mark.parametrize("at", ["continued| attacks", "well-|known", "政府|说", "said, |he"])
def test_a_claim_is_split_between_words_or_where_there_are_no_spaces(at: str) -> None:
    text = at.replace("|", "")
    assert [half.words for half in split(_claimed(text), text, at.index("|"))] == [
        half.strip() for half in at.split("|")
    ]


def _claimed(text: str) -> Annotation:
    return replace(claim(), selectors=(selector(text, 0, len(text), "content"),))


def test_of_two_claims_that_are_joined_notes_tags_and_evidence_all_stay() -> None:
    other = replace(
        claim((TRAINED,)), uid="u2", decision="rejected", note="Who?", tags=("b", "a"), evidence=(Evidence("box 7"),)
    )
    one = joined(replace(FULL, reason="", finding=None), replace(other, finding="false", reason="Rota."), TEXT)
    assert (one.uid, one.decision, one.finding, one.reason) == ("u1", "accepted", "false", "Rota.")
    assert (one.note, one.tags) == ("Ask.\n\nWho?", ("a", "b"))
    assert one.evidence == (Evidence("https://example.org"), Evidence("box 7"))


def test_claims_of_two_speakers_are_not_joined() -> None:
    with pytest.raises(AmendError, match="one is said by Marta Lindqvist, the next by Åsa Mörk"):
        joined(FULL, replace(claim((TRAINED,)), uid="u2", speaker="Åsa Mörk"), TEXT)
    assert joined(FULL, replace(claim((TRAINED,)), uid="u2", speaker="marta lindqvist"), TEXT)
    assert joined(FULL, replace(claim((TRAINED,)), uid="u2", speaker=None), TEXT).speaker == "Marta Lindqvist"


def test_a_claim_is_joined_with_the_next_that_does_not_lie_within_it() -> None:
    within = Claim(content=(stretch("the crew was trained"),), source=(stretch("the ferry"),), cue=(stretch("was"),))
    next_one = Claim(content=(stretch("We never cut a post"),), source=(stretch("Lindqvist said"),), cue=())
    items = merge(Reading("fixed", (within, next_one)), [])
    chosen = to_join(FULL, items)
    assert chosen is not None
    assert chosen.claim == next_one
    assert to_join(FULL, items[:1]) is None


def test_the_half_of_a_split_is_joined_with_the_other_whatever_is_between_them() -> None:
    first, second = split(FULL, TEXT, TEXT.index("and the crew"))
    between = Claim(content=(stretch("and the"),), source=(stretch("Marta"),), cue=(stretch("said"),))
    items = merge(Reading("fixed", (between,)), [second])
    assert [item.annotation for item in items] == [None, second]
    chosen = to_join(first, items)
    assert chosen is not None
    assert chosen.annotation == second


def test_joined_claims_leave_no_half_behind_and_are_parted_again_by_one_undo(library: Library) -> None:
    article, _ = library.articles.add(imported(TEXT))
    reading = Reading("fixed", tuple(Claim(content=(one,), source=(MARTA,), cue=(SAID,)) for one in (SAFE, TRAINED)))
    first, second = (on_item(item, article, TEXT) for item in merge(reading, []))
    second = library.annotations.save(replace(second, note="Trained by whom?"))
    applied = library.annotations.apply_all([(first, joined(first, second, TEXT)), (second, None)], whole=True)
    assert applied.refused == ()
    (item,) = merge(reading, library.annotations.of(article.id))
    assert item.note == "Trained by whom?"
    assert item.unreviewed  # amended is not accepted
    assert library.articles.list()[0].annotations == 1
    library.history.undo(article.id)
    assert [one.note for one in merge(reading, library.annotations.of(article.id))] == ["", "Trained by whom?"]


def test_a_claim_that_was_split_is_two_and_one_again_by_one_undo(library: Library) -> None:
    other, _ = library.articles.add(imported(TEXT))
    reading = Reading("fixed", (Claim(content=(BOTH,), source=(MARTA,), cue=(SAID,)),))
    whole = on_item(merge(reading, [])[0], other, TEXT)
    first, second = split(whole, TEXT, TEXT.index("and the crew"))
    library.annotations.apply_all([(whole, first), (second, second)], whole=True)
    shown = merge(reading, library.annotations.of(other.id))
    assert [words(item.annotation)[0][:8] for item in shown if item.annotation] == ["the ferr", "and the "]
    library.history.undo(other.id)
    assert [item.annotation for item in merge(reading, library.annotations.of(other.id))] == [None]


def test_a_claim_by_hand_is_amended_like_any_other(article: Article) -> None:
    one = by_hand(article, TEXT, (SAFE,))
    longer = with_piece(one, TEXT, "content", SAFE, BOTH)
    assert (longer.by_hand, longer.decision, words(longer)) == (True, "accepted", [TEXT[slice(*BOTH)]])


def amended_elsewhere(library: Library) -> tuple[Article, Reading, Annotation]:
    """An article, what was read of it, and one of its two claims, kept with other words of the text."""
    article, _ = library.articles.add(imported(TEXT))
    reading = Reading("fixed", tuple(Claim(content=(one,), source=(MARTA,), cue=(SAID,)) for one in (SAFE, TRAINED)))
    whole = on_item(merge(reading, [])[0], article, TEXT)
    moved = with_piece(whole, TEXT, "content", SAFE, stretch("We never cut a post"))
    return article, reading, library.annotations.apply(whole, moved)


def test_a_claim_given_words_away_from_its_own_is_that_claim_and_stays_one_through_a_later_text(
    library: Library,
) -> None:
    article, reading, _ = amended_elsewhere(library)
    items = merge(reading, library.annotations.of(article.id))
    assert [item.claim for item in items] == [reading.claims[1], reading.claims[0]]
    assert library.articles.list()[0].annotations == 1
    library.history.undo(article.id)
    assert [item.annotation for item in merge(reading, library.annotations.of(article.id))] == [None, None]
    library.history.redo(article.id)
    longer = f"Late news. {TEXT}"
    revise(library, article, longer)
    later = [claim._replace(content=tuple((s + 11, e + 11) for s, e in claim.content)) for claim in reading.claims]
    (one,) = library.annotations.of(article.id)
    assert [longer[start:end] for start, end in one.made_on] == ["the ferry was safe"]
    assert len(merge(Reading("anew", tuple(claim._replace(source=(), cue=()) for claim in later)), [one])) == 2
    assert not [finding for finding in check(library.path) if finding.problems]


LATER = "The mayor left early.", "Nobody came to the hall.", "Late news."


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    before=st.lists(st.sampled_from(LATER), max_size=2),
    after=st.lists(st.sampled_from(LATER), max_size=2),
    act=st.sampled_from(["confirm", "relink"]),
    again=st.booleans(),
    turns=st.lists(st.sampled_from(["undo", "redo"]), max_size=4),
)
def test_an_amended_claim_whose_place_was_lost_is_that_claim_once_it_has_a_place_again_and_no_second_one(
    tmp_path_factory: pytest.TempPathFactory,
    before: list[str],
    after: list[str],
    act: str,
    again: bool,
    turns: list[str],
) -> None:
    with Library(tmp_path_factory.mktemp("amended") / "sayso.db") as library:
        article, reading, _ = amended_elsewhere(library)
        other = "“We never sold a boat,” Lindqvist said." if act == "confirm" else "Nothing else is known."
        text = " ".join((*before, TEXT.replace("“We never cut a post,” Lindqvist said.", other), *after))
        article = revise(library, article, text)
        if again:
            text = f"Late news. {text}"
            article = revise(library, article, text)
        (lost,) = library.annotations.unplaced(article.id)
        assert lost.place == ("doubtful" if act == "confirm" else "lost")
        if act == "confirm":
            here = confirmed(lost, article)
        else:
            at = text.index("The mayor, Åsa")
            here = relinked(lost, article, text, [(at, at + 9)])
        kept = library.annotations.apply(lost, here)
        for turn in turns:
            library.history.undo(article.id) if turn == "undo" else library.history.redo(article.id)
        by = text.index(TEXT[:20])
        found = [one._replace(**{role: _moved(getattr(one, role), by) for role in ROLES}) for one in reading.claims]
        annotations = library.annotations.of(article.id)
        items = merge(Reading("later", tuple(found)), annotations)
        assert len(items) == 2
        if annotations:
            (mine,) = (item for item in items if item.annotation is not None)
            assert mine.claim == found[0]
            assert annotations[0].original == kept.original
        assert not [finding for finding in check(library.path) if finding.problems]


ROLES = ("content", "source", "cue")


def _moved(spans: Spans, by: int) -> Spans:
    return tuple((start + by, end + by) for start, end in spans)


def test_a_note_on_a_claim_that_another_window_gave_other_words_goes_to_that_claim(library: Library) -> None:
    article, reading, moved = amended_elsewhere(library)
    # This one has not seen it: to it the claim is as it was found.
    mine = on_item(merge(reading, [])[0], article, TEXT)
    assert counterpart(mine, [moved]) == moved


def test_the_history_says_that_a_claim_was_amended_and_of_what_words(library: Library) -> None:
    article, _, moved = amended_elsewhere(library)
    (told,) = tell(library.history.of(article.id))
    assert told.what == "amended a claim"
    assert told.values == "“the ferry was safe” → “We never cut a post”"
    library.annotations.apply(moved, with_piece(moved, TEXT, "content", moved.spans("content")[0], SAFE))
    assert tell(library.history.of(article.id))[-1].what == "amended a claim"
    undone = library.history.undo(article.id)
    assert undone is not None
    assert undone.summary == "amending a claim"


def test_what_a_claim_was_made_on_stays_through_all_that_is_amended_split_and_joined() -> None:
    moved = with_piece(FULL, TEXT, "content", BOTH, stretch("We never cut a post"))
    further = with_role(moved, TEXT, ("cue", SAID), "source")
    assert moved.original == further.original == FULL.selectors
    first, second = split(FULL, TEXT, TEXT.index("and the crew"))
    assert (first.original, second.original) == (FULL.selectors, ())
    assert joined(first, second, TEXT).original == FULL.selectors
    other = replace(claim((TRAINED,)), uid="u2")
    assert set(joined(moved, other, TEXT).original) == {*FULL.selectors, *other.selectors}


def test_a_refused_guess_stays_refused_until_other_words_say_who_it_is() -> None:
    refused = claim(speaker="")
    assert with_piece(refused, TEXT, "content", BOTH, SAFE).refused
    assert not with_piece(refused, TEXT, "source", MARTA, stretch("Åsa Mörk")).refused
    assert [one.refused for one in split(refused, TEXT, SAFE[1])] == [True, True]
