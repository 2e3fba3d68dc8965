"""Placing: where a note stands once the text around it, or under it, has changed, and how sure that is."""

from collections import Counter
from random import Random
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.anchoring.finding import Finder
from store.anchoring.placing import placed
from tests.bench.articles import plain
from tests.store.anchoring.placed_notes import claim, moved, passage, where
from tests.torture.edits import edited
from tests.torture.placing import COLUMNS, TEXTS, annotation, measured

LETTERS = st.text("ab .“😀é\n", max_size=80)
WORDS = st.lists(st.sampled_from(["he", "said", "the", "mayor", "no,", "Ann", "\n"]), max_size=40).map(" ".join)

STORY = (
    "The ferry company denied on Monday that it had cut its crews.\n"
    "The union said that crews had fallen from nine to six.\n"
    "Passengers on the morning boat noticed nothing at all.\n"
    "The minister will be asked about it in parliament on Friday."
)


@given(before=LETTERS, after=LETTERS, new_before=LETTERS, new_after=LETTERS)
def test_a_quote_that_stands_once_comes_through_any_edits_outside_it(
    before: str, after: str, new_before: str, new_after: str
) -> None:
    quote = "ΩΩ ΞΞ"
    old = f"{before} {quote} {after}"
    note = annotation(old, (len(before) + 1, len(before) + 1 + len(quote)))
    found = moved(note, old, f"{new_before} {quote} {new_after}")
    assert found.place in ("sure", "doubtful")
    assert where(found) == (len(new_before) + 1, len(new_before) + 1 + len(quote))


@given(before=WORDS, quote=WORDS.filter(str.strip), after=WORDS)
def test_in_an_unchanged_text_every_note_stays_where_it_is(before: str, quote: str, after: str) -> None:
    text = before + quote + after
    span = (len(before), len(before) + len(quote))
    found = moved(annotation(text, span), text, text)
    assert (found.place, found.score, where(found)) == ("sure", 1.0, span)


def test_a_note_follows_its_words_through_edits_around_them() -> None:
    new = "Good morning.\n" + STORY.replace("The union said that", "A union said on Tuesday that")
    found = moved(passage(STORY, "crews had fallen from nine to six"), STORY, new)
    assert (found.place, found.revision, found.proposed) == ("sure", 2, ())
    assert found.selectors[0].exact == "crews had fallen from nine to six"
    assert new[slice(*where(found))] == found.selectors[0].exact
    assert new[where(found)[0] - 10 : where(found)[0]] == found.selectors[0].prefix[-10:]


def test_words_that_were_edited_between_unchanged_ones_are_the_same_words() -> None:
    new = STORY.replace("from nine to six", "from nine to five")
    found = moved(passage(STORY, "crews had fallen from nine to six"), STORY, new)
    assert found.place == "sure"
    assert found.selectors[0].exact == "crews had fallen from nine to five"


def test_a_moved_paragraph_takes_its_notes_along() -> None:
    first, *others = STORY.split("\n")
    new = "\n".join([*others, first])
    found = moved(passage(STORY, "denied"), STORY, new)
    assert found.place == "sure"
    assert where(found) == (new.index("denied"), new.index("denied") + 6)


def test_words_that_were_moved_and_edited_are_asked_about() -> None:
    first, *others = STORY.split("\n")
    new = "\n".join([*others, first.replace("denied on Monday that it had", "on Monday denied that it has")])
    found = moved(passage(STORY, "that it had cut its crews"), STORY, new)
    assert found.place == "doubtful"
    assert found.proposed[0].exact == "that it has cut its crews"
    assert (found.revision, found.selectors[0].exact) == (1, "that it had cut its crews")


def test_what_is_gone_is_lost_and_keeps_the_words_that_it_stood_on() -> None:
    note = passage(STORY, "Passengers on the morning boat noticed nothing at all")
    found = moved(note, STORY, STORY.replace("Passengers on the morning boat noticed nothing at all.\n", ""))
    assert (found.place, found.proposed, found.revision) == ("lost", (), 1)
    assert found.selectors == note.selectors


def test_a_twin_of_a_deleted_quote_is_not_taken_for_it() -> None:
    old = "\n".join(["The mayor said no to the plan.", "Ann asked why.", "The mayor said no to the budget."])
    for gone, other in ((0, 1), (1, 0)):
        lines = old.split("\n")
        del lines[2 * gone]
        assert moved(passage(old, "The mayor said no", gone), old, "\n".join(lines)).place != "sure"
        assert moved(passage(old, "The mayor said no", other), old, "\n".join(lines)).place == "sure"


