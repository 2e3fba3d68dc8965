"""What changed, laid out: what went and came between signs, and each claim and note beside the words it stands on."""

from dataclasses import replace

import pytest

from claims.model import Claim, Reading
from store.anchors import selector
from store.annotations import Place
from store.article import Article, Metadata
from store.comparing import compare
from store.review import Item, merge
from tests.store.kept import TEXT, note, passage
from tui.changes import Changes, Version, laid_out
from tui.widgets.article.flow import Flow
from tui.widgets.article.glyphs import FixedSigns


def claims_on(text: str, *words: str) -> tuple[Item, ...]:
    spans = [(text.index(one), text.index(one) + len(one)) for one in words]
    return merge(Reading("fixed", tuple(Claim(content=(span,), speaker="the mayor") for span in spans)), ())


def changes(
    old: str, new: str, old_items: tuple[Item, ...] = (), new_items: tuple[Item, ...] = (), **places: Place
) -> Changes:
    return laid_out(compare(old, new), Version(1, old, old_items), Version(2, new, new_items), places)


def lines(shown: Changes) -> list[str]:
    """What a reader sees, a line of the screen each."""
    flow = Flow(shown.document, 100)
    flow.decorate(FixedSigns(shown.signs))
    return ["".join(run.text for run in line.runs) for index in range(flow.units) for line in flow.lines(index)]


def test_what_went_and_what_came_stand_between_signs() -> None:
    shown = changes("The plan is dead.\nNothing else.", "The plan is alive.\nNothing else.")
    assert "1. The plan is [-dead-]{+alive+}." in lines(shown)
    assert not any("Nothing else" in line for line in lines(shown))


def test_what_went_and_what_came_are_struck_and_underlined_where_they_are() -> None:
    shown = changes("The plan is dead.", "The plan is alive.")
    text = shown.document.text
    assert {(text[h.start : h.end], h.style) for h in shown.highlights} == {("dead", "removed"), ("alive", "added")}


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("One.\nTwo.\nThree.", "One.\nThree.", "1. [-Two.-]"),
        ("One.\nThree.", "One.\nTwo.\nThree.", "1. {+Two.+}"),
        ("One.", "One.\nTwo.", "   {+Two.+}"),
        ("One two. Three four.", "One two.\nThree four.", "   Three four."),
    ],
)
def test_paragraphs_that_went_or_came_or_were_parted_are_seen(old: str, new: str, line: str) -> None:
    assert line in lines(changes(old, new))


def test_a_paragraph_that_became_two_has_a_sign_for_it() -> None:
    assert any("¶+}" in line for line in lines(changes("One two. Three four.", "One two.\nThree four.")))


def test_each_passage_begins_where_it_is_said_to() -> None:
    shown = changes("A dog.\nSame here, the same words.\nA cat.", "A cow.\nSame here, the same words.\nA pig.")
    assert [shown.document.text[start : start + 2] for start in shown.starts] == ["A ", "A "]
    assert len(shown.starts) == 2


def test_a_claim_in_a_changed_passage_has_its_number_and_a_bar_and_is_listed() -> None:
    old, new = "He said: it is dead.\nShe said: it rained.", "He said: it is very dead.\nShe said: it rained."
    items = claims_on(new, "it is very dead", "it rained")
    seen = lines(changes(old, new, new_items=items))
    assert any(line.startswith("1. ▎ He said: ¹it is {+very +}dead") for line in seen)
    assert "¹ the mayor: “it is very dead” · its words changed" in seen
    assert not any("it rained" in line for line in seen)


def test_a_claim_beside_the_change_is_listed_as_one_whose_words_stayed() -> None:
    old, new = "He said it was dead, at one.", "He said it was dead, at two."
    assert "¹ the mayor: “it was dead”" in lines(changes(old, new, new_items=claims_on(new, "it was dead")))


def test_a_claim_that_went_is_listed_as_it_was_with_its_old_number() -> None:
    old, new = "One.\nHe said it was dead.\nTwo.", "One.\nTwo."
    seen = lines(changes(old, new, old_items=claims_on(old, "it was dead")))
    assert "1. ▎ [-He said ⁽¹⁾it was dead.-]" in seen
    assert seen[seen.index("As it was in revision 1") :][-1] == "⁽¹⁾ the mayor: “it was dead”"


@pytest.mark.parametrize(("place", "said"), [("doubtful", "to confirm"), ("lost", "lost"), ("kept", "kept without")])
def test_a_note_that_has_no_place_any_more_says_so(place: Place, said: str) -> None:
    article = Article(1, "a", Metadata("The bridge"), "", 1)
    items = merge(None, [passage(article), note(article)])
    seen = lines(changes(TEXT, "Nothing of it is left.", old_items=items, p1=place, u1=place))
    assert any("“Engineers doubted it”" in line and said in line for line in seen)
    assert any("✎ Who measured?" in line for line in seen)


def test_an_old_note_that_only_moved_is_not_told_of_twice() -> None:
    old = "A dog barked at me. He said it was dead, at one."
    new = "A cow barked at me. He said it was dead, at one."
    seen = lines(changes(old, new, claims_on(old, "it was dead"), claims_on(new, "it was dead")))
    assert sum("it was dead”" in line for line in seen) == 1


def test_a_note_that_came_along_with_its_changed_words_is_told_of_once() -> None:
    article, new = Article(1, "a", Metadata("The bridge"), "", 1), TEXT.replace("doubted it", "doubted that")
    old_items = merge(None, [passage(article)])
    came_along = replace(passage(article), selectors=(selector(new, 36, 58, role="passage"),))
    shown = changes(TEXT, new, old_items, merge(None, [came_along]))
    assert sum("Engineers doubted" in line for line in lines(shown)) == 2  # in the passage, and in the list
    assert any("“Engineers doubted that” · its words changed" in line for line in lines(shown))


def test_a_text_that_no_engine_has_read_is_said_to_be_one() -> None:
    shown = laid_out(compare("a b", "a c"), Version(1, "a b", ()), Version(2, "a c", (), read=False), {})
    assert any("has not been read for claims yet" in line for line in lines(shown))


def test_what_was_moved_word_for_word_is_told_apart_from_what_changed() -> None:
    old = "The crack was known in March.\nFerries will run again.\nNobody was hurt."
    new = "Ferries will run again.\nNobody was hurt.\nThe crack was known in March."
    shown = changes(old, new, claims_on(old, "The crack was known"), claims_on(new, "The crack was known"))
    assert not shown.starts
    assert "⇅ paragraph 1, now 3: “The crack was known in March.”" in lines(shown)
    assert "None." in lines(shown)
