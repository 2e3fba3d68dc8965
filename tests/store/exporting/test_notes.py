"""A note written in Markdown leaves as Markdown: another program shows it as it was meant, and nothing in it acts."""

from dataclasses import replace

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from store.annotations import Annotation
from store.article import Metadata
from store.document import Block, Document, Mark
from store.exporting import annotated_markdown
from store.importing.front_matter import split
from store.importing.markdown import parse_markdown, parse_note
from tests.store.exporting.made import annotated
from tests.store.exporting.reading_back import shape, without_additions
from tests.store.importing.documents import markdown

ARTICLE = parse_markdown("# Claims\n\nThe [river] rose.[^1]\n\n- a\n- b\n\n[^1]: its own")
NOTE = """**Check** with *OSINT*:

- Luhansk front
- [ISW](https://understandingwar.org)
  and [Ann](mailto:ann@example.org)

> so they say"""


def _exported(note: str, number: int | None = 1) -> str:
    claim = annotated(ARTICLE, "river", number=number, speaker="Officials" if number else None, note=note)
    return annotated_markdown(Metadata("T"), ARTICLE, [claim])


def _viewed(exported: str) -> str:
    viewer = MarkdownIt("commonmark", {"maxNesting": 200}).enable(["table", "strikethrough"])
    return str(viewer.use(front_matter_plugin).use(footnote_plugin).render(exported))


def _note_in(exported: str, label: str) -> tuple[Document, list[Block]]:
    read = parse_markdown(split(exported)[1])
    return read, [block for block in read.blocks if block.within and block.within[0].label == label]


def test_emphasis_lists_quotations_and_links_are_markdown_within_the_footnote() -> None:
    assert (
        "[^claim-1]: Claim 1 · Officials · not reviewed\n\n"
        "    **Check** with *OSINT*:\n\n"
        "    - Luhansk front\n"
        "    - [ISW](https://understandingwar.org)\\\n"
        "      and [Ann](mailto:ann@example.org)\n\n"
        "    > so they say\n"
    ) in _exported(NOTE)


def test_in_the_table_of_claims_a_note_is_one_cell_with_its_marks() -> None:
    row = _exported(NOTE).splitlines()[-1]
    assert row.endswith(
        "| **Check** with *OSINT*:<br>• Luhansk front<br>• [ISW](https://understandingwar.org)<br>"
        "and [Ann](mailto:ann@example.org)<br>> so they say |"
    )


def test_another_program_renders_it_inside_the_note() -> None:
    notes = _viewed(_exported(NOTE)).split('<section class="footnotes">')[1].split("<h2>")[0]
    assert "<strong>Check</strong> with <em>OSINT</em>" in notes
    assert '<a href="https://understandingwar.org">ISW</a>' in notes
    assert notes.count("<li>") == 2
    assert "<blockquote>" in notes


def test_a_heading_in_a_note_is_none_of_the_article_s() -> None:
    assert "    **Why not**\n" in _exported("## Why *not*")
    assert "# Why" not in _exported("# Why\n\nso")


def test_notes_without_a_place_are_markdown_too() -> None:
    lost = annotated(ARTICLE, "river", number=1, note="## Claims\n\n- *one*\n- two").annotation
    assert isinstance(lost, Annotation)
    exported = annotated_markdown(Metadata("T"), ARTICLE, [], unplaced=[lost, replace(lost, uid="b")])
    assert exported.count("**Claims**\n\n- *one*\n- two\n") == 2
    assert shape(without_additions(exported, ARTICLE)) == shape(ARTICLE)


def _in_shape(document: Document, blocks: list[Block], outer: int) -> object:
    """``blocks`` of ``document`` as a document of their own, without ``outer`` containers and as notes are written."""
    bare: list[Block] = []
    marks: list[Mark] = []
    texts, at = [], 0
    for block in blocks:
        by = at - block.start
        bare.append(block._replace(start=at, end=block.end + by, within=block.within[outer:]))
        inside = (m for m in document.marks if block.start <= m.start and m.end <= block.end and m.start < m.end)
        marks += (m._replace(start=m.start + by, end=m.end + by) for m in inside)
        texts.append(document.text[block.start : block.end])
        at += len(texts[-1]) + 1
    return shape(Document("\n".join(texts), tuple(bare), tuple(marks)))


def _check(note: str) -> None:
    for number, label in ((1, "claim-1"), (None, "note-1")):
        exported = _exported(note, number)
        assert shape(without_additions(exported, ARTICLE)) == shape(ARTICLE), exported
        read, blocks = _note_in(exported, label)
        meant = parse_note(note)
        written = blocks[1:] if number or not meant.blocks else blocks
        if not any(block.kind == "heading" for block in meant.blocks):
            assert _in_shape(read, written, 1) == _in_shape(meant, list(meant.blocks), 0), exported
        assert [read.text[b.start : b.end] for b in written] == [meant.text[b.start : b.end] for b in meant.blocks]
        links = [m.target for m in read.marks if m.kind in ("link", "image")]
        assert all(target.casefold().startswith(("http:", "https:", "mailto:")) for target in links)


@given(markdown)
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_written_stays_in_its_note_as_it_was_meant(note: str) -> None:
    _check(note)


@given(st.text("ab1 *_`[]()<>!&;#-+=|~\\\n\t.:^\"'é/", max_size=60))
@example("[1]()")
@settings(max_examples=200, deadline=None)
def test_any_run_of_markup_characters_stays_in_its_note(note: str) -> None:
    _check(note)
