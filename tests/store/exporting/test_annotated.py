"""What an export holds of a reader's work, and how it looks in Markdown."""

import re

import pytest
import yaml

from claims.model import Caveat, Claim, Hedge, Phrase, QuoteKind
from store.article import Metadata
from store.document import Document
from store.exporting import annotated_markdown
from store.importing.front_matter import own_tags, split
from store.importing.markdown import parse_markdown
from store.importing.metadata import describe
from store.review import Item
from tests.store.exporting.made import annotated, detected
from tests.store.exporting.reading_back import shape, without_additions

PLAIN = parse_markdown("The river rose, officials said. Nobody was hurt, the mayor wrote.")


def _exported(document: Document, *items: Item, unreviewed: bool = False) -> str:
    return annotated_markdown(Metadata("T"), document, items, unreviewed=unreviewed)


def _body(source: str, *words: str) -> str:
    """``source`` exported with a passage for each of ``words``, up to the first footnote."""
    document = parse_markdown(source)
    text = _exported(document, *(annotated(document, passage, note="n") for passage in words))
    return text.split("---\n", 2)[2].split("\n\n[^note-1]:")[0].strip()


def test_an_annotated_claim_is_marked_in_place_with_its_facts_note_and_row() -> None:
    claim = annotated(
        PLAIN,
        "The river rose",
        number=3,
        speaker="Officials",
        quote="indirect",
        decision="accepted",
        progress="checked",
        finding="disputed",
        reason="gauge 4 fell",
        tags=("flood", "river 2"),
        note="Ask Ann.\nThen Bo.\n\nDone | over.",
    )
    assert _exported(PLAIN, claim) == (
        "---\ntitle: T\ntags:\n- flood\n- river-2\nreader-tags:\n- flood\n- river 2\nexported-by: sayso\n---\n\n"
        "<mark>The river rose</mark>[^claim-3], officials said. Nobody was hurt, the mayor wrote.\n\n"
        "[^claim-3]: Claim 3 · Officials · indirect · accepted · checked · reader’s finding: disputed · "
        "because: gauge 4 fell · tags: flood, river 2\n\n    Ask Ann.\\\n    Then Bo.\n\n    Done | over.\n\n"
        "## Claims\n\n| # | Speaker | Claim | Quote kind | Review | Note |\n| ---: | :--- | --- | --- | --- | --- |\n"
        "| 3 | Officials | The river rose | indirect | accepted · checked · reader’s finding: disputed | "
        "Ask Ann.<br>Then Bo.<br>Done \\| over. |\n"
    )


def test_a_passage_is_marked_and_noted_and_not_among_the_claims() -> None:
    exported = _exported(PLAIN, annotated(PLAIN, "Nobody was hurt", note="By whom?"))
    assert "<mark>Nobody was hurt</mark>[^note-1], the mayor" in exported
    assert exported.endswith("[^note-1]: By whom?\n")


def test_a_reason_without_a_finding_and_a_bare_highlight_are_not_lost() -> None:
    claim = annotated(PLAIN, "The river rose", number=1, quote="indirect", reason="minutes p. 61")
    note = "[^claim-1]: Claim 1 · anonymous · indirect · not reviewed · because: minutes p. 61\n"
    assert note in _exported(PLAIN, claim)
    assert "[^note-1]: highlighted\n" in _exported(PLAIN, annotated(PLAIN, "Nobody was hurt"))


def test_an_unreviewed_claim_says_so_with_its_cue_and_the_reporter_s_caveats() -> None:
    claim = Claim(content=((0, 14),), cue=((26, 30),), quote="indirect", caveats=(0, 1))
    caveats = (Caveat("unverified", (0, 14)), Caveat("denial", (32, 47)))
    exported = annotated_markdown(Metadata("T"), PLAIN, [Item(1, claim, None)], caveats=caveats, unreviewed=True)
    remarks = "reported as not verified: “The river rose” · denied: “Nobody was hurt”"
    assert f"[^claim-1]: Claim 1 · anonymous · said, indirect · {remarks} · not reviewed\n" in exported


