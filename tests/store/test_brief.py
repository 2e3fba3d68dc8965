"""What undo and redo say of a change, and whether it was made here."""

from dataclasses import replace
from pathlib import Path

import pytest

from store.amending import joined, split
from store.anchors import selector
from store.annotations import Annotation
from store.article import Article
from store.brief import about, deletion, in_brief, made_where
from store.keeping.change import Change
from store.library import Library
from tests.store.kept import DOUBTED, TEXT, imported, note, passage

ON = " on “the bridge was safe”"


def last(library: Library, article: Article) -> Change:
    change = library.history.undone_next(article.id)
    assert change is not None
    return change


@pytest.mark.parametrize(
    ("change", "brief"),
    [
        ({"note": "When?"}, "note"),
        ({"tags": ("war", "x")}, "tags +#war +#x"),
        ({"progress": "checked", "decision": "accepted"}, "acceptance, progress checked"),
        ({"finding": "disputed", "note": ""}, "note, finding disputed"),
        ({"progress": "checked"}, "progress checked"),
    ],
)
def test_a_change_is_told_with_what_it_was_on(
    library: Library, article: Article, change: dict[str, object], brief: str
) -> None:
    kept = library.annotations.save(note(article))
    library.annotations.save(replace(kept, **change))  # type: ignore[arg-type]
    assert in_brief(last(library, article)) == brief + ON


def test_what_was_taken_away_is_told_as_that(library: Library, article: Article) -> None:
    kept = library.annotations.save(replace(note(article), tags=("war",), decision="accepted"))
    library.annotations.save(replace(kept, tags=(), decision=None))
    assert in_brief(last(library, article)) == f"decision taken back, tags −#war{ON}"
    library.annotations.delete("u1")
    assert in_brief(last(library, article)) == f"deletion of note{ON}"


def test_a_claim_marked_by_hand_and_changes_made_as_one_are_told_with_their_words(
    library: Library, article: Article
) -> None:
    library.annotations.save(replace(note(article), by_hand=True))
    assert in_brief(last(library, article)) == "marking, note on “the bridge was safe”"
    one, other = library.annotations.get("u1"), library.annotations.save(passage(article))
    library.annotations.apply_all([(each, replace(each, tags=("x",))) for each in (one, other)])
    assert in_brief(last(library, article)) == "tags +#x on 2 claims and passages, the first “the bridge was safe”"


@pytest.mark.parametrize(
    ("change", "brief"),
    [
        ({"decision": "accepted"}, "acceptance"),
        ({"decision": "rejected"}, "rejection"),
        ({"speaker": "The mayor"}, "amendment"),
        ({"selectors": (selector(TEXT, *DOUBTED, role="content"),), "amended": True}, "amendment"),
        ({"place": "kept"}, "keeping without a place"),
    ],
)
def test_what_became_of_the_words_themselves_is_told_of_them(
    library: Library, article: Article, change: dict[str, object], brief: str
) -> None:
    kept = library.annotations.save(note(article))
    after = replace(kept, **change)  # type: ignore[arg-type]
    library.annotations.apply(kept, after)
    assert in_brief(last(library, article)) == f"{brief} of “{after.words}”"


def test_a_highlight_is_told_of_its_words_and_its_deletion_too(library: Library, article: Article) -> None:
    library.annotations.save(replace(passage(article), meaning=2))
    assert in_brief(last(library, article)) == "highlight of “Engineers doubted it”"
    library.annotations.delete("p1")
    assert in_brief(last(library, article)) == "deletion of highlight of “Engineers doubted it”"


def test_a_claim_that_was_only_amended_so_far_is_told_as_that(library: Library, article: Article) -> None:
    library.annotations.save(replace(note(article, note=""), amended=True))
    assert in_brief(last(library, article)) == "amendment of “the bridge was safe”"


