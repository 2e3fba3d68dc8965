"""Revisions: which article a text belongs to, and what becomes of all that is on it."""

import os
import subprocess
import sys
from pathlib import Path
from signal import SIGKILL

import pytest

from store.article import Article, Imported, Metadata
from store.keeping.revisions import UnknownRevisionError
from store.library import Library
from store.searching.indexing import check
from tests.store.kept import SAFE, TEXT, imported, note, passage, reading, revise

ADDRESS = "https://www.harbourpost.example/bridge?utm_source=letter#top"
CHANGED = "On Tuesday, " + TEXT.replace("Monday", "Tuesday")


def at(path: str | None, text: str = TEXT, url: str = "") -> Imported:
    """A text as it comes from a file or an address."""
    return imported(text)._replace(path=path, metadata=Metadata("The bridge", url=url))


def test_a_changed_text_of_the_same_file_is_the_next_revision_of_its_article(library: Library) -> None:
    first, _ = library.articles.add(at("/news/bridge.txt"))
    article, outcome = library.articles.add(at("/news/bridge.txt", CHANGED))
    assert (outcome.kind, article.id, article.number) == ("revised", first.id, 2)
    assert outcome.moved.changed == 3
    assert library.articles.document(article).text == CHANGED
    assert [revision.number for revision in library.revisions.of(article.id)] == [1, 2]
    assert library.revisions.document(article.id, 1).text == TEXT


@pytest.mark.parametrize("again", ["http://harbourpost.example/bridge/", "harbourpost.example/bridge?fbclid=1"])
def test_an_article_is_known_by_its_address_however_that_is_written(library: Library, again: str) -> None:
    library.articles.add(at("/a.md", url=ADDRESS))
    assert library.articles.add(at("/b.md", CHANGED, again)).outcome.kind == "revised"


def test_the_front_page_of_a_site_is_no_address_of_an_article(library: Library) -> None:
    library.articles.add(at("/a.md", url="https://harbourpost.example/"))
    assert library.articles.add(at("/b.md", CHANGED, "https://harbourpost.example")).outcome.kind == "new"


def test_a_file_that_now_holds_another_article_is_not_taken_for_a_revision(library: Library) -> None:
    first, _ = library.articles.add(at("/inbox.txt"))
    article, outcome = library.articles.add(at("/inbox.txt", "Nothing of it: the weather will be fine this week."))
    assert (outcome.kind, outcome.instead_of) == ("new", first.id)
    assert f"sayso add /inbox.txt --as {first.id}" in outcome.notice("/inbox.txt", article)


def test_whatever_its_text_an_article_is_what_the_reader_says_it_is(library: Library, article: Article) -> None:
    again, outcome = library.articles.add(imported("All of it is new."), known_as=article)
    assert (outcome.kind, again.id, again.number) == ("revised", article.id, 2)


def test_a_changed_text_is_another_article_if_the_reader_says_so(library: Library) -> None:
    library.articles.add(at("/news/bridge.txt"))
    assert library.articles.add(at("/news/bridge.txt", CHANGED), new=True).outcome.kind == "new"


def test_an_earlier_text_found_elsewhere_is_known_and_one_put_back_in_its_place_is_a_revision(library: Library) -> None:
    library.articles.add(at("/news/bridge.txt"))
    article, _ = library.articles.add(at("/news/bridge.txt", CHANGED))
    copy, outcome = library.articles.add(at("/copies/old.txt"))
    assert (copy, outcome.kind, outcome.earlier) == (article, "known", 1)
    back, outcome = library.articles.add(at("/news/bridge.txt"))
    assert (outcome.kind, back.number) == ("revised", 3)


def test_a_copy_of_an_earlier_text_is_not_taken_for_one_put_back_though_it_names_the_address(library: Library) -> None:
    library.articles.add(at("/now.md", url=ADDRESS))
    article, _ = library.articles.add(at("/now.md", CHANGED, ADDRESS))
    copy, outcome = library.articles.add(at("/kept.md", url=ADDRESS))
    assert (copy, outcome.kind, outcome.earlier) == (article, "known", 1)
    assert "holds revision 1 of article 1" in outcome.notice("/kept.md", copy)
    assert library.articles.add(at(None, url=ADDRESS)).outcome.kind == "revised"


def test_a_text_of_an_article_in_the_bin_brings_it_back(library: Library, article: Article) -> None:
    library.bin.put(article)
    again, outcome = library.articles.add(imported())
    assert (again.id, again.deleted, outcome.kind, outcome.restored) == (article.id, None, "known", True)