def test_a_claim_that_nobody_is_named_for_says_so_in_its_footnote_and_its_row() -> None:
    nobody = Claim(content=((0, 14),), cue=((26, 30),), quote="indirect")
    officials = nobody._replace(source=((16, 25),), source_kind="anonymous")
    for claim, who in ((nobody, "anonymous"), (officials, "officials (anonymous)")):
        exported = _exported(PLAIN, Item(1, claim, None), unreviewed=True)
        assert f"[^claim-1]: Claim 1 · {who} · said, indirect · not reviewed\n" in exported
        assert f"| 1 | {who} | said | The river rose |" in exported


@pytest.mark.parametrize("quote", ["direct", "indirect"])
def test_what_somebody_denies_or_does_not_say_is_told_so_in_the_footnote_and_the_row(quote: QuoteKind) -> None:
    denied = parse_markdown("The mayor denied that the river rose.")
    claim = Claim(content=((17, 36),), cue=((10, 16),), source=((0, 9),), quote=quote, tone="denial")
    for words, item in (
        ("denied", Item(1, claim, None)),
        ("denied", annotated(denied, "that the river rose", 1, decision="accepted", claim=claim)),
    ):
        exported = _exported(denied, item, unreviewed=True)
        assert f"[^claim-1]: Claim 1 · The mayor · {words}, {quote} · denied or not said · " in exported
        assert f"| The mayor | {words} (denied or not said) | that the river rose | {quote} |" in exported
    without_cue = _exported(denied, Item(1, claim._replace(cue=()), None), unreviewed=True)
    assert "| The mayor | denied or not said | that the river rose |" in without_cue
    assert "not said" not in _exported(denied, Item(1, claim._replace(tone="neutral"), None), unreviewed=True)


def test_the_table_tells_how_far_each_claim_is_and_has_no_column_that_is_empty() -> None:
    waiting = annotated(PLAIN, "The river rose", 1, progress="awaiting an answer")
    rejected = annotated(PLAIN, "Nobody was hurt", 2, decision="rejected", note="no")
    exported = _exported(PLAIN, waiting, rejected, Item(3, Claim(content=((32, 40),)), None), unreviewed=True)
    rows = exported.split("## Claims\n\n")[1].splitlines()
    assert rows[0] == "| # | Speaker | Claim | Quote kind | Review | Note |"
    assert [row.split(" | ")[4] for row in rows[2:]] == ["awaiting an answer", "rejected", "not reviewed"]
    tagged = _exported(PLAIN, annotated(PLAIN, "The river rose", 1, tags=("flood",)))
    assert "| # | Speaker | Claim | Quote kind | Review |\n" in tagged
    by_hand = _exported(PLAIN, annotated(PLAIN, "The river rose", 1, tags=("flood",), by_hand=True))
    assert "not reviewed" not in by_hand


def test_a_claim_with_a_tag_or_a_note_alone_is_told_as_not_reviewed() -> None:
    tagged = annotated(PLAIN, "The river rose", 1, tags=("flood",))
    noted = annotated(PLAIN, "Nobody was hurt", 2, note="Ask.")
    exported = _exported(PLAIN, tagged, noted)
    assert re.findall(r"^\[\^claim-\d\]: .* · not reviewed(.*)$", exported, re.MULTILINE) == [" · tags: flood", ""]
    rows = exported.split("## Claims\n\n")[1].splitlines()[2:]
    assert [row.split(" | ")[4] for row in rows] == ["not reviewed", "not reviewed"]
    assert "not reviewed" not in _exported(PLAIN, annotated(PLAIN, "The river rose", tags=("flood",)))


def test_a_claim_that_was_marked_by_hand_says_so_and_not_that_it_is_accepted_too() -> None:
    exported = _exported(PLAIN, annotated(PLAIN, "The river rose", 1, by_hand=True, decision="accepted"))
    assert "[^claim-1]: Claim 1 · anonymous · marked by hand\n" in exported
    assert exported.endswith(" marked by hand |\n")
    exported = _exported(PLAIN, annotated(PLAIN, "The river rose", 1, by_hand=True, decision="rejected", note="n"))
    assert "[^claim-1]: Claim 1 · anonymous · marked by hand · rejected\n" in exported


