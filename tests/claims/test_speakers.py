"""Whose words they are, by the fullest name that the article has."""

import pytest

from claims import speaker_of
from claims.speakers import Cast
from tests.claims.by_rules import read
from tests.claims.speakers.marked import speakers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "NATO Secretary General Jens Holm said it was late.\n“We need more,” he told reporters.",
            ["Jens Holm", "Jens Holm"],
            id="a pronoun goes on from the person before",
        ),
        pytest.param(
            "Deputy minister Hanna Maly said it was tense.\n“It is hard,” Maly wrote.",
            ["Hanna Maly", "Hanna Maly"],
            id="a surname gets its first name back",
        ),
        pytest.param(
            "Maly said it was tense. It was the first time that Hanna Maly had spoken.",
            ["Hanna Maly"],
            id="even one that comes later",
        ),
        pytest.param(
            "The Karsian Defence Ministry said it had won.\n“They ran,” the ministry said.",
            ["Karsian Defence Ministry", "Karsian Defence Ministry"],
            id="a noun goes back to the institution introduced with it",
        ),
        pytest.param(
            "The General Staff of the Navy said it had won. It sank two ships, it added.",
            ["General Staff of the Navy", "General Staff of the Navy"],
            id="it is the institution",
        ),
        pytest.param(
            "Wei Ost said it was late. Tan Berg said it was not. “I was there,” she said.",
            ["Wei Ost", "Tan Berg", "Tan Berg"],
            id="a pronoun that two people could be is whoever spoke last",
        ),
        pytest.param(
            "Mr Carl Berg said it was not. Mrs Lena Ost said it was. “I was there,” he said.",
            ["Carl Berg", "Lena Ost", "Carl Berg"],
            id="a form of address tells he from she",
        ),
        pytest.param("He said it was late.", [None], id="a pronoun with nobody before it stays open"),
        pytest.param(
            "“We are tired,” Ida Holm said.\n“We are cold.”",
            ["Ida Holm", "Ida Holm"],
            id="a quotation that runs on keeps its speaker",
        ),
        pytest.param(
            "Ida Holm said it was late.\n“We waited.\n“We waited long.\n“It closes,” said Dr Elin Rey, a director.",
            ["Ida Holm", "Elin Rey", "Elin Rey", "Elin Rey"],
            id="a quotation over paragraphs is whose name stands at its end",
        ),
        pytest.param(
            "Ida Holm said: “We waited.\n“We waited long.\n“It closes,” she told Elin Rey.",
            ["Ida Holm", "Ida Holm", "Ida Holm"],
            id="or at its beginning",
        ),
        pytest.param(
            "Ida Holm said it was late.\n“We waited.\n“It closes.”",
            ["Ida Holm", "Ida Holm", "Ida Holm"],
            id="and goes on from the speaker before where no name stands at its end",
        ),
        pytest.param(
            "Reporter: Is it safe?\nElin Rey: It is safe.\nNobody has died.\nReporter: Why?\nRey: I do not know.",
            ["Elin Rey", "Elin Rey", "Elin Rey"],
            id="an answer over paragraphs keeps its speaker",
        ),
        pytest.param(
            "Q: Is it safe? Elin Rey was asked.\nA: It is safe.\nQ: Why?\nA: Nobody has died.",
            [None, None],
            id="whoever answers under a mere letter stays open",
        ),
    ],
)
def test_a_source_is_given_its_speaker(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


def test_the_speaker_of_a_source_marked_by_hand() -> None:
    text = "Deputy minister Hanna Maly said it was tense.\nLater Maly shrugged. The boats stayed in."
    start = text.index("Maly shrugged")
    assert speaker_of(text, ((start, start + 4),)) == "Hanna Maly"
    assert speaker_of(text, ()) is None


def test_in_a_book_the_speaker_of_a_source_marked_by_hand_is_looked_for_around_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_at = []

    class Watched(Cast):
        def __init__(self, text: str) -> None:
            looked_at.append(len(text))
            super().__init__(text)

    monkeypatch.setattr("claims.by_hand.Cast", Watched)
    chapter = "It rained in the valley for days, and nothing moved.\n" * 8_000
    near = "Mayor Hanna Maly came at noon.\nMaly said that the bridge was safe.\n"
    book = f"Mayor Jozef Maly spoke.\n{chapter}{near}{chapter}Mayor Ewa Maly left.\n"
    start = book.index("Maly said")
    assert speaker_of(book, ((start, start + 4),)) == "Hanna Maly"
    assert looked_at[0] < 500_000 < len(book)


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Deputy minister Hanna Maly", "person"),
        ("The mayor", "role"),
        ("The Health Ministry", "institution"),
        ("Britain", "government"),
        ("A senior official", "anonymous"),
        ("People familiar with the matter", "anonymous"),
        ("A nurse who works there", "anonymous"),
        ("One of them", "anonymous"),
        ("A third", "anonymous"),
        ("Several of them", "anonymous"),
        ("One nurse", "anonymous"),
        ("Employees who asked not to be named", "anonymous"),
        ("The nurse", "role"),
        ("A new study", "document"),
        ("The BBC", "media"),
        ("The state news agency", "media"),
        ("The civil defence agency", "institution"),
        ("Ghana", "government"),
        ("Analysts", "crowd"),
        ("His grandmother", "person"),
        ("A note by Lumen Bank", "document"),
    ],
)
def test_a_source_has_a_kind(source: str, kind: str) -> None:
    (claim,) = read(f"{source} said it was late.").claims
    assert claim.source_kind == kind
