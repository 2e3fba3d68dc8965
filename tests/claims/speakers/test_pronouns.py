"""*He*, *she*, *it*, *they*, *who* and *I*: answered where it is clear, and left open where it is not."""

import pytest

from claims import read
from claims.speakers.roster import Roster
from tests.claims.speakers.marked import speakers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("[Lena Ost] said no. “We go,” [she] said.", "Lena Ost", id="the speaker before"),
        pytest.param("[Lena Ost] said no.\n\n“We go,” [she] said.", "Lena Ost", id="over paragraphs"),
        pytest.param("[Lena Ost] said no. [Carl Berg] said yes. “We go,” [she] said.", "Lena Ost", id="by given name"),
        pytest.param(
            "[Mr Sam Ost] said no. [Mrs Kim Berg] said yes. “We go,” [he] said.", "Sam Ost", id="by form of address"
        ),
        pytest.param(
            "[Spokeswoman Ng Wei] said no. [Spokesman Tan Li] said yes. “We go,” [she] said.",
            "Ng Wei",
            id="by a gendered noun",
        ),
        pytest.param(
            "Ng Wei lost her boat. Tan Li sold his boat. Tan Li met Ng Wei. “We go,” [she] said.",
            "Ng Wei",
            id="by the pronouns of the article",
        ),
        pytest.param("Carl Berg had come. “We go,” [he] said.", "Carl Berg", id="one who is only told of"),
        pytest.param(
            "[Jens Holm] said no.\n\nCarl Berg had come by boat. “We go,” [he] said.",
            "Carl Berg",
            id="told of since the last one spoke",
        ),
        pytest.param(
            "[Jens Holm] said no. He had met Carl Berg. “We go,” [he] said.", "Jens Holm", id="not whom he met"
        ),
        pytest.param(
            "[Jens Holm] said no. Carl Berg’s boat sank. Berg had left, [he] said.", "Jens Holm", id="not of himself"
        ),
        pytest.param(
            "Asked by [Carl Berg] about it, Jens Holm shrugged. “We go,” [he] said.", "Jens Holm", id="not who asked"
        ),
        pytest.param("Lena Ost left. [Her lawyer] said no. “We go,” [she] said.", "Lena Ost", id="not one who is hers"),
        pytest.param("[A clerk at the bank] said no. “We go,” [she] said.", "clerk at the bank", id="one without name"),
        pytest.param("[Ng Wei] said no. [Tan Li] said yes. “We go,” [she] said.", "Tan Li", id="the last of two"),
        pytest.param(
            "[Carl Berg] said no. [Corinna Li] said yes. [Ramona Tan] said so. “We go,” [she] said.",
            "Ramona Tan",
            id="by how the name sounds",
        ),
        pytest.param("“We go,” [he] said.", None, id="nobody"),
        pytest.param("[Lena Ost] said no. “We go,” [he] said.", None, id="nobody of that gender"),
        pytest.param("[Carl Berg] said: “I was there. [He] was told.”", None, id="anybody in a quotation"),
    ],
)
def test_he_and_she_go_on_with_whom_the_sentence_before_was_about(text: str, expected: str | None) -> None:
    assert speakers(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("[Lena Ost] said: “I asked the chief for one. [He] said no.”", "chief", id="an office"),
        pytest.param("Sam Ost came. [Lena Ost] said: “I rang my brother. [He] said no.”", "brother", id="a relation"),
        pytest.param("Sam Ost came. [Lena Ost] said: “I rang my sister. [He] said no.”", "Sam Ost", id="not a woman"),
        pytest.param("[Lena Ost] said: “The nurse and Sam Ost came. [He] said no.”", None, id="not after a name"),
    ],
)
def test_he_in_a_quotation_is_whom_it_told_of(text: str, expected: str | None) -> None:
    assert speakers(text)[-1] == expected


@pytest.mark.parametrize("source", ["note by Corrib Bank, [which]", "two nurses, [who]"])
def test_who_and_which_after_a_source_are_that_source(source: str) -> None:
    opener, rest = source.split(", ")
    assert speakers(f"It fell, according to [{opener}], {rest} said no.") == [opener, opener]


def test_sister_odile_is_no_he() -> None:
    assert speakers("[Her teacher, Sister Odile], said no. “It is late,” [he] said.")[-1] is None


def test_a_country_is_nobody() -> None:
    assert speakers("Ecuador gave him two days, and Ecuador meant it. “It is late,” [he] said.")[-1] is None


