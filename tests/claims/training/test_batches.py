"""The windows that the network is trained on hold every word once, and links that point where they should."""

import random
from collections.abc import Sequence

import pytest

torch = pytest.importorskip("torch")

from claims.tagger.decoding import LAYERS
from claims.tagger.linking import BUCKETS
from claims.training.batches import Batch, Links, batches
from claims.training.corpus import GUIDE, POLNEAR, TrainingArticle
from claims.training.labels import labelled
from tests.claims.tagger.toy import TOY
from tests.claims.training.made import article

BODY = (
    "{c1 “It is late,”} {s1 she} {q1 said}. {s2 He} {q2 thought} {c2 that {s3 they} {q3 knew} {c3 it}}.\n\n"
    "{c4 “Go.”} {c5 It rained}, {q5 it was said}."
)
MADE = article(BODY, nested=[3])
CONTENT_TO_CUE, CUE_TO_SOURCE = 0, 1


def batched(
    *articles: TrainingArticle, largest: int = 380, pieces: int = 1536, masked: float = 0.0, seed: int = 1
) -> list[Batch]:
    learnt = [labelled(one, TOY) for one in articles]
    return list(batches(learnt, TOY, largest=largest, pieces=pieces, masked=masked, rng=random.Random(seed)))


def only(batches: Sequence[Batch]) -> Batch:
    (batch,) = batches
    return batch


def linked(made: TrainingArticle, links: Links) -> list[tuple[str, str | None]]:
    """What looks for something, and what it should find, in words; for an article in one window."""
    words = labelled(made, TOY).encoded.words

    def text(span: Sequence[int]) -> str:
        return made.text[words[span[1]][0] : words[span[2]][1]]

    candidates = [text(span) for span in links.candidates.tolist()]
    return [
        (text(span), candidates[right] if right < len(candidates) else None)
        for span, right in zip(links.spans.tolist(), links.right.tolist(), strict=True)
    ]


def test_links_point_from_content_to_cue_and_from_cue_to_source() -> None:
    batch = only(batched(MADE))
    assert [(links.which, linked(MADE, links)) for links in batch.links] == [
        (
            CONTENT_TO_CUE,
            [
                ("“It is late,”", "said"),
                ("that they knew it", "thought"),
                ("“Go.”", None),
                ("It rained", "it was said"),
                ("it", "knew"),
            ],
        ),
        (CUE_TO_SOURCE, [("said", "she"), ("thought", "He"), ("it was said", None), ("knew", "they")]),
    ]
    for links in batch.links:
        assert links.buckets.shape == links.possible.shape == (len(links.spans), len(links.candidates))
        assert ((links.buckets >= 0) & (links.buckets < BUCKETS)).all()


def test_only_spans_of_the_same_window_and_layer_can_be_linked() -> None:
    batch = only(batched(MADE, MADE))
    for links in batch.links:
        windows = links.spans[:, :1] == links.candidates[:, 0]
        assert not links.possible[~windows].any()
        per_window = (
            2 if links.which == CUE_TO_SOURCE else 3
        )  # sources, and cues, of the first layer; the second has one
        assert sorted(set(links.possible.sum(1).tolist())) == [1, per_window]
        found = links.right < len(links.candidates)
        assert links.possible[found].gather(1, links.right[found][:, None]).all()


def test_what_is_in_another_window_is_not_looked_for() -> None:
    far = article("{s1 She} {q1 said}: " + "word " * 60 + "{c1 “Go.”}")
    found = [links for batch in batched(far, largest=60) for links in batch.links]
    assert [(links.which, linked(far, links)) for links in found] == [(CUE_TO_SOURCE, [("said", "She")])]


