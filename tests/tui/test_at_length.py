"""All that is known of a claim: nothing cut, nothing foreign let through, what its reader made of it included."""

from dataclasses import replace

import pytest

from claims.model import Claim
from store.annotations import Evidence
from store.naming import DENIAL
from store.questions import questions
from store.review import Item
from tests.tui.panel_items import ANNOTATIONS, CAVEATS, CLAIMS, TEXT, annotation, items
from tui.legend import legend
from tui.widgets.panel.at_length import NAMES, item_told
from tui.widgets.panel.facts import facts


def told(item: Item) -> dict[str, list[str]]:
    """What is told by name; what has no name goes on under the one before."""
    by_name: dict[str, list[str]] = {}
    for name, words in item_told(item, TEXT, CAVEATS):
        by_name.setdefault(name or next(reversed(by_name)), []).append(words)
    return by_name


def test_what_is_said_and_on_what_terms_comes_first_and_why_it_is_a_claim_last() -> None:
    names = list(told(of_number(1)))
    assert names[:5] == ["speaker", "content", "caveat", "kind", "when"]
    assert names[-3:] == ["ask", "sure", "why"]


def of_number(number: int | None) -> Item:
    return next(item for item in items(*ANNOTATIONS) if item.number == number)


def test_the_meaning_of_a_highlight_and_evidence_are_told() -> None:
    of_words = annotation(
        "h",
        "that hundreds are dead",
        role="passage",
        meaning=2,
        evidence=(Evidence("https://a.example/1", "supports", "p. 3"),),
    )
    said = dict(item_told(Item(None, None, of_words), TEXT, CAVEATS, ("key", "un\x1bsure", "ask", "no", "say")))
    assert said["meaning"] == "≈ un␛sure"
    assert said["evidence"] == "supports: https://a.example/1 – p. 3"


def test_every_role_attribute_and_reason_of_a_claim_is_told_and_every_verdict_of_its_reader() -> None:
    assert told(of_number(1)) == {
        "speaker": ["Russia"],
        "source": ["none is named"],
        "cue": ["none"],
        "content": ["that its forces had broken through two fortified lines in the east"],
        "you": ["accepted"],
        "progress": ["checked"],
        "finding": ["disputed"],
        "reason": ["The general staff says that the lines hold."],
        "tags": ["#front line #war"],
        "note": ["Ask the ministry which lines.\nThe map of 12 May shows three."],
        "ask": [*questions(CLAIMS[0], TEXT, CAVEATS)],
        "kind": ["speech · indirect · told in a neutral word · at first hand · kind of source: government"],
        "when": ["on Wednesday"],
        "caveat": ["⚠ not verified: Reuters was not able to verify the report"],
        "sure": ["93%"],
        "why": ["cue said (reporting verb)", "source before it", "clause after it"],
    }


def test_a_claim_marked_by_hand_and_a_passage_say_what_they_are() -> None:
    by_hand, passage = told(of_number(3)), told(of_number(None))
    assert by_hand["marked"] == ["by hand"]
    assert by_hand["progress"] == ["to verify"]
    assert passage == {"passage": ["Reuters was not able to verify the report"], "note": ["Good practice."]}


def test_of_an_accepted_guess_it_stays_told_that_it_was_one() -> None:
    claim = Claim(content=((0, 6),), speaker="Ana Bo", speaker_sure=0.6)
    assert told(Item(1, claim, None))["speaker"] == ["Ana Bo?"]
    accepted = annotation("g", "Russia", decision="accepted", speaker="Ana Bo")
    assert told(Item(1, claim, accepted))["speaker"][0].endswith("Ana Bo · a guess that you accepted")


def test_a_speaker_that_nothing_tells_of_is_anonymous_and_another_open() -> None:
    assert told(Item(1, Claim(content=((7, 12),), source=((0, 6),)), None))["speaker"] == ["open"]
    assert told(Item(1, Claim(content=((0, 6),)), None))["speaker"] == ["anonymous"]


def test_nothing_is_cut_short_however_long() -> None:
    long = "because of this " * 300
    noted = annotation("n", "that hundreds are dead", note=long, reason=long, finding="disputed")
    item = Item(1, CLAIMS[3]._replace(content=((0, len(TEXT)),), why=(long, "and that")), noted)
    lines = told(item)
    assert lines["note"] == lines["reason"] == [long.strip()]
    assert lines["why"] == [long.strip(), "and that"]
    assert told(Item(1, item.claim, None))["content"] == [" ".join(TEXT.split())]


def test_hostile_words_are_made_harmless() -> None:
    hostile = "\x1b[31mx\u202e\x07"
    noted = annotation("h", "that hundreds are dead", note=hostile, reason=hostile, tags=(hostile,), speaker=hostile)
    claim = Claim(content=((0, 5),), speaker=hostile, via=hostile, why=(hostile,))
    words = "".join(word for _, word in item_told(Item(1, claim, noted), hostile, ()))
    assert not {"\x1b", "\u202e", "\x07"} & set(words)


@pytest.mark.parametrize("item", items(*ANNOTATIONS), ids=lambda item: str(item.number))
def test_every_name_has_room_in_its_column(item: Item) -> None:
    assert max(len(name) for name in told(item)) < NAMES


def test_a_note_in_markdown_is_told_in_plain_lines_with_the_addresses_of_its_links() -> None:
    noted = annotation(
        "h", "that hundreds are dead", role="passage", note="**Ask** [Ann](https://a.org):\n\n1. *who*\n2. how"
    )
    assert told(Item(None, None, noted))["note"] == ["Ask Ann (https://a.org):\n1. who\n2. how"]


def test_of_an_amended_claim_nobody_says_how_sure_it_is_but_how_it_was_found() -> None:
    found = CLAIMS[0]._replace(source_kind="anonymous")
    words, source = (annotation("m", said).selectors[0] for said in ("that hundreds are dead", "aides"))
    mine = annotation("m", "that hundreds are dead", amended=True)
    mine = replace(mine, selectors=(words, replace(source, role="source")))
    lines = told(Item(1, found, mine))
    assert not {"sure", "why"} & lines.keys()
    assert lines["amended"][0].startswith("by hand; found as “that its forces had broken through")
    assert lines["amended"][0].endswith("”, 93% sure")
    assert "source: unknown" in lines["kind"][0]
    # Who says it now is known from the reader alone.
    assert lines["speaker"] == ["open"]


def test_a_denial_is_called_the_same_at_length_on_its_card_and_among_the_signs() -> None:
    item = of_number(1)
    assert item.claim is not None
    denied = replace(item, claim=item.claim._replace(tone="denial"))
    (kind,) = told(denied)["kind"]
    assert DENIAL in kind.split(" · ")
    assert f"¬ {DENIAL}" in [fact.text for fact in facts(denied, TEXT, CAVEATS)]
    assert ("¬", DENIAL) in [sign for _, signs in legend() for sign in signs]