def test_in_an_obituary_he_is_whom_it_is_about() -> None:
    text = (
        "Aslak Berg, who died on Friday, carved eyes. He made his first at ten, and he hid it.\n\n"
        "His shop was small and he kept it shut. He slept in it. He ate in it with his dog. He swept it himself, and "
        "he paid his rent.\n\n"
        "A boat came for Jens Holm.\n\nThe summer was wet.\n\nIt rained in June.\n\n[He] said little."
    )
    assert speakers(text) == ["Aslak Berg"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("[The agency] said no. “We go,” [it] said.", "agency", id="the body that spoke"),
        pytest.param("The ministry was asked about it. [It] said no.", "ministry", id="the subject before"),
        pytest.param("[Ida Holm] said no. The report came on Friday. [It] said no.", "report", id="a document"),
        pytest.param("[Ida Holm] said no. [It] said so.", None, id="no person"),
        pytest.param("[The miners] said no. [They] said so.", "miners", id="several people"),
        pytest.param("The defendants were led in. [They] said no.", "defendants", id="several who are told of"),
        pytest.param("[Ida Holm] said no. [They] said so.", None, id="not one person"),
    ],
)
def test_it_and_they_go_on_with_bodies_and_with_several(text: str, expected: str | None) -> None:
    assert speakers(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It belongs to Mr PJ Reilly, [who] said no.", "PJ Reilly", id="a name"),
        pytest.param("It belongs to PJ Reilly, a farmer near by, [who] said no.", "PJ Reilly", id="over an apposition"),
        pytest.param("It goes to a grandson, Marcus, [who] said no.", "Marcus", id="a name set beside"),
        pytest.param(
            "It was filed by the parents of two of the deceased, [who] said no.", "parents of two of the deceased"
        ),
        pytest.param("He met a spokeswoman, [who] said no.", "spokeswoman", id="a description"),
        pytest.param("The Corrib Trust, [which] said no, met.", "Corrib Trust", id="a body"),
        pytest.param("The rain came, [which] said no.", None, id="nothing that speaks"),
    ],
)
def test_who_and_which_go_back_to_what_stands_before_them(text: str, expected: str | None) -> None:
    assert speakers(text) == [expected]


def test_i_in_a_quotation_is_its_speaker_and_we_may_be_anybody() -> None:
    assert speakers("[Ida Holm] said: “[I] asked for it and [we] got it.”") == ["Ida Holm", "Ida Holm", None]
    assert speakers("[Ida Holm] said: “[I’ve] asked for it.”") == ["Ida Holm", "Ida Holm"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“We go,” [Ida Holm] said.\n\n{“We stay.”}", "Ida Holm", id="in the next paragraph"),
        pytest.param("[Ida Holm] said she was tired. {“We stay.”}", "Ida Holm", id="after indirect speech"),
        pytest.param(
            "Ida Holm, a nurse, has been talking to us.\n\n{“We stay.”}", "Ida Holm", id="after an introduction"
        ),
        pytest.param(
            "“We go,” [Ida Holm] said.\n\n“Why?” [Jens Berg] asked.\n\n{“We must.”}", "Ida Holm", id="as the answer"
        ),
        pytest.param("It rained.\n\n{“We stay.”}", None, id="after nobody"),
        pytest.param("“We go,” [Ida Holm] said.\n\nIt rained.\n\nIt rained.\n\n{“We stay.”}", None, id="long after"),
    ],
)
def test_a_quotation_without_a_source_goes_on_from_the_last_speaker(text: str, expected: str | None) -> None:
    assert speakers(text)[-1] == expected


@pytest.mark.parametrize(
    "before",
    ["Men dug in Vora Rufina, a market town of 4,000.", "“It fell,” said Renzo Alar."],
    ids=["a town", "a man"],
)
def test_she_of_whom_somebody_tells_is_no_town_and_nobody_with_the_name_of_a_man(before: str) -> None:
    told = "“I heard her sing,” Teresa Lazo said. “She says she was singing so the house would not be scared.”"
    *_, teresa, she = read(f"{before}\n\n{told}").claims
    assert (teresa.speaker, she.speaker) == ("Teresa Lazo", None)


def test_what_is_said_to_be_a_town_is_nobody() -> None:
    assert not Roster("In Santa Rufina, a market town, neighbors dug.").people
    assert [*Roster("Then Santa Rufina, a market trader, dug.").people] == ["santa rufina"]


def test_a_name_may_run_over_the_end_of_a_wrapped_line() -> None:
    text = (
        "The trial was told on Monday that the money was gone and that [Hanna\nMaly] said so to the judge, who "
        "did not believe it at all.\n\nLater [Maly] said no."
    )
    assert speakers(text) == ["Hanna Maly", "Hanna Maly"]
