"""An article that is made to look like another paper's still says the same, and its claims stand where they stood."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.paragraphs import paragraphs_of
from claims.quotations import quotations_in
from claims.training.augment import augmented, datelined, edited, in_paragraphs, renamed, requoted
from claims.training.corpus import ARTICLES, GUIDE, POLNEAR, Marked, TrainingArticle, own
from claims.training.names import FAMILY, GIVEN
from tests.claims.training.made import article, told

AMERICAN = article(
    "{s1 Ana Ruiz}, {q1 told} reporters: {c1 “It’s the workers’ one ‘last chance’ to talk.”}\n\n"
    "{c2 “No,”} {s2 Ruiz} {q2 said}, {c2 “never.”}\n\n"
    "{s3 She} {q3 said} {c3 “this is the first of three sentences here. It is long enough to be cut in two. "
    "{s4 He} {q4 thinks} {c4 that it is}. So it goes on for a while.”}",
    nested=[4],
)
BRITISH = article(
    "{c1 ‘The workers’ rights are gone, and I for one am not going to stand by and watch what’s left of them go too,’} "
    "{s1 he} {q1 said}. {c2 ‘A {c3 “disgrace”}, as {s3 she} {q3 put} it,’} {s2 he} {q2 added}.",
    nested=[3],
)
MARKS = re.compile("[“”‘’„‚«»\"']")


@pytest.mark.parametrize(
    ("style", "british"),
    [
        ("“”‘’", "“The workers’ rights are gone, … go too,” he said. “A ‘disgrace’, as she put it,” he added."),
        ("‘’“”", "‘The workers’ rights are gone, … go too,’ he said. ‘A “disgrace”, as she put it,’ he added."),
        ("\"\"''", '"The workers’ rights are gone, … go too," he said. "A \'disgrace\', as she put it," he added.'),
        ("«»“”", "«The workers’ rights are gone, … go too,» he said. «A “disgrace”, as she put it,» he added."),
    ],
)
def test_marks_are_changed_in_pairs_by_what_they_enclose_and_apostrophes_stay(style: str, british: str) -> None:
    text = requoted(BRITISH, style).text.replace("what’s left", "what is left")
    assert re.sub(r"and I .* them go too", "… go too", text) == british


@pytest.mark.parametrize("style", ["“”‘’", "‘’“”", "\"\"''", "«»“”", "„“‚‘"])
@pytest.mark.parametrize("made", [pytest.param(AMERICAN, id="American"), pytest.param(BRITISH, id="British")])
def test_with_other_marks_the_same_words_are_quoted(style: str, made: TrainingArticle) -> None:
    changed = requoted(made, style)
    assert quoted(changed.text) == quoted(made.text)
    assert without_marks(changed) == without_marks(made)


def quoted(text: str) -> list[str]:
    """What stands in quotation marks, without them."""
    return [
        MARKS.sub("", text[one.start : one.end])
        for paragraph in paragraphs_of(text)
        for one in quotations_in(text, paragraph.start, paragraph.end)
    ]


def without_marks(made: TrainingArticle) -> list[tuple[list[str], ...]]:
    return [tuple([MARKS.sub("", words) for words in role] for role in claim) for claim in told(made)]


def test_a_quotation_that_runs_on_is_still_not_closed() -> None:
    made = article("{c1 “We go.}\n\n{c2 “We stay.”}")
    assert requoted(made, "«»“”").text == "«We go.\n\n«We stay.»"


def test_a_person_who_speaks_is_called_otherwise_throughout() -> None:
    changed = renamed(AMERICAN, random.Random(1))
    (given_name, family), *_ = re.findall(r"^(\w+) (\w+), told", changed.text)
    assert (given_name in GIVEN, family in FAMILY) == (True, True)
    assert "Ana" not in changed.text
    assert "Ruiz" not in changed.text
    assert told(changed)[0][0] == [f"{given_name} {family}"]
    assert told(changed)[1][0] == [family]
    assert [claim[1:] for claim in told(changed)] == [claim[1:] for claim in told(AMERICAN)]


def test_offices_and_papers_keep_their_names() -> None:
    made = article(
        "{s1 The White House} {q1 told} {c1 it} the New York Times, {s2 Attorney General Ana Ruiz} {q2 said} {c2 so}"
    )
    changed = renamed(made, random.Random(1))
    assert changed.text.startswith("The White House told it the New York Times, Attorney General ")
    assert "Ana Ruiz" not in changed.text


@pytest.mark.parametrize("seed", range(20))
def test_a_dateline_stands_before_the_first_long_paragraph_and_belongs_to_nobody(seed: int) -> None:
    made = article("Short\n\n{c1 “" + "Long words " * 20 + "end,”} {s1 she} {q1 said}.")
    changed = datelined(made, random.Random(seed))
    assert re.search(r"^Short\n\n[^“]*[A-Z][a-z]?[^“]*“Long", changed.text)
    assert len(changed.text) > len(made.text)
    assert told(changed) == told(made)


def test_a_second_dateline_is_not_put_in_nor_one_into_short_paragraphs() -> None:
    for text in ("LEEDS (Northwire) – " + "word " * 40, "Short.\n\nShort too."):
        made = article(text.strip())
        assert datelined(made, random.Random(1)) == made


def test_a_long_quotation_goes_on_in_a_paragraph_that_opens_it_again() -> None:
    changed = in_paragraphs(AMERICAN, random.Random(1))
    assert changed.text.count("\n\n“") == AMERICAN.text.count("\n\n“") + 1
    assert re.search(r"[a-z]\.\n\n“[A-Z]", changed.text)
    assert changed.text.replace(".\n\n“", ". ") == AMERICAN.text.replace(".\n\n“", ". ")


@pytest.mark.parametrize("seed", range(6))
def test_by_the_guide_that_paragraph_is_a_claim_of_its_own_and_by_polnear_a_piece(seed: int) -> None:
    whole = told(AMERICAN)[2]
    for convention in (GUIDE, POLNEAR):
        changed = in_paragraphs(replaced(AMERICAN, convention), random.Random(seed))
        begun, rest = (one.strip() for one in changed.text[changed.text.index("“this") :].split("\n\n"))
        split = [claim for claim in told(changed) if begun in claim[2] or rest in claim[2]]
        if convention == GUIDE:
            assert split == [(whole[0], whole[1], [begun]), ([], [], [rest])]
        else:
            assert split == [(whole[0], whole[1], [begun, rest])]
        assert (["He"], ["thinks"], ["that it is"]) in told(changed)  # without the mark, if it begins the paragraph


def replaced(made: TrainingArticle, convention: int) -> TrainingArticle:
    return TrainingArticle(name=made.name, text=made.text, claims=made.claims, convention=convention)


def test_a_quotation_whose_speaker_follows_is_left_in_one_piece() -> None:
    long = "“" + "This is a sentence of some length that goes on. " * 5 + "So it is,”"
    made = article(f"{{c1 {long}}} {{s1 she}} {{q1 said}}.")
    assert in_paragraphs(made, random.Random(1)) == made


def test_what_is_put_in_at_the_border_of_a_span_stays_outside() -> None:
    made = article("{s1 She}{q1 said} {c1 so}")
    changed = edited(made, [(0, 0, ">"), (3, 3, "-"), (10, 10, "<")])
    assert changed.text == ">She-said so<"
    assert told(changed) == told(made)


def test_what_replaces_the_first_or_last_sign_of_a_span_is_part_of_it() -> None:
    made = article("{c1 “No,”} {s1 she} {q1 said}")
    changed = edited(made, [(0, 1, "<<"), (4, 5, ">>>"), (8, 9, "E")])
    assert changed.text == "<<No,>>> shE said"
    assert told(changed) == [(["shE"], ["said"], ["<<No,>>>"])]


PIECES = st.lists(st.tuples(st.text("abc", min_size=1, max_size=5), st.booleans()), min_size=1, max_size=12)


@given(PIECES, st.data())
def test_edits_between_spans_change_no_span(pieces: list[tuple[str, bool]], data: st.DataObject) -> None:
    text, claims, edits = "", [], []
    for words, marked in pieces:
        start, text = len(text), text + words
        if marked:
            claims.append(Marked(content=((start, len(text)),)))
            if data.draw(st.booleans()):
                edits.append((len(text), len(text), "++"))
        elif data.draw(st.booleans()):
            edits.append((start, len(text), data.draw(st.sampled_from(["", "-", "-----------"]))))
    before = TrainingArticle(name="", text=text, claims=tuple(claims), convention=GUIDE)
    after = edited(before, edits)
    assert told(after) == told(before)
    assert len(after.text) == len(text) + sum(len(put) - (end - start) for start, end, put in edits)


@pytest.mark.skipif(not ARTICLES.exists(), reason="no annotated articles in this checkout")
@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_befalls_the_projects_own_articles_their_claims_say_the_same(seed: int) -> None:
    rng = random.Random(seed)
    for made in own("train"):
        changed = augmented(made, rng)
        assert words_by_role(changed) == words_by_role(made), made.name


def words_by_role(made: TrainingArticle) -> list[list[str]]:
    """The words of all sources, cues and contents, without marks; names, which may be others now, are all alike."""
    return [
        [
            re.sub(r"^[A-Z].*", "Name", word)
            for claim in told(made)
            for word in MARKS.sub("", " ".join(claim[role])).split()
        ]
        for role in range(3)
    ]


def test_quotations_as_swedish_print_has_them_are_given_other_marks_too() -> None:
    (there,) = told(requoted(article("{c1 ”Det är sent,”} {s1 she} {q1 said}."), "“”‘’"))
    assert there[2] == ["“Det är sent,”"]