def test_polnear_says_nothing_of_what_is_told_inside_a_content() -> None:
    by_polnear = TrainingArticle(name="", text=MADE.text, claims=MADE.claims, convention=POLNEAR)
    batch = only(batched(by_polnear, MADE))
    conventions = batch.features[:, 0, 3].tolist()
    assert sorted(conventions) == [POLNEAR, GUIDE]
    looking = [conventions[window] for links in batch.links for window in links.spans[:, 0].tolist()]
    assert (looking.count(POLNEAR), looking.count(GUIDE)) == (7, 9)
    windows = (batch.sequences[:, 0] // batch.first.shape[1]).tolist()
    assert batch.nested.tolist() == [conventions[window] == GUIDE for window in windows]


def test_paragraphs_are_sequences_with_the_tags_of_their_words() -> None:
    batch = only(batched(MADE))
    learnt = labelled(MADE, TOY)
    assert batch.there.sum(1).tolist() == [
        learnt.encoded.starts[1],
        len(learnt.encoded.words) - learnt.encoded.starts[1],
    ]
    for layer in range(LAYERS):
        assert batch.tags[layer][batch.there].tolist() == learnt.layers[layer].tags.tolist()
    assert batch.sequences[batch.there].tolist() == list(range(len(learnt.encoded.words)))


def test_windows_are_filled_up_to_the_longest_and_the_mask_tells() -> None:
    short = article("{s1 She} {q1 said} {c1 so}.")
    batch = only(batched(MADE, short))
    lengths = batch.mask.sum(1).tolist()
    assert sorted(lengths) == sorted(len(labelled(one, TOY).encoded.pieces) + 2 for one in (MADE, short))
    for row, length in enumerate(lengths):
        assert torch.equal(batch.pieces, batch.shown)
        assert batch.pieces[row, [0, length - 1]].tolist() == [TOY.first, TOY.last]
        assert batch.mask[row].tolist() == [True] * length + [False] * (batch.mask.shape[1] - length)
        assert not batch.pieces[row, length:].any()
        assert not batch.features[row, length:].any()
    assert not batch.tags[:, ~batch.there].any()


def test_a_word_begins_at_its_first_piece_in_its_own_window() -> None:
    short = article("{s1 She} {q1 said} {c1 so}.")
    batch = only(batched(MADE, short))
    at = batch.first.reshape(-1)[batch.sequences]
    window = batch.sequences // batch.first.shape[1]
    pieces = batch.pieces[window, at][batch.there].tolist()
    encoded = [labelled(one, TOY).encoded for one in (MADE, short)]
    expected = [[int(one.pieces[begin]) for begin in one.first[:-1]] for one in encoded]
    assert pieces in (expected[0] + expected[1], expected[1] + expected[0])


@pytest.mark.parametrize("seed", range(5))
def test_every_word_is_in_one_window_and_no_window_or_batch_is_too_large(seed: int) -> None:
    long = article("\n\n".join(f"{{s{n} She}} {{q{n} said}} {{c{n} {'word ' * n}so}}." for n in range(1, 30)))
    found = batched(long, MADE, long, largest=120, pieces=400, seed=seed)
    for batch in found:
        assert batch.mask.sum(1).max() <= 120 + 2
        assert batch.mask.numel() <= 400
    words = sum(len(labelled(one, TOY).encoded.words) for one in (long, MADE, long))
    assert sum(int(batch.there.sum()) for batch in found) == words


def test_some_words_are_hidden_whole_and_the_ends_never() -> None:
    plain, all_ = (only(batched(MADE, masked=share)).shown[0].tolist() for share in (0.0, 1.0))
    assert plain == only(batched(MADE, masked=1.0)).pieces[0].tolist()  # where teachers read them
    assert TOY.mask not in plain
    assert all_ == [TOY.first, *[TOY.mask] * (len(plain) - 2), TOY.last]
    some = only(batched(MADE, masked=0.3)).shown[0].tolist()
    assert 0 < some.count(TOY.mask) < len(plain) - 2
    assert all(one in (TOY.mask, other) for one, other in zip(some, plain, strict=True))


def test_the_same_seed_gives_the_same_batches_and_another_others() -> None:
    def pieces(seed: int) -> list[list[list[int]]]:
        return [batch.shown.tolist() for batch in batched(*[MADE] * 9, largest=60, pieces=200, masked=0.2, seed=seed)]

    assert pieces(1) == pieces(1)
    assert pieces(1) != pieces(2)


def test_without_articles_there_are_no_batches() -> None:
    assert batched() == []


def test_a_batch_goes_to_a_device_with_all_that_is_in_it() -> None:
    batch = only(batched(MADE)).to(torch.device("meta"))
    assert {value.device.type for value in vars(batch).values() if isinstance(value, torch.Tensor)} == {"meta"}
    assert {links.right.device.type for links in batch.links} == {"meta"}
    assert [links.which for links in batch.links] == [CONTENT_TO_CUE, CUE_TO_SOURCE]
