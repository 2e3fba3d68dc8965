"""Meanings and evidence: kept, remembered, undone, merged, drafted, exported and told like all that a reader adds."""

import json
from dataclasses import replace
from pathlib import Path

from store.annotations import Annotation, Evidence
from store.article import Article
from store.conflicts import Conflict
from store.exporting.everything import export_all
from store.exporting.files import export_article
from store.keeping import snapshot
from store.library import Library
from store.merging import merge
from store.rebasing import rebased
from store.rescuing import Rescue, write_rescue
from store.telling import tell
from tests.store.kept import SAFE, imported, note, passage, reading

FOR = Evidence("https://example.org/measured", "supports", "page 3")
AGAINST = Evidence("archive box 7", "contradicts")


def kept(library: Library, annotation: Annotation) -> Annotation:
    library.annotations.save(annotation)
    return library.annotations.get(annotation.uid)


def test_both_are_there_after_a_restart(path: Path) -> None:
    with Library(path) as library:
        article, _ = library.articles.add(imported())
        saved = [
            kept(library, replace(passage(article), meaning=2)),
            kept(library, replace(note(article), evidence=(FOR, AGAINST), amended=True)),
        ]
    with Library(path) as library:
        assert library.annotations.of(article.id) == saved[::-1]


def test_a_claim_with_evidence_or_with_changed_words_alone_is_kept(library: Library, article: Article) -> None:
    assert kept(library, replace(note(article, note=""), evidence=(FOR,))).evidence == (FOR,)
    assert kept(library, replace(note(article, "u2", note=""), amended=True)).amended


def test_undo_takes_back_each(library: Library, article: Article) -> None:
    first = kept(library, replace(note(article), evidence=(FOR,)))
    library.annotations.save(replace(first, evidence=(FOR, AGAINST)))
    change = library.history.undo(article.id)
    assert change is not None
    assert change.summary == "evidence on a claim"
    assert library.annotations.get("u1").evidence == (FOR,)


def test_evidence_of_two_windows_stays_both(article: Article) -> None:
    before = replace(note(article), evidence=(FOR,))
    mine, theirs = replace(before, evidence=()), replace(before, evidence=(FOR, AGAINST))
    together = rebased(before, mine, theirs)
    assert together is not None
    assert together.evidence == (AGAINST,)


def test_two_meanings_are_a_conflict_told_in_words(article: Article) -> None:
    before = passage(article)
    mine, theirs = replace(before, meaning=1), replace(before, meaning=4)
    assert rebased(before, mine, theirs) is None
    conflict = Conflict(before, mine, theirs)
    assert conflict.differing == (("meaning", "important", "error"),)
    assert conflict.settled("mine") == mine


def test_a_draft_keeps_both_and_one_of_an_earlier_program_has_neither(library: Library, article: Article) -> None:
    draft = replace(note(article), evidence=(AGAINST,), meaning=3)
    library.drafts.keep(draft)
    assert library.drafts.of(article.id)[0].annotation == draft
    earlier = json.loads(snapshot.dump(draft))
    for field in ("evidence", "meaning", "amended"):
        del earlier[field]
    assert snapshot.load(json.dumps(earlier)) == replace(draft, evidence=(), meaning=None)


def test_both_are_merged_in_with_what_was_made_of_them(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with Library(other) as library:
        article, _ = library.articles.add(imported())
        theirs = kept(library, replace(passage(article), meaning=5, evidence=(FOR,), amended=True))
    Library(path).close()
    assert merge(path, other).problems == ()
    with Library(path) as library:
        (mine,) = library.annotations.of(1)
        assert (mine.meaning, mine.evidence, mine.amended) == (theirs.meaning, theirs.evidence, theirs.amended)


def test_both_are_rescued(article: Article, tmp_path: Path) -> None:
    came = imported()
    said = replace(note(article), evidence=(FOR,), amended=True)
    write_rescue(
        tmp_path / "rescued.db",
        Rescue(
            document=came.document,
            metadata=came.metadata,
            imported=came,
            article=article,
            reading=None,
            annotations=(said, replace(passage(article), meaning=4)),
            unsaved=frozenset({"u1", "p1"}),
            deleted=(),
            drafts=(replace(note(article, "typed"), evidence=(AGAINST,)),),
        ),
    )
    with Library(tmp_path / "rescued.db") as library:
        one, other = library.annotations.of(1)
        assert (one.evidence, one.amended, other.meaning) == ((FOR,), True, 4)
        assert library.drafts.of(1)[0].annotation.evidence == (AGAINST,)


def test_both_are_exported_and_told(library: Library, article: Article, tmp_path: Path) -> None:
    library.readings.keep(article, reading(SAFE))
    library.annotations.save(replace(note(article), evidence=(FOR, AGAINST)))
    library.annotations.save(replace(passage(article), meaning=1))
    markdown = export_article(library, article, reading=reading(SAFE)).markdown
    assert "supports: https://example.org/measured – page 3" in markdown
    assert "contradicts: archive box 7" in markdown
    assert "important" in markdown
    called = export_article(library, article, reading=reading(SAFE), meanings=["vital", "b", "c", "d", "e"]).markdown
    assert "vital" in called
    assert "important" not in called
    lines = [told.line for told in tell(library.history.of(article.id))]
    assert "supports “https://example.org/measured”" in lines[0]
    assert "important" in lines[1]
    export_all(library.path, tmp_path / "all")
    (kept_as,) = (tmp_path / "all").glob("*/article.json")
    written = {one["uid"]: one for one in json.loads(kept_as.read_text())["annotations"]}
    assert written["u1"]["evidence"][1] == {"address": "archive box 7", "stance": "contradicts", "note": ""}