def test_what_was_split_and_what_was_joined_are_told_as_that_and_are_about_the_first(
    library: Library, article: Article
) -> None:
    whole = note(article)
    halves = split(whole, TEXT, TEXT.index("was safe"))
    library.annotations.apply_all([(whole, halves[0]), (halves[1], halves[1])], whole=True)
    assert in_brief(last(library, article)) == "split of “the bridge”"
    kept = [library.annotations.get(half.uid) for half in halves]
    library.annotations.apply_all([(kept[0], joined(kept[0], kept[1], TEXT)), (kept[1], None)], whole=True)
    change = last(library, article)
    assert in_brief(change) == "joining of “the bridge was safe”"
    assert getattr(about(change), "uid", None) == whole.uid


def test_what_was_done_to_several_alike_is_about_none_of_them(library: Library, article: Article) -> None:
    some = [library.annotations.save(one) for one in (note(article), passage(article))]
    library.annotations.apply_all([(one, replace(one, decision="accepted")) for one in some])
    assert in_brief(last(library, article)).startswith("acceptance of 2 claims and passages, the first ")
    assert about(last(library, article)) is None


def on_another(path: Path, change: dict[str, object], *, script: bool = False) -> None:
    """Change the note elsewhere."""
    with Library(path) as other:
        before: Annotation = other.annotations.get("u1")
        after = replace(before, **change)  # type: ignore[arg-type]
        other.annotations.apply(before, after, origin="script" if script else "reader")


def test_what_another_window_did_meanwhile_is_told_from_what_was_done_here_and_before(
    path: Path, library: Library, article: Article
) -> None:
    library.annotations.save(note(article))
    with Library(path) as here:
        assert not here.history.is_elsewhere(last(here, article))
        on_another(path, {"tags": ("fromB",)})
        change = last(here, article)
        assert here.history.is_elsewhere(change)
        assert in_brief(change) + made_where(change, elsewhere=True) == f"tags +#fromB{ON} (made in another window)"
        kept = here.annotations.get("u1")
        here.annotations.apply(kept, replace(kept, note="Mine"))
        assert not here.history.is_elsewhere(last(here, article))
        assert here.history.last_made() == last(here, article).id
        here.history.undo(article.id)
        assert here.history.is_elsewhere(last(here, article))


def test_what_a_command_did_is_told_as_that_also_after_a_restart(
    path: Path, library: Library, article: Article
) -> None:
    library.annotations.save(note(article))
    on_another(path, {"note": "From the shell"}, script=True)
    with Library(path) as here:
        change = last(here, article)
        assert here.history.is_elsewhere(change)
        assert made_where(change, elsewhere=True) == " (made by a command)"


def test_a_change_that_is_not_the_last_any_more_is_not_undone(path: Path, library: Library, article: Article) -> None:
    library.annotations.save(note(article))
    meant = last(library, article)
    on_another(path, {"note": "Later"})
    assert library.history.undo(article.id, meant.id) is None
    assert library.annotations.get("u1").note == "Later"


def test_what_was_written_together_was_made_here(library: Library) -> None:
    with library.together():
        article, _ = library.articles.add(imported("He said so, and left. Nobody asked why he did."))
        library.annotations.save(replace(passage(article), selectors=passage(article).selectors))
    assert not library.history.is_elsewhere(last(library, article))


def test_the_deletion_of_a_claim_that_the_reader_marked_is_told_as_that(library: Library, article: Article) -> None:
    marked = replace(note(article), kind="claim", by_hand=True, decision="accepted")
    marked = replace(marked, selectors=tuple(replace(one, role="content") for one in marked.selectors))
    library.annotations.save(marked)
    library.annotations.delete("u1")
    assert in_brief(last(library, article)).startswith("deletion of marked claim of “")


def test_what_goes_with_an_annotation_is_named(article: Article) -> None:
    whole = replace(note(article), decision="accepted", finding="disputed", progress="checked", tags=("war",))
    assert deletion(whole, 4) == "Deleted on claim 4: note, acceptance, progress checked, finding disputed, tags"
    assert deletion(replace(note(article), kind="passage"), None) == "Deleted: highlight, note"
    assert deletion(replace(note(article, note=""), by_hand=True, decision="accepted"), 2) == (
        "Deleted: claim 2, marked by hand"
    )
