"""The bin: what is deleted lies in it with everything, is in no list and no search, and comes back whole."""

from dataclasses import replace
from pathlib import Path

import pytest

from store.annotations import Evidence
from store.article import Article
from store.keeping.articles import UnknownArticleError
from store.keeping.bin import AmbiguousInBinError, NotInBinError, StandsAlreadyError
from store.library import Library
from store.telling import described
from tests.store.kept import SAFE, TEXT, imported, note, passage, reading
from tests.store.looking_in import found, index_agrees


def test_what_is_deleted_is_in_the_bin_and_comes_back_with_everything(library: Library, article: Article) -> None:
    kept = library.annotations.save(replace(note(article, note="Who measured?"), tags=("bridge", "ask"), reason="why"))
    library.annotations.delete(kept.uid)
    (binned,) = library.bin.contents()
    assert (binned.uid, binned.kind, binned.article) == (kept.uid, "claim", article.id)
    assert (binned.words, binned.note, binned.title) == ("the bridge was safe", "Who measured?", "The bridge")
    assert library.bin.restore(kept.uid) == binned
    assert library.annotations.of(article.id) == [kept]
    assert library.bin.contents() == []


def test_an_article_in_the_bin_is_in_no_list_and_no_search_and_comes_back_with_its_notes(
    path: Path, library: Library, article: Article
) -> None:
    library.readings.keep(article, reading(SAFE))
    kept = library.annotations.save(note(article))
    library.bin.put(article)
    assert library.articles.list() == []
    assert library.articles.page() == []
    assert library.articles.count() == 0
    assert found(path, "bridge") == found(path, "measured") == 0
    with pytest.raises(UnknownArticleError):
        library.articles.find("bridge")
    (binned,) = library.bin.contents()
    assert (binned.uid, binned.kind, binned.title) == (article.uid, "article", "The bridge")
    library.bin.restore(article.uid)
    assert library.articles.find("bridge") == article
    assert library.annotations.of(article.id) == [kept]
    assert found(path, "bridge") == 3
    assert found(path, "measured") == 1
    assert index_agrees(path)


def test_a_note_brings_the_article_that_it_is_on_out_of_the_bin(library: Library, article: Article) -> None:
    kept = library.annotations.save(note(article))
    library.annotations.delete(kept.uid)
    library.bin.put(article)
    library.bin.restore(kept.uid)
    assert library.articles.find("bridge") == article
    assert library.annotations.of(article.id) == [kept]


def test_the_text_of_an_article_in_the_bin_added_again_brings_it_back(library: Library, article: Article) -> None:
    kept = library.annotations.save(note(article))
    library.bin.put(article)
    again, outcome = library.articles.add(imported())
    assert (again.id, outcome.kind, outcome.restored) == (article.id, "known", True)
    assert library.annotations.of(article.id) == [kept]
    assert library.bin.contents() == []


def test_what_comes_out_of_the_bin_has_its_place_in_the_text_that_came_meanwhile(
    library: Library, article: Article
) -> None:
    library.annotations.save(note(article))
    library.annotations.save(passage(article))
    for uid in ("u1", "p1"):
        library.annotations.delete(uid)
    text = "Monday. " + TEXT.replace("Engineers doubted it, they", "Others")
    assert library.articles.add(imported(text), known_as=article).outcome.kind == "revised"
    for uid in ("u1", "p1"):
        library.bin.restore(uid)
    (kept,) = library.annotations.of(article.id)
    assert (kept.uid, kept.revision, kept.span) == ("u1", 2, (SAFE[0] + 8, SAFE[1] + 8))
    (lost,) = library.annotations.unplaced(article.id)
    assert (lost.uid, lost.place, lost.words) == ("p1", "lost", "Engineers doubted it")


def test_putting_in_twice_and_taking_out_of_nowhere_change_nothing(library: Library, article: Article) -> None:
    library.bin.put(article)
    log = library.history.log(article.id)
    library.bin.put(article)
    assert library.history.log(article.id) == log
    library.bin.restore(article.uid)
    with pytest.raises(NotInBinError):
        library.bin.restore(article.uid)
    with pytest.raises(NotInBinError):
        library.bin.restore("nothing")


def test_the_last_to_be_deleted_comes_first(library: Library, article: Article) -> None:
    for uid in ("u1", "u2"):
        library.annotations.save(note(article, uid=uid))
        library.annotations.delete(uid)
    library.bin.put(article)
    assert library.bin.contents()[0].uid == article.uid
    assert len(library.bin.contents(limit=2)) == 2


def test_taking_a_note_out_of_the_bin_is_undone_like_any_change(library: Library, article: Article) -> None:
    library.annotations.save(note(article))
    library.annotations.delete("u1")
    library.bin.restore("u1")
    library.history.undo(article.id)
    assert [one.uid for one in library.bin.contents()] == ["u1"]
    library.history.undo(article.id)
    assert library.bin.contents() == []


