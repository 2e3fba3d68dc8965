"""Tags: renamed, merged and taken away wherever they are, told in each history, and undone as one."""

from dataclasses import replace
from pathlib import Path

import pytest

from store.article import Article
from store.keeping.tags import Tag, TagError
from store.library import Library
from store.searching import indexing
from store.searching.query import parse
from store.telling import tell
from tests.store.kept import DOUBTED, imported, note, passage


@pytest.fixture
def both(library: Library, article: Article) -> tuple[Article, Article]:
    """Two articles with three annotations, and one that is in the bin."""
    other, _ = library.articles.add(
        imported("The mayor said the bridge was safe. Nobody asked the engineers, they say.")
    )
    library.annotations.save(replace(note(article), tags=("a", "ferry", "z")))
    library.annotations.save(replace(passage(article), tags=("boats",)))
    library.annotations.save(replace(note(other, "u2"), tags=("ferry", "boats")))
    library.annotations.save(replace(note(other, "gone", span=DOUBTED), tags=("ferry",)))
    library.annotations.delete("gone")
    return article, other


def tags(library: Library) -> dict[str, tuple[str, ...]]:
    return {uid: library.annotations.get(uid).tags for uid in ("u1", "p1", "u2")}


BEFORE = {"u1": ("a", "ferry", "z"), "p1": ("boats",), "u2": ("ferry", "boats")}


@pytest.mark.usefixtures("both")
def test_each_tag_is_told_with_its_uses(library: Library) -> None:
    assert library.tags.all() == [Tag("a", 1), Tag("boats", 2), Tag("ferry", 2), Tag("z", 1)]


@pytest.mark.usefixtures("both")
def test_a_tag_is_renamed_in_its_place_in_every_article(library: Library) -> None:
    done = library.tags.rename("ferry", "#Ferries ")
    assert (done.annotations, done.articles) == (2, 2)
    assert tags(library) == {"u1": ("a", "Ferries", "z"), "p1": ("boats",), "u2": ("Ferries", "boats")}
    assert [len(library.search.find(parse(words)).results) for words in ("tag:ferries", "tag:ferry")] == [2, 0]
    with library._connection.writing() as db:
        assert indexing.check(db) == []


@pytest.mark.usefixtures("both")
def test_a_rename_into_another_tag_merges_and_is_taken_back_over_a_restart(path: Path, library: Library) -> None:
    token = library.tags.rename("ferry", "boats").token
    assert tags(library) == {"u1": ("a", "boats", "z"), "p1": ("boats",), "u2": ("boats",)}
    assert library.tags.all() == [Tag("a", 1), Tag("boats", 3), Tag("z", 1)]
    library.close()
    with Library(path) as again:
        assert again.tags.undo(token).annotations == 2
        assert tags(again) == BEFORE
        assert again.tags.undo(token) == again.tags.undo("no such token")
        assert tags(again) == BEFORE


def test_a_rename_is_told_in_the_history_and_undone_in_one_article_alone(
    library: Library, both: tuple[Article, Article]
) -> None:
    library.tags.rename("ferry", "boat")
    assert "tags" in (line := tell(library.history.of(both[0].id))[-1].line)
    assert "−#ferry +#boat" in line
    library.history.undo(both[0].id)
    assert tags(library) == {**BEFORE, "u2": ("boat", "boats")}


def test_what_was_changed_since_stays_where_a_rename_is_taken_back(
    library: Library, both: tuple[Article, Article]
) -> None:
    token = library.tags.rename("ferry", "boat").token
    one = library.annotations.get("u1")
    library.annotations.save(replace(one, tags=(*one.tags, "new"), note="Later."))
    library.history.undo(both[1].id)
    assert library.tags.undo(token).annotations == 1
    assert set(library.annotations.get("u1").tags) == {"a", "ferry", "z", "new"}
    assert library.annotations.get("u1").note == "Later."
    assert library.annotations.get("u2").tags == ("ferry", "boats")


@pytest.mark.usefixtures("both")
def test_the_last_change_of_a_tag_that_stands_is_taken_back_over_a_restart(path: Path, library: Library) -> None:
    library.tags.rename("ferry", "boat")
    library.annotations.save(replace(library.annotations.get("p1"), note="Of no tag."))
    library.tags.rename("boats", "boat")
    library.tags.remove("z")
    library.close()
    with Library(path) as again:
        done = [again.tags.undo() for _ in range(4)]
        assert [(one.old, one.new, one.annotations) for one in done] == [
            ("z", "", 1),
            ("boats", "boat", 2),
            ("ferry", "boat", 2),
            ("", "", 0),
        ]
        assert tags(again) == BEFORE
        assert again.annotations.get("p1").note == "Of no tag."


def test_what_a_history_took_back_or_made_again_counts_for_the_last_change(
    library: Library, both: tuple[Article, Article]
) -> None:
    library.tags.rename("ferry", "boat")
    library.tags.remove("z")
    library.history.undo(both[0].id)
    assert library.tags.undo().old == "ferry"
    library.history.redo(both[0].id)
    assert [library.tags.undo().old for _ in range(2)] == ["ferry", ""]
    assert tags(library) == BEFORE


@pytest.mark.usefixtures("both")
def test_tags_given_to_several_at_once_are_no_change_of_a_tag(library: Library) -> None:
    library.annotations.apply_all([(one, replace(one, tags=())) for one in map(library.annotations.get, ("u1", "p1"))])
    assert library.tags.undo().token == ""
    assert tags(library) == {**BEFORE, "u1": (), "p1": ()}


def test_a_tag_is_taken_away_and_a_claim_that_bore_nothing_else_goes(library: Library, article: Article) -> None:
    library.annotations.save(replace(note(article, note=""), tags=("only",)))
    library.annotations.save(replace(passage(article), tags=("only",)))
    token = library.tags.remove("only").token
    assert [(one.uid, one.tags) for one in library.annotations.of(article.id)] == [("p1", ())]
    assert library.articles.list()[0].annotations == 1
    library.tags.undo(token)
    assert [one.tags for one in library.annotations.of(article.id)] == [("only",), ("only",)]


@pytest.mark.parametrize("name", ["", "  ", "#", " # "])
def test_a_tag_without_a_name_is_refused(library: Library, name: str) -> None:
    with pytest.raises(TagError, match="needs a name"):
        library.tags.rename("ferry", name)


@pytest.mark.usefixtures("both")
def test_what_is_no_tag_or_called_that_already_changes_nothing(library: Library) -> None:
    for old, new in (("nothing", "else"), ("ferry", "ferry"), ("odd\udce9", "x")):
        assert library.tags.rename(old, new).token == ""
    assert tags(library) == BEFORE
    hostile = library.tags.rename("z", "\x1b[31m‮ evil")
    assert hostile.annotations == 1
    assert all(char.isprintable() for char in library.annotations.get("u1").tags[-1])