def test_what_a_new_text_does_not_say_of_the_article_stays_as_it_was_said(library: Library) -> None:
    whole = Metadata("The bridge", "A. Lee", "The Herald", ADDRESS, "2026-01-02", "en")
    article, _ = library.articles.add(at("/a.md")._replace(metadata=whole))
    again, _ = library.articles.add(imported(CHANGED, "The old bridge")._replace(), known_as=article)
    assert again.metadata == whole._replace(title="The old bridge")
    assert again.path == "/a.md"
    assert library.revisions.of(article.id)[1].metadata == Metadata("The old bridge")


def test_notes_move_along_with_their_history_and_their_counter(library: Library, article: Article) -> None:
    before = library.annotations.save(note(article))
    newer = revise(library, article, CHANGED)
    (after,) = library.annotations.of(article.id)
    assert (after.note, after.revision, after.place, after.rev) == (before.note, newer.number, "sure", before.rev + 1)
    assert CHANGED[slice(*after.span)] == TEXT[slice(*SAFE)]
    assert (after.created, after.modified) == (before.created, before.modified)
    last = library.history.of(article.id)[-1]
    assert (last.action, last.origin, last.before, last.after) == ("place", "rule", before, after)


def test_a_note_whose_words_are_gone_is_lost_and_comes_home_when_they_are_put_back(
    library: Library, article: Article
) -> None:
    library.annotations.save(passage(article))
    gone = revise(library, article, "All of it is new.")
    assert library.annotations.of(article.id) == []
    assert [a.place for a in library.annotations.unplaced(article.id)] == ["lost"]
    assert library.articles.list()[0].unplaced == 1
    revise(library, gone, TEXT + " More will follow.")
    (home,) = library.annotations.of(article.id)
    assert (home.place, home.revision, home.words) == ("sure", 3, "Engineers doubted it")
    assert library.articles.list()[0].unplaced == 0


def test_an_old_text_has_its_notes_where_they_were(library: Library, article: Article) -> None:
    library.annotations.save(note(article))
    revise(library, article, CHANGED)
    (old,) = library.history.at_revision(article.id, 1)
    assert (old.span, old.revision) == (SAFE, 1)


def test_the_claims_of_the_old_text_are_not_taken_for_those_of_the_new_one(library: Library, article: Article) -> None:
    library.readings.keep(article, reading(SAFE))
    newer = revise(library, article, CHANGED)
    assert library.readings.up_to_date(newer) is None
    assert library.articles.list()[0].claims is None
    assert library.revisions.reading(article.id, 1) == reading(SAFE)


def test_the_place_where_the_reader_was_moves_along(library: Library, article: Article) -> None:
    library.articles.remember_position(article.id, TEXT.index("Engineers"))
    revise(library, article, CHANGED)
    assert library.articles.position(article.id) == CHANGED.index("Engineers")


def test_the_index_agrees_with_what_is_kept_after_a_revision(library: Library, article: Article) -> None:
    library.annotations.save(note(article))
    library.readings.keep(article, reading(SAFE))
    revise(library, article, CHANGED)
    with library._connection.writing() as db:
        assert check(db) == []


def test_a_revision_that_is_not_there_is_named_in_one_line(library: Library, article: Article) -> None:
    with pytest.raises(UnknownRevisionError, match="revision 1 only"):
        library.revisions.document(article.id, 2)


def test_killed_while_a_revision_is_added_the_library_has_the_old_text_or_the_new_one_with_all_notes(
    library: Library, article: Article, path: Path
) -> None:
    for number in range(30):
        library.annotations.save(note(article, uid=f"u{number}"))
    library.close()
    for rows in range(0, 40, 13):
        program = subprocess.run([sys.executable, __file__, str(path), str(rows)], check=False)
        assert program.returncode in (0, -SIGKILL)
        with Library(path) as opened:
            now = opened.articles.get(article.id)
            notes = opened.annotations.of(article.id)
            text = opened.articles.document(now).text
            assert {(a.revision, a.place, text[slice(*a.span)]) for a in notes} == {
                (now.number, "sure", TEXT[slice(*SAFE)])
            }
            assert len(notes) == 30


def _killed(path: str, rows: int) -> None:
    """Add a revision in this process, and end it when so many rows of history have been written."""
    from store.keeping import changes

    append, written = changes._append, 0

    def dying(*arguments: object) -> object:
        nonlocal written
        written += 1
        if written > rows:
            os.kill(os.getpid(), SIGKILL)
        return append(*arguments)  # type: ignore[arg-type]

    changes._append = dying  # type: ignore[assignment]
    with Library(Path(path)) as opened:
        article = opened.articles.get(1)
        revise(opened, article, f"Take {rows}. " + CHANGED)


if __name__ == "__main__":
    _killed(sys.argv[1], int(sys.argv[2]))