def test_of_two_in_a_row_nobody_can_tell_which_has_gone() -> None:
    old = "It was a very very long evening for all of them."
    for nth in (0, 1):
        assert moved(passage(old, "very", nth), old, old.replace("very ", "", 1)).place != "sure"
        assert moved(passage(old, "very", nth), old, "Now. " + old).place == "sure"


def test_in_repeated_paragraphs_each_note_stays_on_its_own() -> None:
    line = "Lines are long at the harbour, officials said."
    old = "\n".join([line, "08:00 The gates opened to all.", line, "09:00 The gates were closed again.", line])
    new = "07:00 It began.\n" + old
    for nth in range(3):
        found = moved(passage(old, "officials", nth), old, new)
        assert (found.place, where(found)[0]) == ("sure", 16 + passage(old, "officials", nth).selectors[0].start)


def test_a_claim_whose_cue_was_replaced_is_asked_about_and_one_whose_content_is_left_is_not_lost() -> None:
    note = claim(STORY, "crews had fallen from nine to six", "The union", "said")
    new = STORY.replace("The union said that", "It emerged yesterday evening, in a letter nobody had seen, that")
    found = moved(note, STORY, new)
    assert found.place == "doubtful"
    assert [one.role for one in found.proposed if one.role == "content"] == ["content"]


def test_a_claim_whose_content_is_gone_is_lost_even_if_its_source_stands_there() -> None:
    old = "The company spoke on Monday. That the boats were safe and sound, it said. The union left the talks at noon."
    new = "The company spoke on Monday. The union left the talks at noon."
    note = claim(old, "That the boats were safe and sound", "The company", "said")
    assert moved(note, old, new).place == "lost"


def test_other_words_in_the_very_place_of_the_old_ones_are_asked_about() -> None:
    old = "The company said on Monday that the boats were safe and sound, and the union left the talks."
    new = "The company said on Monday that nothing is known, and the union left the talks."
    found = moved(passage(old, "the boats were safe and sound"), old, new)
    assert (found.place, found.proposed[0].exact) == ("doubtful", "nothing is known")


def test_of_some_hundred_edited_cases_none_is_silently_wrong_and_nearly_all_are_found() -> None:
    results = measured(540)
    for edit in ("outside", "inside", "deleted"):
        counts = sum((results[text, edit] for text in TEXTS), Counter())
        print(edit, {column: counts[column] for column in COLUMNS})
        assert counts["silently wrong"] == 0
        if edit != "deleted":
            assert counts["right"] >= 0.95 * counts["cases"]


def test_a_thousand_notes_on_100_kilobytes_are_placed_at_once() -> None:
    random = Random(3)
    old = plain(100_000)
    new = edited(random, old, 0.05)
    starts = [random.randrange(len(old) - 200) for _ in range(1000)]
    notes = [annotation(old, (start, start + random.randint(3, 150))) for start in starts]
    began = process_time()
    finder = Finder(old, new)
    places = Counter(placed(note, finder, 2).place for note in notes)
    # A tenth of this is usual; on a slow machine all is.
    assert process_time() - began < 5
    assert places["sure"] > 500


APART = (
    "The bridge was closed on Monday after cracks were found.",
    '"It is a mess," said Anna Meier, who owns the bakery van.',
    "Engineers warned of metal fatigue two years ago, according to a report seen by this newspaper.",
    "Ferries will run every hour, and the opposition disagreed.",
)


@pytest.mark.parametrize(
    ("quote", "was", "became", "proposed"),
    [
        ('"It is a mess,"', "a mess", "a big mess", '"It is a big mess,"'),
        ('"It is a mess', "a mess", "a big mess", '"It is a big mess'),
        ("metal fatigue two years ago", "two years", "several years", "metal fatigue several years ago"),
        ("metal fatigue two years ago", "metal fatigue two years ago", "broken fatigue two winters past", None),
        ('"It is a mess,"', '"It is a mess,"', "“It is quite a mess,”", "“It is quite a mess,”"),
    ],
)
def test_what_is_proposed_of_a_moved_and_edited_quote_ends_where_its_first_and_last_words_went(
    quote: str, was: str, became: str, proposed: str | None
) -> None:
    old = "\n".join(APART)
    edited = [part.replace(was, became) for part in APART]
    new = "\n".join((edited[3], edited[2], edited[1], edited[0]))
    after = moved(passage(old, quote), old, new)
    assert after.place == "doubtful"
    assert after.proposed[0].exact == (proposed or became)
