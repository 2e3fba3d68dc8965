"""What the network is to learn of an article is what was annotated."""

from itertools import pairwise

import pytest

from claims.tagger.decoding import LAYERS, ROLES, WordSpan, spans_of
from claims.training.corpus import ARTICLES, GUIDE, Marked, TrainingArticle, own
from claims.training.labels import Labelled, labelled
from tests.claims.tagger.toy import TOY
from tests.claims.training.made import article

Spans = dict[str, list[WordSpan]]


def tagged(learnt: Labelled, layer: int) -> Spans:
    """The spans that the tags of a layer mean, paragraph by paragraph."""
    found: Spans = {role: [] for role in ROLES}
    for begin, end in pairwise([*learnt.encoded.starts, len(learnt.encoded.words)]):
        for role, spans in spans_of(learnt.layers[layer].tags[begin:end].tolist(), begin).items():
            found[role] += spans
    return found


def words(made: TrainingArticle, learnt: Labelled, span: WordSpan | None) -> str | None:
    """The text of a span of words."""
    if span is None:
        return None
    return made.text[learnt.encoded.words[span[0]][0] : learnt.encoded.words[span[1] - 1][1]]


def read(made: TrainingArticle, layer: int = 0) -> dict[str, list[str | None]]:
    """The words of each span of a layer, by role."""
    learnt = labelled(made, TOY)
    return {role: [words(made, learnt, span) for span in spans] for role, spans in tagged(learnt, layer).items()}


def links(made: TrainingArticle, layer: int = 0) -> list[tuple[str | None, str | None, str | None]]:
    """Source, cue and content of each piece of content, as they are linked."""
    learnt = labelled(made, TOY)
    its = learnt.layers[layer]
    return [
        (words(made, learnt, its.sources[cue] if cue else None), words(made, learnt, cue), words(made, learnt, content))
        for content, cue in its.cues.items()
    ]


NOTHING: dict[str, list[str | None]] = {role: [] for role in ROLES}


def test_every_span_gives_back_its_text() -> None:
    made = article(
        "{c1 “It’s late,”} {s1 Dr. Ama Osei-Bonsu} {q1 said}. {c1 “Go.”}\n\n{s2 She} {q2 added} {c2 that it was}."
    )
    assert read(made) == {
        "source": ["Dr. Ama Osei-Bonsu", "She"],
        "cue": ["said", "added"],
        "content": ["“It’s late,”", "“Go.”", "that it was"],
    }
    assert read(made, 1) == NOTHING


def test_content_is_linked_to_its_cue_and_that_to_its_source() -> None:
    made = article("{c1 “A,”} {s1 she} {q1 said}. {c1 “B.”} {c2 It rained}, {q2 it was said}. {c3 “C.”}")
    assert links(made) == [
        ("she", "said", "“A,”"),
        ("she", "said", "“B.”"),
        (None, "it was said", "It rained"),
        (None, None, "“C.”"),
    ]


def test_claims_may_share_a_source() -> None:
    made = article("{s1,2 She} {q1 said} {c1 yes} and {q2 wrote} {c2 no}.")
    assert read(made)["source"] == ["She"]
    assert links(made) == [("She", "said", "yes"), ("She", "wrote", "no")]


def test_what_is_told_inside_a_content_is_in_the_second_layer() -> None:
    made = article("{s1 She} {q1 said} {c1 {s2 he} {q2 thought} {c2 it rained}}.", nested=[2])
    assert links(made) == [("She", "said", "he thought it rained")]
    assert links(made, 1) == [("he", "thought", "it rained")]


def test_what_is_told_inside_a_content_that_nobody_marked_is_in_the_second_layer_too() -> None:
    made = article("{s1 She} {q1 said} {c1 {s2 he} {q2 thought} {c2 it rained}}.", nested=[2])
    inner = TrainingArticle(name="", text=made.text, claims=made.claims[1:], convention=GUIDE)
    assert (links(inner), links(inner, 1)) == ([], [("he", "thought", "it rained")])


def test_what_is_told_inside_that_again_is_left_out() -> None:
    body = "{s1 She} {q1 said} {c1 {s2 he} {q2 thought} {c2 {s3 they} {q3 knew} {c3 it rained}}}."
    made = article(body, nested=[2, 3])
    assert links(made, 1) == [("he", "thought", "they knew it rained")]


def test_a_claim_that_crosses_another_goes_to_the_second_layer() -> None:
    text = "Yes no maybe said she"
    first, second = Marked(content=((0, 6),)), Marked(content=((4, 12),))
    made = TrainingArticle(name="", text=text, claims=(first, second), convention=GUIDE)
    assert (links(made), links(made, 1)) == ([(None, None, "Yes no")], [(None, None, "no maybe")])


def test_a_span_over_paragraphs_is_cut_at_their_ends() -> None:
    text = "She said “one two.\n\n“Three four.\n\n“Five” today"
    whole = Marked(source=((0, 3),), cue=((4, 8),), content=((9, text.index(" today")),))
    made = TrainingArticle(name="", text=text, claims=(whole,), convention=GUIDE)
    assert links(made) == [("She", "said", "“one two."), ("She", "said", "“Three four."), ("She", "said", "“Five”")]


def test_a_word_that_source_and_cue_share_is_the_sources() -> None:
    assert links(article("{s1 He}{q1 ’s warned of} {c1 rain}.")) == [("He’s", "warned of", "rain")]


def test_a_word_that_is_all_of_the_cue_is_the_cues() -> None:
    made = article("a {s1 self}-{q1 described} {c1 poet}")
    assert links(made) == [(None, "self-described", "poet")]
    assert read(made)["source"] == []


def test_a_word_that_is_partly_content_is_content() -> None:
    assert links(article("{c1 That}{q1 ’s according to} {s1 her}.")) == [("her", "according to", "That’s")]


def test_of_a_cue_in_pieces_the_first_is_linked() -> None:
    made = article("{s1 She} {q1 put} {c1 it} {q1 down to} {c1 rain}.")
    assert read(made)["cue"] == ["put", "down to"]
    assert links(made) == [("She", "put", "it"), ("She", "put", "rain")]


def test_an_article_without_claims_has_no_tags() -> None:
    learnt = labelled(article("Nothing happened."), TOY)
    assert [layer.tags.tolist() for layer in learnt.layers] == [[0, 0, 0]] * LAYERS


@pytest.mark.skipif(not ARTICLES.exists(), reason="no annotated articles in this checkout")
def test_nearly_every_span_of_the_projects_own_articles_is_learnt_as_it_stands() -> None:
    there = learnt_so = 0
    for made in own("train")[::4]:
        learnt = labelled(made, TOY)
        found = [
            {words(made, learnt, span) for spans in tagged(learnt, n).values() for span in spans} for n in range(2)
        ]
        for claim in made.claims:
            for start, end in (*claim.source, *claim.cue, *claim.content):
                there += 1
                learnt_so += made.text[start:end] in found[0] | found[1]
    assert learnt_so >= 0.995 * there
