"""What somebody is reported to have said is told, and never put into their mouth."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Claim, Span, Spans
from store.anchors import Role, selector
from store.annotations import Annotation
from store.citing.reported import reported
from store.items import Item
from tests.store.citing.claimed import claimed

_INDIRECT = "(reported, not a quotation)"


def told(text: str, *parts: Any, teller: Item | None = None, **facts: Any) -> str:
    return reported(claimed(text, *parts, **facts), text, teller)


def test_the_cue_with_its_negation_stands_before_what_is_denied() -> None:
    text = "The Staff denied on Friday that the ridge had fallen. The ridge had fallen, Bo did not deny."
    words = "that the ridge had fallen", "denied", "The Staff"
    assert told(text, *words, speaker="Staff", tone="denial") == (
        f"The Staff denied on Friday that the ridge had fallen {_INDIRECT}"
    )
    words = "The ridge had fallen", "did not deny", "Bo"
    assert told(text, *words, speaker="Bo") == f"Bo did not deny: The ridge had fallen {_INDIRECT}"


def test_what_is_quoted_in_part_has_the_marks_of_the_article() -> None:
    text = "A snowfall «exceptional for June» had closed it, said the minister, Ana Bo, and it was «late,»."
    parts = ("A snowfall «exceptional for June» had closed it", "and it was «late,»"), "said", "the minister, Ana Bo"
    assert told(text, *parts, speaker="Ana Bo", quote="mixed") == (
        "The minister, Ana Bo, said: A snowfall «exceptional for June» had closed it … and it was «late» "
        "(reported, quoted in part)"
    )


@pytest.mark.parametrize(
    ("text", "parts", "words"),
    [
        ("It rose, she said on Friday.", ("It rose", "said", "she"), "Ana Bo said on Friday: It rose"),
        ("It rose, according to the board.", ("It rose", "according to", "the board"), "According to Ana Bo: It rose"),
        ("She told reporters it rose.", ("it rose", "told", "She"), "Ana Bo told reporters it rose"),
        (
            "Ana Bo, 44, a nurse, said it rose.",
            ("it rose", "said", "Ana Bo, 44, a nurse"),
            "Ana Bo, 44, a nurse, said it rose",
        ),
        ("Bo, in tears, said it rose.", ("it rose", "said", "Bo"), "Ana Bo, in tears, said it rose"),
        ("The nurse, said it rose.", ("it rose", "said", "The nurse"), "Ana Bo said it rose"),
        (
            "Asked by Bo whether it rose, he left.",
            ("whether it rose", "Asked", "Bo"),
            "Asked by Ana Bo whether it rose",
        ),
        ("It rose, he used to say.", ("It rose", "say", "he"), "Ana Bo used to say: It rose"),
        ("It rose by her own account.", ("It rose", "account", "her own"), "Ana Bo’s account: It rose"),
        ("I said my house fell.", ("my house fell", "said", "I"), "I (Ana Bo) said my house fell"),
        ("It was clear: it rose.", ("it rose", "was clear"), "Ana Bo was clear: it rose"),
        ("It rose: Ana Bo", ("It rose", ":", "Ana Bo"), "Ana Bo: It rose"),
        ("Neither would confirm that.", ("that", "would confirm", "Neither"), "Neither would confirm that"),
        ("Bo put it at 61, citing lists.", ("it at 61", "put", "Bo"), "Ana Bo put it at 61, citing lists"),
        (
            "It was open at 8 a.m., she said.",
            ("It was open at 8 a.m.", "said", "she"),
            "Ana Bo said: It was open at 8 a.m.",
        ),
    ],
)
def test_it_is_a_sentence_in_the_words_of_the_article(text: str, parts: tuple[str, ...], words: str) -> None:
    assert told(text, *parts, speaker="Ana Bo", via="lists") == f"{words} {_INDIRECT}"


def test_words_that_are_left_out_between_are_told() -> None:
    text = (
        "Bo cut its forecast, blaming prices and “two customers who are very slow at signing,” and said it would close."
    )
    assert told(text, "it would close", "said", "Bo", speaker="Bo") == f"Bo … said it would close {_INDIRECT}"


def test_what_means_nothing_without_the_words_before_is_told_in_its_sentence() -> None:
    text = "It rained. Ana Bo showed a house that she said was hit. It was late."
    assert told(text, ("that", "was hit"), "said", "she", speaker="Ana Bo") == (
        f"Ana Bo showed a house that she (Ana Bo) said was hit {_INDIRECT}"
    )


def test_what_nobody_is_named_for_is_told_in_its_sentence() -> None:
    text = "It rained. It is feared that the worst lies ahead. It was late."
    assert told(text, "that the worst lies ahead", "feared", source_kind="anonymous") == (
        "It is feared that the worst lies ahead (nobody is named for it; reported, not a quotation)"
    )


def test_of_those_who_are_not_named_the_words_of_the_text_stay() -> None:
    text = "One of them said it was late. A nurse, who asked not to be named, said it was. A source claimed yes."
    assert told(text, "it was late", "said", "One of them", source_kind="anonymous") == (
        f"One of them (not named) said it was late {_INDIRECT}"
    )
    parts = "it was", "said", "A nurse, who asked not to be named"
    assert told(text, *parts, speaker="nurse", source_kind="anonymous").startswith(
        "A nurse, who asked not to be named,"
    )
    parts = "yes", "claimed", "A source"
    assert told(text, *parts, speaker="source", source_kind="anonymous").startswith("A source (not named) claimed yes")


def test_who_tells_of_them_is_named_before_their_words() -> None:
    text = "“They say on the radio that it is ours,” said Ana Bo."
    teller = claimed(
        text, "“They say on the radio that it is ours,”", "said", "Ana Bo", quote="direct", speaker="Ana Bo"
    )
    assert told(text, "that it is ours", "say", "They", teller=teller) == (
        f"They (not named), as told by Ana Bo, say on the radio that it is ours {_INDIRECT}"
    )
    assert told(text, "that it is ours", "say", "“They", teller=teller).startswith(
        "They (not named), as told by Ana Bo,"
    )
    guessed = replace(teller, claim=teller.claim._replace(speaker_sure=0.5)) if teller.claim else teller
    assert ", perhaps as told by Ana Bo, say" in told(text, "that it is ours", "say", "They", teller=guessed)


def test_a_guess_is_worded_and_one_that_was_refused_is_gone() -> None:
    text = "A senior commander was there, in it. He said it was late."
    item = claimed(text, "it was late", "said", "He", speaker="senior commander", speaker_sure=0.6)
    assert reported(item, text) == f"He (perhaps the senior commander) said it was late {_INDIRECT}"
    item = replace(item, claim=item.claim and item.claim._replace(source_kind="anonymous"))
    assert reported(item, text).startswith("He (perhaps the senior commander, not named) said")
    roles: tuple[tuple[Role, Spans], ...] = (("content", item.content), ("source", item.source), ("cue", item.cue))
    places = tuple(selector(text, *span, role) for role, spans in roles for span in spans)
    refused = Annotation(uid="1", article=1, kind="claim", selectors=places, speaker="")
    assert reported(replace(item, annotation=refused), text) == f"He said it was late {_INDIRECT}"


_SPAN = st.tuples(st.integers(0, 40), st.integers(1, 12))
_ANY = st.lists(_SPAN, max_size=2)


@given(
    st.text('aB s,.:’“”‘"\n\x1b', min_size=60, max_size=60),
    _ANY,
    _ANY,
    st.lists(_SPAN, min_size=1, max_size=2),
    st.sampled_from([None, "A", "\n"]),
)
def test_whatever_is_marked_it_is_one_safe_line_that_says_that_it_is_no_quotation(
    text: str, source: list[Span], cue: list[Span], content: list[Span], speaker: str | None
) -> None:
    roles = (tuple(sorted((start, start + length) for start, length in spans)) for spans in (content, cue, source))
    item = Item(1, Claim(*roles, speaker=speaker), None)
    words = reported(item, text, item)
    assert words.isprintable()
    assert words.endswith("reported, not a quotation)")
