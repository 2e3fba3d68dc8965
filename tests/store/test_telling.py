"""The history in plain words: every change, with when, who and by which version, and whether it still stands."""

import re
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from shutil import copyfile

from store.article import Article
from store.library import Library
from store.telling import article_history, tell
from store.version import program_version
from tests.e2e.hostile import all_at, breaches
from tests.store.kept import imported, note, passage, resave

SCHEMAS = Path(__file__).parent / "schemas"


def said(library: Library, article: Article) -> list[tuple[str, str, bool]]:
    return [(told.what, told.values, told.undone) for told in article_history(library, article)]


def test_that_a_guess_was_refused_is_told_in_words_of_its_own_and_also_where_more_was_on_the_claim(
    library: Library, article: Article
) -> None:
    bare = replace(note(article), note="", speaker=None)
    library.annotations.save(replace(bare, speaker=""))
    resave(library, bare)
    library.annotations.save(replace(bare, note="Who?", speaker="", uid="u2"))
    library.annotations.delete("u2")
    library.history.undo(article.id)
    told = [what for what, _, _ in said(library, article)[1:]]
    assert told == [
        "refused the guessed speaker",
        "allowed the guessed speaker again",
        "added note, refused guess on a claim",
        "deleted note, refused guess on a claim",
        "undid deleting note, refused guess on a claim",
    ]


def test_the_history_tells_every_change_the_oldest_first_and_marks_what_was_undone(
    library: Library, article: Article
) -> None:
    library.annotations.save(note(article))
    resave(library, replace(note(article, note="Who says so?"), tags=("bridge",), decision="accepted"))
    library.history.undo(article.id)
    library.history.undo(article.id)
    library.history.redo(article.id)
    library.annotations.delete("u1")
    library.bin.restore("u1", origin="script")
    library.bin.put(article)
    library.bin.restore(article.uid)
    assert said(library, article) == [
        ("added to the library", "“The bridge”", False),
        ("added note on a claim", "“Who measured?”", False),
        (
            "changed note, decision, tags on a claim",
            "note “Who measured?” → “Who says so?”, decision – → accepted, tags +#bridge",
            True,
        ),
        (
            "undid note, decision, tags on a claim",
            "note “Who says so?” → “Who measured?”, decision accepted → –, tags −#bridge",
            False,
        ),
        ("undid note on a claim", "“Who measured?”", False),
        ("did again note on a claim", "“Who measured?”", False),
        ("deleted note on a claim", "“Who measured?”", False),
        ("took out of the bin: note on a claim", "“Who measured?”", False),
        ("put into the bin", "“The bridge”", False),
        ("taken out of the bin", "“The bridge”", False),
    ]


def test_each_line_says_when_what_on_which_words_who_and_by_which_version(library: Library, article: Article) -> None:
    library.annotations.save(note(article), origin="script")
    line = article_history(library, article)[-1].line
    version = re.escape(program_version())
    assert re.fullmatch(
        r"\d{4}-\d\d-\d\d \d\d:\d\d  added note on a claim  “Who measured\?”  on “the bridge was safe”  command line  "
        rf"sayso {version}",
        line,
    )
    library.history.undo(article.id)
    assert article_history(library, article)[-2].line == f"{line}  [undone]"


def test_of_long_notes_the_place_is_told_where_they_part(library: Library, article: Article) -> None:
    long = "All of this was there before, and it is far more than a line holds. "
    library.annotations.save(replace(note(article, note=long), tags=("a", "b")))
    resave(library, replace(note(article, note=f"{long}Now this."), tags=("b", "c")))
    told = article_history(library, article)[-1]
    assert told.values == "note “…line holds.” → “…line holds. Now this.”, tags −#a +#c"


def test_of_what_was_purged_the_history_tells_only_that(library: Library, article: Article) -> None:
    library.annotations.save(passage(article))
    library.annotations.delete("p1")
    library.bin.purge(["p1"])
    assert said(library, article)[1:] == [("deleted for good", "", False)]
    library.bin.put(article)
    library.bin.purge([article.uid])
    (told,) = tell(library.history.named(article.uid))
    assert (told.what, told.values, told.about) == ("article deleted for good", "", "")


def test_an_annotation_has_a_history_of_its_own(library: Library, article: Article) -> None:
    library.annotations.save(note(article))
    library.annotations.save(passage(article))
    library.history.undo(article.id)
    assert [told.what for told in tell(library.history.named("p1"))] == [
        "added highlight on a passage",
        "undid highlight on a passage",
    ]
    assert [told.undone for told in tell(library.history.named("p1"))] == [True, False]
    assert library.history.named("nothing") == []


def test_an_article_that_came_before_its_coming_was_written_down_was_added_when_it_was(tmp_path: Path) -> None:
    copyfile(SCHEMAS / "1.db", tmp_path / "1.db")
    with Library(tmp_path / "1.db") as library:
        article = library.articles.get(1)
        first, *rest = article_history(library, article)
        assert (first.what, first.at) == ("added to the library", article.added[:16].replace("T", " "))
        assert len(rest) == len(library.history.log(1)) > 5


def test_no_text_however_hostile_acts_on_a_terminal_or_breaks_a_line(path: Path, library: Library) -> None:
    article, _ = library.articles.add(imported(title=all_at("title")))
    hostile = replace(
        note(article, note=all_at("note")), reason=all_at("reason"), tags=(all_at("tag"),), speaker="\x1b[2J"
    )
    library.annotations.save(hostile)
    with closing(sqlite3.connect(path)) as db:
        db.executescript(
            "DROP TRIGGER history_is_never_changed; UPDATE history SET version = char(27) || '[2J', at = char(27)"
        )
    lines = [told.line for told in article_history(library, article)]
    assert len(lines) == 2
    assert not list(breaches("\n".join(lines).encode()))
    assert all("\n" not in line and len(line) < 1000 for line in lines)
