"""What of the claims goes into an export, and what it says of those that do not."""

import pytest

from claims.model import Claim, Reading
from store.anchors import selector
from store.annotations import Annotation, Decision
from store.article import Metadata
from store.exporting import Exported, LeftOut, export, is_exported
from store.importing.exported import without_additions
from store.importing.front_matter import split
from store.importing.markdown import parse_markdown
from store.verifying import text_sha256
from tests.store.exporting.made import annotated, detected

PLAIN = parse_markdown("The river rose, officials said. Nobody was hurt, the mayor wrote. It will rain, they added.")
RIVER, HURT, RAIN = (Claim(content=(span,)) for span in ((0, 14), (32, 47), (66, 78)))
READING = Reading("rules 1", (RIVER, HURT, RAIN))


def test_what_is_exported_follows_from_what_the_reader_did() -> None:
    found = detected(1, ((0, 14),))
    assert not is_exported(found)
    assert is_exported(found, unreviewed=True)
    for about, expected in (
        ({}, False),
        ({"decision": "accepted"}, True),
        ({"decision": "rejected"}, False),
        ({"decision": "rejected", "note": "why not"}, True),
        ({"note": "hm"}, True),
        ({"tags": ("t",)}, True),
        ({"by_hand": True}, True),
    ):
        assert is_exported(annotated(PLAIN, "The river rose", number=1, **about)) is expected, about


def decided(claim: Claim, decision: Decision, note: str = "") -> Annotation:
    """``claim`` decided on, with a note."""
    places = (selector(PLAIN.text, *claim.content[0], role="content"),)
    uid = f"u{claim.start}"
    return Annotation(uid=uid, article=1, kind="claim", selectors=places, decision=decision, note=note)


def exported(*annotations: Annotation, unreviewed: bool = False, unread: bool = False) -> Exported:
    return export(PLAIN, Metadata("T"), annotations, READING, unreviewed=unreviewed, unread=unread)


def claims_of(markdown: str) -> list[str]:
    """The lines below the heading of the claims, without the blank ones."""
    return [line for line in markdown.partition("## Claims\n")[2].split("\n") if line]


def test_where_nothing_is_reviewed_the_file_says_how_many_claims_it_is_without() -> None:
    made = exported()
    assert claims_of(made.markdown) == ["Claims not in this file: 3 not reviewed."]
    assert (made.claims, made.left_out) == (0, LeftOut(unreviewed=3))


def test_rejected_claims_are_counted_apart_and_one_with_a_note_is_not_left_out() -> None:
    made = exported(decided(RIVER, "accepted"), decided(HURT, "rejected"))
    told, *table = claims_of(made.markdown)
    assert told == "Claims not in this file: 1 rejected, 1 not reviewed."
    assert [row[:4] for row in table[2:]] == ["| 1 "]
    made = exported(decided(RIVER, "accepted"), decided(HURT, "rejected", note="Who says so?"))
    assert claims_of(made.markdown)[0] == "Claims not in this file: 1 not reviewed."


def test_where_every_claim_is_in_the_file_it_says_nothing_of_others() -> None:
    assert "not in this file" not in exported(unreviewed=True).markdown
    everything = (decided(RIVER, "accepted"), decided(HURT, "accepted"), decided(RAIN, "rejected", note="n"))
    assert "not in this file" not in exported(*everything).markdown


def test_of_an_article_that_was_not_read_to_its_end_the_file_says_that_there_may_be_more() -> None:
    more = "The article was still being read: there may be more."
    assert claims_of(exported(unread=True).markdown) == [f"Claims not in this file: 3 not reviewed. {more}"]
    everything = claims_of(exported(unreviewed=True, unread=True).markdown)
    assert everything[0] == f"Claims not in this file: any not found yet. {more}"


@pytest.mark.parametrize("annotations", [(), (decided(RIVER, "accepted"), decided(HURT, "rejected"))])
@pytest.mark.parametrize("unread", [False, True])
def test_what_is_said_of_them_is_no_part_of_the_article_when_the_file_is_read_again(
    annotations: tuple[Annotation, ...], unread: bool
) -> None:
    read = parse_markdown(split(exported(*annotations, unread=unread).markdown)[1])
    for digest, whole in ((text_sha256(PLAIN.text), True), ("edited", False)):
        taken = without_additions(read, digest)
        assert (taken.document.text, taken.whole) == (PLAIN.text, whole)


@pytest.mark.parametrize(
    ("claims", "notes", "left", "told"),
    [
        (0, 0, LeftOut(), "no claims, no notes."),
        (3, 1, LeftOut(), "3 claims, 1 note."),
        (1, 0, LeftOut(rejected=2), "1 claim, no notes. Claims left out: 2 rejected."),
        (
            *(0, 2, LeftOut(unreviewed=1_060, rejected=2)),
            "no claims (none is accepted yet), 2 notes. Claims left out: 2 rejected, 1,060 not reviewed (tick it).",
        ),
        (
            *(5, 0, LeftOut(unreviewed=4, unread=True)),
            "5 claims, no notes. Claims left out: 4 not reviewed (tick it). "
            "The article was still being read: there may be more.",
        ),
    ],
)
def test_whoever_exports_is_told_what_is_in_the_file_and_how_to_have_the_rest(
    claims: int, notes: int, left: LeftOut, told: str
) -> None:
    assert Exported("", claims, notes, left).told("tick it") == told