def test_what_is_in_the_bin_is_found_by_its_uid_its_number_or_a_part_of_its_title(library: Library) -> None:
    for title in ("The strike", "The strike spreads", "1984"):
        added, _ = library.articles.add(imported(title, title=title))
        library.bin.put(added)
    library.articles.add(imported("here", title="Not in the bin"))
    assert library.bin.find("2").title == "The strike spreads"
    assert library.bin.find("SPREADS ").title == "The strike spreads"
    assert library.bin.find("the strike").title == "The strike"
    assert library.bin.find("1984").title == "1984"
    with pytest.raises(AmbiguousInBinError, match="1 “The strike”"):
        library.bin.find("strike")
    for name in ("", "not in", "\x1b[31m", "9" * 40, "\udce9"):
        with pytest.raises(NotInBinError) as caught:
            library.bin.find(name)
        assert "\x1b" not in str(caught.value)


def test_what_went_because_its_making_was_undone_is_not_in_the_bin_and_is_made_again(
    library: Library, article: Article
) -> None:
    library.annotations.save(replace(note(article), note="", decision="accepted"))
    library.history.undo(article.id)
    assert library.bin.contents() == []
    library.history.redo(article.id)
    (kept,) = library.annotations.of(article.id)
    assert kept.decision == "accepted"
    library.annotations.delete("u1")
    library.history.undo(article.id)
    library.history.redo(article.id)
    assert [one.uid for one in library.bin.contents()] == ["u1"]


def test_what_was_joined_with_another_claim_lies_not_in_the_bin(library: Library, article: Article) -> None:
    first, second = (library.annotations.save(note(article, uid=uid)) for uid in ("u1", "u2"))
    library.annotations.apply_all([(first, replace(first, amended=True, tags=("joined",))), (second, None)], whole=True)
    assert library.bin.contents() == []
    assert [one.uid for one in library.bin.contents(undone=True)] == ["u2"]


def test_what_lies_in_the_bin_says_what_it_was(library: Library, article: Article) -> None:
    bare = replace(note(article), note="")
    evidence = (Evidence("https://a.example"), Evidence("b"))
    made = (
        replace(bare, uid="a", decision="rejected", finding="disputed"),
        replace(bare, uid="b", decision="accepted", by_hand=True),
        replace(bare, uid="c", note="*Who* measured?\n\nMore."),
        replace(passage(article, uid="d"), tags=("x", "y"), evidence=evidence),
    )
    for one in made:
        library.annotations.save(one)
        library.annotations.delete(one.uid)
    assert {one.uid: described(one) for one in library.bin.contents()} == {
        "a": "rejected, disputed: “the bridge was safe”",
        "b": "marked by hand: “the bridge was safe”",
        "c": "note: “the bridge was safe” – Who measured?",
        "d": "highlight, tags x, y, 2 pieces of evidence: “Engineers doubted it”",
    }


def test_what_is_taken_out_never_stands_twice(library: Library, article: Article) -> None:
    library.annotations.save(note(article))
    library.annotations.delete("u1")
    library.annotations.save(note(article, uid="u2"))
    with pytest.raises(StandsAlreadyError, match="there is a claim on “the bridge was safe” by now"):
        library.bin.restore("u1")
    assert [one.uid for one in library.annotations.of(article.id)] == ["u2"]
    library.annotations.delete("u2")
    library.bin.restore("u1")


def test_a_verdict_on_a_claim_that_has_become_a_part_of_another_is_not_taken_out(
    library: Library, article: Article
) -> None:
    start, end = SAFE
    library.annotations.save(note(article, span=(start, end - 5)))
    library.annotations.delete("u1")
    library.annotations.save(replace(note(article, uid="u2"), amended=True))
    with pytest.raises(StandsAlreadyError):
        library.bin.restore("u1")


def test_what_was_taken_out_can_be_put_in_again(library: Library, article: Article) -> None:
    library.annotations.save(note(article))
    library.annotations.delete("u1")
    binned = library.bin.restore("u1")
    library.bin.put_again(binned)
    assert [one.uid for one in library.bin.contents()] == ["u1"]
    library.bin.put(article)
    library.bin.put_again(library.bin.restore(article.uid))
    assert library.articles.count() == 0


def test_what_was_deleted_as_one_is_listed_in_time_that_grows_with_its_number(
    library: Library, article: Article
) -> None:
    def steps(number: int) -> int:
        marks = [passage(article, f"p{number}-{n}") for n in range(number)]
        kept = library.annotations.apply_all([(one, one) for one in marks]).done
        library.annotations.apply_all([(one, None) for one in kept])
        taken: list[None] = []
        connection = library._connection._db.conn
        connection.set_progress_handler(lambda: taken.append(None), 10)
        listed = library.bin.contents()
        connection.set_progress_handler(None, 0)
        library.bin.purge([one.uid for one in listed])
        assert len(listed) == number
        return len(taken)

    assert steps(400) < 6 * steps(100)
