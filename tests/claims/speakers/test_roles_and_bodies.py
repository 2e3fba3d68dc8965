"""*The mayor*, *the council*, *the company*, *the 49-year-old*: those whom the article names elsewhere."""

import pytest

from tests.claims.speakers.marked import speakers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "[Superintendent Marcus Toll] said no. It rained. [The superintendent] said yes.",
            ["Marcus Toll", "Marcus Toll"],
            id="a title before the name",
        ),
        pytest.param(
            "The Presiding Member, Kwabena Ford, came. [The Presiding Member] said no.",
            ["Kwabena Ford"],
            id="an apposition before it",
        ),
        pytest.param(
            "Gwenno Pryth, the school’s head teacher, came. [The head teacher] said no.",
            ["Gwenno Pryth"],
            id="an apposition after it",
        ),
        pytest.param("[The governor] said no. Governor Pavlo Hrym left.", ["Pavlo Hrym"], id="one who is named later"),
        pytest.param(
            "Mayor Ida Holm and deputy mayor Jens Berg met. [The mayor] said no.", ["Ida Holm"], id="not the deputy"
        ),
        pytest.param(
            "Minister Ida Holm and Minister Jens Berg met. [The minister] said no.", ["minister"], id="one of two"
        ),
        pytest.param(
            "[Minister Ida Holm] said no. [Minister Jens Berg] said yes. [The minister] said so.",
            ["Ida Holm", "Jens Berg", "Jens Berg"],
            id="the one who spoke last",
        ),
        pytest.param(
            "[A senior ministry official] said no. It rained. [The official, who asked for quiet] said more.",
            ["senior ministry official", "senior ministry official"],
            id="one without a name",
        ),
        pytest.param(
            "[Counsel for the first defendant, Bo Eyo] said no. [The second defendant’s lawyer] said yes.",
            ["Bo Eyo", "second defendant’s lawyer"],
            id="another's lawyer",
        ),
        pytest.param("Ida Holm, 49, came. [The 49-year-old] said no.", ["Ida Holm"], id="by age"),
    ],
)
def test_a_role_is_whoever_was_introduced_so(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


def test_the_mayor_is_no_minister_whom_the_story_names_later() -> None:
    text = "Bridge to be rebuilt\n\n[The mayor] said it would be.\n\nTransport minister Anna Holm said so too."
    assert speakers(text)[0] == "mayor"


def test_a_firm_with_the_name_of_its_founder_stays_a_firm() -> None:
    text = """
[Tower maker Brynholt] said it was late. Profits fell, [the company] said.

[Sine Lund], who took over from founder Einar Brynholt, said no. [Brynholt] said so. [Mr Brynholt] said no."""
    assert speakers(text) == ["Brynholt", "Brynholt", "Sine Lund", "Brynholt", "Einar Brynholt"]


def test_in_a_headline_a_role_is_the_first_person_of_the_story() -> None:
    assert speakers("River is not dead, says [diver]\n\nIt rained on Merv Stack on Monday. Jo Bly slept.\n") == [
        "Merv Stack"
    ]
    assert speakers("River is not dead, says [spokeswoman]\n\nIt rained on Merv Stack on Monday.\n") == ["spokeswoman"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Wirra Shire council voted. It rained. [The council] said no.", ["Wirra Shire council"], id="a council"
        ),
        pytest.param("[The ministry] said no. The health ministry was shut.", ["health ministry"], id="a ministry"),
        pytest.param(
            "The Department of Culture met. [His department] said no.", ["Department of Culture"], id="his department"
        ),
        pytest.param(
            "The health ministry met. The trade ministry met. [The ministry] said no.", ["ministry"], id="one of two"
        ),
        pytest.param(
            "[The health ministry] said no. The trade ministry met. [The ministry] said so.",
            ["health ministry", "health ministry"],
            id="the one of two that spoke",
        ),
        pytest.param(
            "[Ghana’s central bank] said no. The central bank rose. [The bank] said so.",
            ["Ghana’s central bank", "Ghana’s central bank"],
            id="with whose it is",
        ),
        pytest.param("The plant belongs to Pryor & Lark. [The company] said no.", ["Pryor & Lark"], id="a company"),
        pytest.param("A football club met. [The club] said no.", ["club"], id="not one of many"),
    ],
)
def test_a_body_is_called_by_its_full_name(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("A delegate who wore a scarf over his face", "delegate"),
        ("A conductor with 20 years on the line, whom we do not name", "conductor"),
        ("People familiar with the inquiry", "People familiar with the inquiry"),
        ("two people who were in the room", "two people who were in the room"),
        ("Sources close to the promoter family", "Sources close to the promoter family"),
        ("a source at the council", "source at the council"),
        ("The union that represents the cutters", "union that represents the cutters"),
        ("Its author, a rigger who still works there", "rigger"),
        ("his daughter", "daughter"),
        ("her mother", "mother"),
        ("A 412-page report, seen by this newspaper", "report"),
        ("a survey published last month", "survey"),
        ("Only one in ten", "one in ten"),
        ("the teacher’s", "teacher"),
    ],
)
def test_what_only_describes_is_dropped(source: str, speaker: str) -> None:
    assert speakers(f"It rained. [{source}] said no.") == [speaker]


@pytest.mark.parametrize("source", ["Others", "one of them", "Both", "someone", "the other side", "a third"])
def test_nobody_in_particular_is_nobody(source: str) -> None:
    assert speakers(f"It rained. [{source}] said no.") == [None]
