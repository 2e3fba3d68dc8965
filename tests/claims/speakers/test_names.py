"""A source that names itself, in full, in part or by initials."""

import pytest

from tests.claims.speakers.marked import speakers


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Deputy minister Hanna Maly", "Hanna Maly"),
        ("Then-mayor Errol Standish, now a candidate", "Errol Standish"),
        ("Supt Alison Greaves", "Alison Greaves"),
        ("Mum-of-four Kelly-Ann Sowerby, 39, from Osby", "Kelly-Ann Sowerby"),
        ("Chief Mrs Folasade Ogunbiyi, who spoke in Yaba", "Folasade Ogunbiyi"),
        ("Senior Minister of State Vanessa Kang", "Vanessa Kang"),
        ("director of recreation Paul Baird", "Paul Baird"),
        ("Leader of the Opposition V.K. Antappan", "V.K. Antappan"),
        ("Home Office pathologist Dr Ranjit Sahota", "Ranjit Sahota"),
        ("Miriam Lowther KC, for the Crown", "Miriam Lowther"),
        ("its chairman, Ruud Tichel", "Ruud Tichel"),
        ("One of the sons, Declan Guinan", "Declan Guinan"),
        ("Elias “Bra Eli” Mokgat", "Elias Mokgat"),
        ("the nurse, who gave her name only as Ofelia", "Ofelia"),
        ("A tenant, who simply identified herself as Mama Chidera", "Mama Chidera"),
        ("her daughter Awa", "Awa"),
        ("Sister Odile", "Sister Odile"),
        ("Mr Park", "Park"),
        ("Striker Sarah Baker Jones", "Sarah Baker Jones"),
        ("Colonel Omar al-Hassan", "Omar al-Hassan"),
        ("the medical charity Bandage Aid", "Bandage Aid"),
        ("The insurer, Corrib Mutual", "Corrib Mutual"),
        ("Tarn Ridge Outdoor, Inc., a maker of tents", "Tarn Ridge Outdoor"),
        ("Ida Holm and Dr Jens Berg", "Ida Holm and Jens Berg"),
        ("Smt. Padmavathi Iyer", "Padmavathi Iyer"),
        ("its chairman, Comrade Musa Lawal", "Musa Lawal"),
        ("Hon. Justice A. O. Faji", "A. O. Faji"),
        ("Prime Minister-designate Tarek Vries", "Tarek Vries"),
        ("State Minister for Labour Nadia Akhter", "Nadia Akhter"),
        ("Head of Communications Tim Elwell", "Tim Elwell"),
        ("Riverbend Model Police Station OC Omar Hossain Majum", "Omar Hossain Majum"),
        ("The owner, nephrologist Dr. Ramon Vill", "Ramon Vill"),
        ("the president’s Unity Party", "Unity Party"),
    ],
)
def test_the_name_is_taken_out_of_the_phrase(source: str, name: str) -> None:
    assert speakers(f"On Monday [{source}] said it was late.") == [name]


@pytest.mark.parametrize(
    "source",
    ["The Culture Minister", "A spokesman for President Emilio Carchi", "Presidential Candidates", "Stubble’s lawyer"],
)
def test_a_title_or_somebody_elses_name_is_no_name_of_the_source(source: str) -> None:
    (speaker,) = speakers(f"[{source}] said it was late.")
    assert speaker in source


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("[Maly] said it was late. Hanna Maly smiled.", ["Hanna Maly"], id="a surname"),
        pytest.param("Hanna Maly smiled. [Hanna] said it was late.", ["Hanna Maly"], id="a given name"),
        pytest.param(
            "Ida Holm and Jens Holm met. [Mr Holm] said it was late.", ["Jens Holm"], id="the one of that gender"
        ),
        pytest.param(
            "[Jens Holm] said it was late. Ola Holm slept. [Holm] said it was not.",
            ["Jens Holm", "Jens Holm"],
            id="the one who spoke just now",
        ),
        pytest.param(
            "It was made by Halcyon Home Energy. [Halcyon] said it was safe.", ["Halcyon Home Energy"], id="a firm"
        ),
        pytest.param("The Kwado Assembly (KNMA) met. [KNMA] said yes.", ["Kwado Assembly"], id="an acronym explained"),
        pytest.param("The Delhi High Court sat. [HC] said no.", ["Delhi High Court"], id="initials"),
        pytest.param(
            "The Municipal Executive (ME), Mr Samuel Opoku, came. [The ME] said no.",
            ["Samuel Opoku"],
            id="the initials of an office",
        ),
        pytest.param(
            "Angela Szymanski left. [Ms Szymanski’s office] said so.", ["Angela Szymanski’s office"], id="an owner"
        ),
    ],
)
def test_a_part_of_a_name_stands_for_the_whole(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


def test_a_place_is_not_taken_for_a_body_that_begins_with_it() -> None:
    assert speakers("The Kenya Wildlife Trust met. [Kenya] said no.") == ["Kenya"]


def test_what_somebody_is_said_to_be_is_no_name_of_theirs() -> None:
    assert speakers("Yvonne Stack sat. [Stack, a Philadelphia Democrat] said no.") == ["Yvonne Stack"]


def test_a_shouted_word_of_a_headline_is_no_part_of_a_name() -> None:
    assert speakers("FURIOUS Ancoats Rovers met. [Ancoats Rovers] said no.") == ["Ancoats Rovers"]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("a complaint that he filed with the county", "complaint"),
        ("a letter of the fire chief which", "letter of the fire chief"),
        ("the union that represents the cutters", "union that represents the cutters"),
        ("a notice pasted on the shutter and signed by nobody", "notice pasted on the shutter"),
    ],
)
def test_a_document_is_told_by_the_first_thing_that_was_done_to_it(source: str, name: str) -> None:
    assert speakers(f"On Monday [{source}] said it was late.") == [name]