def test_how_a_claim_came_to_the_article_is_told_as_in_its_details() -> None:
    document = parse_markdown(
        "“They say on the radio that it might be ours,” Ida Holm told a reporter by phone on Monday."
    )
    text = str(document.text)

    def span(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    outer = Claim(
        content=(span("“They say on the radio that it might be ours,”"),), cue=(span("told"),), quote="direct"
    )
    inner = Claim(
        content=(span("that it might be ours"),),
        cue=(span("say"),),
        source=(span("They"),),
        nested=True,
        hand="relayed",
        via="Ida Holm",
        via_role="teller",
        channel=Phrase("on the radio", span("on the radio")),
        when=Phrase("on Monday", span("on Monday")),
        hedges=(Hedge(span("might"), "source"), Hedge(span("told a reporter"), "reporter")),
    )
    exported = _exported(document, Item(1, outer, None), Item(2, inner, None), unreviewed=True)
    hedges = "hedges: might (the source’s), told a reporter (the reporter’s)"
    told = f"told inside claim 1 · when: on Monday · channel: on the radio · {hedges} · not reviewed"
    assert f"[^claim-2]: Claim 2 · They, as told by Ida Holm · say, indirect · {told}\n" in exported
    row = "| They, as told by Ida Holm | say | that it might be ours | indirect | hedged: told a reporter |"
    assert row in exported
    without = _exported(document, Item(1, outer, None), annotated(document, text[26:35], 2, claim=inner, note="n"))
    assert " · told inside another claim · " in without


def test_the_table_has_the_remarks_and_claims_are_whole_in_it_with_a_sign_where_other_words_stood_between() -> None:
    words = "word " * 900
    document = parse_markdown(f"“It rose … twice,” she said, “{words}end.” Nobody confirmed it. He would not comment.")
    text = document.text
    cut, last = text.index(" she said"), text.index("“word")
    end = text.index(" Nobody")
    claim = Claim(content=((0, cut), (last, end)), cue=((cut + 5, cut + 9),), quote="direct", caveats=(0, 1, 2))
    caveats = tuple(Caveat(kind, (end + 1, end + 20)) for kind in ("unverified", "unverified", "no-comment"))
    exported = annotated_markdown(Metadata("T"), document, [Item(1, claim, None)], caveats=caveats, unreviewed=True)
    remarks = "reported as not verified · no comment"
    assert f"| “It rose … twice,” […] “{words}end.” | direct | {remarks} | not reviewed |\n" in exported
    assert shape(without_additions(exported, document)) == shape(document)


def test_a_guess_that_was_accepted_keeps_the_words_of_the_text() -> None:
    claim = Claim(content=((0, 14),), source=((16, 25),), speaker="Ann Ek", speaker_sure=0.6)
    guess = _exported(PLAIN, Item(1, claim, None), unreviewed=True)
    assert "| 1 | officials – Ann Ek? |" in guess
    accepted = annotated(PLAIN, "The river rose", 1, speaker="Ann Ek", decision="accepted", claim=claim)
    exported = _exported(PLAIN, accepted)
    assert "| 1 | officials – Ann Ek |" in exported
    assert "[^claim-1]: Claim 1 · officials – Ann Ek · a guess that was accepted · indirect · accepted\n" in exported


def test_a_speaker_who_is_left_open_stands_in_the_table_in_the_words_of_the_text() -> None:
    claim = Claim(content=((0, 14),), source=((16, 25),), quote="indirect")
    assert "| 1 | officials | The river rose |" in _exported(PLAIN, Item(1, claim, None), unreviewed=True)


def test_without_annotations_an_export_is_the_article_alone() -> None:
    assert _exported(PLAIN, detected(1, ((0, 14),))).endswith("the mayor wrote.\n")


def test_the_tags_that_the_article_gives_itself_stay_and_are_told_apart_from_the_readers() -> None:
    claim = annotated(PLAIN, "The river rose", number=1, tags=("Fraud", "press freedom"))
    lost = annotated(PLAIN, "Nobody was hurt", tags=("later",)).annotation
    assert lost is not None
    own = ("courts", "fraud", "Lake Constance")
    exported = annotated_markdown(Metadata("T"), PLAIN, [claim], own_tags=own, unplaced=[lost])
    loaded = yaml.safe_load(exported.split("---\n")[1])
    assert loaded["tags"] == ["courts", "fraud", "Lake-Constance", "later", "press-freedom"]
    assert loaded["article-tags"] == [*own]
    assert loaded["reader-tags"] == ["Fraud", "later", "press freedom"]
    assert own_tags(exported) == own
    assert own_tags(_exported(PLAIN, claim)) == ()


def test_front_matter_reads_back_whatever_is_in_it() -> None:
    metadata = Metadata(
        title='\'Quote": # it — "{all}" [[x',
        byline="- Ann & *Bo*",
        outlet="---",
        url="https://example.org/?a=b: c",
        published="2024-02-15",
        language="no",
    )
    exported = annotated_markdown(metadata, PLAIN, (), provenance={"file-sha256": "0" * 64, "title": "not this"})
    fields, body, notice = split(exported)
    assert (fields["file-sha256"], notice) == ("0" * 64, "")
    assert describe(fields, parse_markdown(body), "f") == metadata


@pytest.mark.parametrize(
    ("source", "words", "markdown"),
    [
        ("a *b c* d", "a b", "<mark>a</mark> *<mark>b</mark>[^note-1] c* d"),
        ("a *b c* d", "c d", "a *b <mark>c</mark>* <mark>d</mark>[^note-1]"),
        ("a *b* c", "a b c", "<mark>a *b* c</mark>[^note-1]"),
        ("a [b c](d) e", "b", "a [<mark>b</mark> c](d)[^note-1] e"),
        ("a [b c](d) e", "c", "a [b <mark>c</mark>](d)[^note-1] e"),
        ("a [b c](d) e", "b c", "a <mark>[b c](d)</mark>[^note-1] e"),
        ("a *b c* e", "c", "a *b <mark>c</mark>[^note-1]* e"),
        ("`a b c` d", "b", "`a `<mark>`b`</mark>` c`[^note-1] d"),
        ("![a b](c) d", "b d", "<mark>![a b](c) d</mark>[^note-1]"),
        ("# A b\n\nc d", "b\nc", "# A <mark>b</mark>\n\n<mark>c</mark>[^note-1] d"),
        ("a\\\nb", "a b", "<mark>a\\\nb</mark>[^note-1]"),
        (
            "| a | b |\n|---|---|\n| c | d |",
            "b\nc",
            "| a | <mark>b</mark> |\n| --- | --- |\n| <mark>c</mark>[^note-1] | d |",
        ),
        ("a\n\n```\nb\n```", "a\nb", "<mark>a</mark>\n\n```\nb\n```\n\n[^note-1]"),
        ("a[^1] b\n\n[^1]: c", "a[1] b", "<mark>a[^1] b</mark>[^note-1]\n\n[^1]: c"),
    ],
)
def test_highlights_are_split_at_the_borders_of_marks_and_blocks(source: str, words: str, markdown: str) -> None:
    assert _body(source, words).startswith(markdown)


def test_highlights_that_cross_or_nest_are_well_nested_elements() -> None:
    assert _body("a b c d e", "a b c", "b c d") == (
        "<mark>a <mark>b c</mark></mark>[^note-1] <mark>d</mark>[^note-2] e"
    )
    assert _body("a b c d e", "a b c d", "b c") == "<mark>a <mark>b c</mark>[^note-2] d</mark>[^note-1] e"


def test_each_reference_stands_right_behind_the_end_of_what_it_is_of() -> None:
    assert _body("a b c d", "a b c", "b c") == "<mark>a <mark>b c</mark>[^note-2]</mark>[^note-1] d"
    assert _body("a b c d", "b", "b") == "a <mark><mark>b</mark>[^note-2]</mark>[^note-1] c d"


def test_each_piece_of_a_claim_has_the_reference_to_its_footnote() -> None:
    document = parse_markdown("‘I said, “Where is it?”’ she told them. ‘He *left*.’")
    outer = Claim(content=((0, 24), (40, 51)), cue=((29, 33),), source=((25, 28),), quote="direct")
    inner = Claim(content=((9, 23),), cue=((3, 7),), source=((1, 2),), quote="direct")
    exported = _exported(document, Item(1, outer, None), Item(2, inner, None), unreviewed=True)
    assert (
        "<mark>‘I said, <mark>“Where is it?”</mark>[^claim-2]’</mark>[^claim-1] she told them. "
        "<mark>‘He *left*.’</mark>[^claim-1]\n"
    ) in exported
    assert shape(without_additions(exported, document)) == shape(document)


def test_labels_never_meet_the_article_s_own_footnotes() -> None:
    document = parse_markdown("a[^Claim-1] b[^sayso-note-x]\n\n[^Claim-1]: mine\n\n[^sayso-note-x]: too")
    exported = _exported(document, annotated(document, "a", number=1, note="n"))
    assert "<mark>a</mark>[^sayso-sayso-claim-1][^Claim-1]" in exported


@pytest.mark.parametrize(
    "note",
    [
        "```\nnever closed",
        "</mark></p><script>alert(1)</script>",
        "[^claim-1]: another\n[river]: http://evil.example\n[^none]",
        "# Heading\n- list\n> quote\n1. one\n---\n===\n| a | b |\n|---|---|",
        "    indented\n\n\tcode",
        "[click](javascript:alert) ![x](y) <http://z> &amp; \\ `",
        "\x1b[31mred\u202e\r\nnext\rlast \\",
        "---\ntitle: other\n---",
        "\n\n\n",
    ],
)
def test_a_hostile_note_stays_a_note_and_loses_no_word(note: str) -> None:
    document = parse_markdown("The [river] rose.\n\n[^1]: x\n\nIt[^1] fell.")
    claim = annotated(document, "river", number=1, speaker=note, note=note, reason=note, finding="false", tags=(note,))
    exported = _exported(document, claim)
    assert shape(without_additions(exported, document)) == shape(document)
    read = parse_markdown(split(exported)[1])
    in_note = [b for b in read.blocks if b.within and b.within[0].label == "claim-1"]
    assert not any(b.kind == "heading" for b in in_note)
    assert not any(m.kind == "image" for m in read.marks)
    assert {m.target for m in read.marks if m.kind == "reference"} == {"claim-1", "1"}
    assert {m.target for m in read.marks if m.kind == "link"} <= {"http://z"}
    told = " ".join(read.text[b.start : b.end] for b in in_note[1:])
    assert [w for w in re.findall(r"\w+", note) if w not in ("n", "http", "amp", "1")] == [
        w for w in re.findall(r"\w+", told) if w not in ("http", "amp", "1")
    ]


def test_a_table_without_a_header_a_list_with_a_gap_and_lists_side_by_side_keep_their_shape() -> None:
    assert _body("| | |\n|---|:-:|\n| a | b |") == "|  |  |\n| --- | :---: |\n| a | b |"
    assert _body("1. a\n2.\n3. b") == "1. a\n2.\n3. b"
    assert _body("- a\n\n* b\n\n1. c\n\n1) d") == "- a\n\n+ b\n\n1. c\n\n1) d"


def test_scripts_in_a_document_made_elsewhere_are_not_made_clickable() -> None:
    from store.document import Block, Mark

    document = Document(
        "a b",
        (Block("paragraph", 0, 3),),
        (Mark("link", 0, 1, " javascript:x"), Mark("image", 2, 3, "data:text/html,x")),
    )
    assert _exported(document).endswith("---\n\na b\n")


def test_each_part_that_is_written_is_told_of_and_what_that_raises_comes_through() -> None:
    document = parse_markdown("# Head\n\nThe river rose.\n\n| a | b |\n|---|---|\n| c | d |\n")
    items = [
        annotated(document, "The river rose", number=1, decision="accepted"),
        annotated(document, "Head", note="n"),
    ]
    told: list[tuple[int, int]] = []
    annotated_markdown(Metadata("T"), document, items, progress=lambda *parts: told.append(parts))
    total = len(document.blocks) + 2 + 1
    assert told == [(done, total) for done in range(1, total + 1)]

    def stop(done: int, _: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        annotated_markdown(Metadata("T"), document, items, progress=stop)
