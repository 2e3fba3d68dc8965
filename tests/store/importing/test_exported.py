"""What Sayso exported is read back as the article that it was, without what the export added."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.model import Claim, Reading
from store.anchors import selector
from store.annotations import Annotation, Selector
from store.article import Imported, Metadata
from store.document import Document
from store.exporting import export
from store.importing import read_file
from store.importing.markdown import parse_markdown
from store.library import Library
from tests.store.exporting.reading_back import shape
from tests.store.importing.documents import markdown
from tests.store.kept import TEXT, imported, note, passage, revise

OWN_LOOKALIKES = [
    "Text[^claim-1].\n\n[^claim-1]: Its own.",
    "Text[^sayso-note-1] and[^note-1].\n\n[^note-1]: Its own.",
    "## Claims\n\n| # | Speaker | Claim | Quote kind | Finding | Note |\n|--:|:--|---|---|---|---|\n| 1 | A | b |",
    "## Claims\n\n| # | Speaker | Cue | Claim | Quote kind |\n|--:|:--|---|---|---|\n| 1 | A | said | b | direct |",
    "## Claims\n\nClaims not in this file: 3 rejected.",
    "Text.\n\n## Notes whose place is not known\n\n> words\n\nA paragraph.",
    "    code\n\n`a code span` and **strong**[^x]\n\n[^x]: y",
]


@st.composite
def exported(draw: st.DrawFn) -> tuple[Document, str]:
    document = parse_markdown(draw(st.one_of(markdown, st.sampled_from(OWN_LOOKALIKES))))
    offsets = st.integers(0, len(document.text))
    drawn = draw(st.lists(st.tuples(offsets, offsets), max_size=4))
    spans = sorted({(min(span), max(span)) for span in drawn if span[0] != span[1]})
    annotations = [
        _passage(f"p{at}", selector(document.text, *span, role="passage"), note=draw(st.text()))
        for at, span in enumerate(spans)
    ]
    gone = selector("gone # words", 0, 12, role="passage")
    lost = _passage("lost", gone, note="Where did it go?", place="lost")
    reading = Reading("rules 1", tuple(Claim(content=(span,), speaker="A") for span in spans[:2]))
    made = export(
        document,
        Metadata("A title"),
        annotations,
        reading,
        unplaced=[lost] if draw(st.booleans()) else [],
        unreviewed=draw(st.booleans()),
        unread=draw(st.booleans()),
    )
    return document, made.markdown


@given(exported())
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
def test_an_export_is_read_as_the_very_article_whatever_was_noted_on_it(
    tmp_path_factory: pytest.TempPathFactory, made: tuple[Document, str]
) -> None:
    document, written = made
    if not document.text.strip():
        return  # no file would have been read so
    read = _read(tmp_path_factory.mktemp("exports") / "out.md", written)
    assert shape(read.document) == shape(document), written
    assert "this is the article without the marks and notes" in read.notice


def test_an_export_is_known_as_the_article_that_it_came_from(tmp_path: Path) -> None:
    with Library(tmp_path / "sayso.db") as library:
        article = library.articles.add(imported()).article
        library.annotations.save(note(article))
        library.annotations.save(passage(article))
        exported = _exported(library, tmp_path / "out.md")
        added, outcome = library.articles.add(read_file(exported))
        assert (added.id, added.number, outcome.kind) == (article.id, 1, "known")


def test_an_export_of_an_earlier_text_is_known_too_and_puts_nothing_back(tmp_path: Path) -> None:
    with Library(tmp_path / "sayso.db") as library:
        article = library.articles.add(imported()).article
        exported = _exported(library, tmp_path / "out.md")
        revise(library, article, TEXT + " Nothing was done.")
        added, outcome = library.articles.add(read_file(exported))
        assert (added.id, added.number, outcome.kind, outcome.earlier) == (article.id, 2, "known", 1)


def test_an_export_whose_words_somebody_changed_is_the_articles_next_text_without_its_notes(tmp_path: Path) -> None:
    with Library(tmp_path / "sayso.db") as library:
        article = library.articles.add(imported()).article
        library.annotations.save(note(article))
        exported = _exported(library, tmp_path / "out.md")
        exported.write_text(exported.read_text(encoding="utf-8").replace("on Monday", "on Tuesday"), encoding="utf-8")
        read = read_file(exported)
        assert "somebody changed it since" in read.notice
        added, outcome = library.articles.add(read)
        assert (added.id, added.number, outcome.kind) == (article.id, 2, "revised")
        assert library.articles.document(added).text == TEXT.replace("on Monday", "on Tuesday")


@pytest.mark.parametrize("columns", [{"cue": "said"}, {"note": "n"}, {"decision": "accepted"}, {"former": True}, {}])
def test_whatever_columns_its_table_of_claims_has_it_is_taken_off(tmp_path: Path, columns: dict[str, Any]) -> None:
    document = parse_markdown("The river rose, officials said.")
    about = {name: value for name, value in columns.items() if name in ("note", "decision")}
    selectors = [selector(document.text, 0, 14, role="content")]
    if "cue" in columns:
        selectors.append(selector(document.text, 26, 30, role="cue"))
    claim = Annotation(uid="c", article=1, kind="claim", selectors=tuple(selectors), by_hand=True, **about)
    written = export(document, Metadata("T"), [claim], Reading("rules 1", ())).markdown
    assert "## Claims" in written
    if "former" in columns:
        head = "| # | Speaker | Claim | Quote kind |"
        assert f"{head} Review |\n| ---: | :--- | --- | --- | --- |" in written
        written = written.replace(f"{head} Review |", f"{head} Finding | Note |")
        written = written.replace("| --- | --- | --- |", "| --- | --- | --- | --- |")
    assert shape(_read(tmp_path / "out.md", written).document) == shape(document)


def test_an_export_is_an_article_like_any_other_where_it_is_not_known(tmp_path: Path) -> None:
    with Library(tmp_path / "sayso.db") as library:
        library.annotations.save(note(library.articles.add(imported()).article))
        exported = _exported(library, tmp_path / "out.md")
    with Library(tmp_path / "another.db") as library:
        article, outcome = library.articles.add(read_file(exported))
        assert outcome.kind == "new"
        assert library.articles.document(article).text == TEXT


def test_the_tags_of_the_article_and_of_its_reader_stay_apart_through_an_export_that_is_added_elsewhere(
    tmp_path: Path,
) -> None:
    source = tmp_path / "a.md"
    source.write_text(f"---\ntitle: A\ntags: [courts, fraud]\n---\n\n{TEXT}\n", encoding="utf-8")
    with Library(tmp_path / "sayso.db") as library:
        article = library.articles.add(read_file(source)).article
        library.annotations.save(replace(note(article), tags=("Fraud", "mine")))
        exported = _exported(library, tmp_path / "out.md")
    with Library(tmp_path / "another.db") as library:
        article = library.articles.add(read_file(exported)).article
        assert library.revisions.own_tags(article) == ("courts", "fraud")
        again = _exported(library, tmp_path / "again.md").read_text(encoding="utf-8")
    assert "\ntags:\n- courts\n- fraud\narticle-tags:\n- courts\n- fraud\nexported-by" in again


def _passage(uid: str, where: Selector, **about: Any) -> Annotation:
    return Annotation(uid=uid, article=1, kind="passage", selectors=(where,), **about)


def _exported(library: Library, path: Path) -> Path:
    from store.exporting import export_article

    article = library.articles.find("1")
    path.write_text(export_article(library, article, unreviewed=True).markdown, encoding="utf-8")
    return path


def _read(path: Path, written: str) -> Imported:
    path.write_text(written, encoding="utf-8", newline="")
    return read_file(path)
