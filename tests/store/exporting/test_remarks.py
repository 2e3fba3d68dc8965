"""What an export says of the reporter's remarks on a claim: the words, and whose it is that they are about."""

import pytest

from claims.model import Caveat, CaveatKind, Claim, Sentence, Span
from store.exporting.remarks import Remarks
from store.items import Item


def span(text: str, words: str) -> Span:
    return text.index(words), text.index(words) + len(words)


def remarked(text: str, kind: CaveatKind, remark: str, claim: Claim) -> list[str]:
    """What is told of ``claim``, which ``remark`` is about, in a ``text`` of the sentences that ` / ` parts."""
    sentences, at = [], 0
    for sentence in text.split(" / "):
        sentences.append(Sentence((at, at + len(sentence)), "own-voice"))
        at += len(sentence) + 3
    remarks = Remarks(text, [Caveat(kind, span(text, remark))], sentences)
    return [*remarks.on(Item(1, claim._replace(caveats=(0,)), None))]


@pytest.mark.parametrize(
    ("text", "remark", "told"),
    [
        ("It rose. / The mayor gave no details.", "The mayor gave no details", "The mayor gave no details"),
        ("It rose. / Tamm said so; he offered no proof.", "he offered no proof", "Tamm said so; he offered no proof"),
        (
            "It rose. / “Now,” Ann said, without giving details, and left.",
            "without giving details",
            "‘Now,’ Ann said, without giving details",
        ),
    ],
)
def test_a_remark_is_told_in_its_words_from_the_beginning_of_its_sentence_which_says_whose(
    text: str, remark: str, told: str
) -> None:
    claim = Claim(content=(span(text, "It rose"),))
    assert remarked(text, "missing-detail", remark, claim) == [f"detail missing: “{told}”"]


def test_behind_a_very_long_way_to_it_the_remark_stands_alone_and_is_never_cut() -> None:
    text = f"It rose. / {'The mayor of the town ' * 20}gave no details."
    claim = Claim(content=(span(text, "It rose"),))
    assert remarked(text, "missing-detail", "gave no details", claim) == ["detail missing: “gave no details”"]


def test_a_denial_is_not_said_twice_of_the_claim_that_is_one_but_of_what_another_denies_it_is_told() -> None:
    text = "It rose. / The mayor denied that it rose."
    denial = Claim(content=(span(text, "that it rose"),), cue=(span(text, "denied"),), tone="denial")
    assert remarked(text, "denial", "The mayor denied that it rose", denial) == []
    claim = Claim(content=(span(text, "It rose"),))
    told = ["denied: “The mayor denied that it rose”"]
    assert remarked(text, "denial", "The mayor denied that it rose", claim) == told


def test_a_sentence_with_several_remarks_is_quoted_once() -> None:
    text = "Karsia said it rose, gave no details and could not be checked. Nobody commented."
    claim = Claim(content=(span(text, "it rose"),), caveats=(0, 1, 2))
    kinds: tuple[tuple[CaveatKind, str], ...] = (
        ("missing-detail", "gave no details"),
        ("unverified", "could not be checked"),
        ("no-comment", "Nobody commented"),
    )
    caveats = [Caveat(kind, span(text, words)) for kind, words in kinds]
    sentences = [Sentence(span(text, text[:62]), "attributed"), Sentence(span(text, text[63:]), "caveat")]
    assert [*Remarks(text, caveats, sentences).on(Item(1, claim, None))] == [
        "detail missing, reported as not verified: “Karsia said it rose, gave no details and could not be checked”",
        "no comment: “Nobody commented”",
    ]
