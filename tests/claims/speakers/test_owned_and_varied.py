"""*Her spokesman*, *his wife, Vera*, *the former keeper*: somebody's people, and other words for somebody met."""

import pytest

from tests.claims.speakers.marked import speakers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("[Lena Ost] said no. [Her spokesman] said so.", "Lena Ost's spokesman", id="a spokesman"),
        pytest.param("[Lena Ost] said no. [Her office] said so.", "Lena Ost's office", id="an office"),
        pytest.param("[Lena Ost] said no. [Her dentist] said so.", "dentist", id="not just anybody"),
        pytest.param(
            "[Carl Berg] said no. His wife, Vera, was out. [Vera] said so.", "Vera", id="a wife by her name alone"
        ),
        pytest.param("Lucy Hart came. [Her son Tom] said no.", "Tom", id="a son"),
        pytest.param(
            "Its treasurer, Ravi Oja, left. It rained. [Its treasurer] said no.", "Ravi Oja", id="an officer of it"
        ),
    ],
)
def test_somebodys_people_are_told_by_whose_they_are(text: str, expected: str) -> None:
    assert speakers(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("[Ines Ray] said no. “Never,” [the retired lab technician] said.", "Ines Ray", id="retired"),
        pytest.param("[Ines Ray] said no. “Never,” [the fund manager] said.", "Ines Ray", id="a trade"),
        pytest.param("[Bo Fane KC] said no. Ida Holm sat. [The barrister] said so.", "Bo Fane", id="a near synonym"),
        pytest.param("[Ines Ray] said no. “Never,” [the judge] said.", "judge", id="not an office"),
        pytest.param(
            "A cyclist was there. [Ines Ray] said no. “Never,” [the cyclist] said.", "cyclist", id="not another"
        ),
    ],
)
def test_another_word_for_somebody_met_is_no_new_speaker(text: str, expected: str) -> None:
    assert speakers(text)[-1] == expected


def test_this_reporter_is_nobody_of_whom_the_article_tells() -> None:
    assert speakers("[Lena Ost] sang. Asked by [this reporter], she smiled.")[-1] == "reporter"


def test_a_role_in_the_lead_is_whoever_is_named_first_below_it() -> None:
    text = "Water to flow\n\n[The Lettish foreign minister] said so.\n\n[Ilse Ozol] said more.\n"
    assert speakers(text) == ["Ilse Ozol", "Ilse Ozol"]


def test_a_role_that_nothing_else_is_told_of_is_not_whoever_is_named_next() -> None:
    assert speakers("Water to flow\n\n[The mayor] said so.\n\n[Ilse Ozol] said more.\n") == ["mayor", "Ilse Ozol"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Kuusi Board Oyj lost money. [The company] said no.", "Kuusi Board Oyj", id="a company"),
        pytest.param("Ancoats Rovers met. [The club] said no.", "Ancoats Rovers", id="a club by its name"),
        pytest.param("Corrib Mutual, an insurer, met. [The insurer] said no.", "Corrib Mutual", id="what it was said"),
        pytest.param("Corrib Mutual met. It rained. [The mutual] said no.", "Corrib Mutual", id="a word of its name"),
        pytest.param("Ancoats Rovers met. [The orchestra] said no.", "orchestra", id="nothing of another sort"),
    ],
)
def test_a_body_is_come_back_to_by_a_noun_of_its_sort(text: str, expected: str) -> None:
    assert speakers(text) == [expected]
