"""From a text to attributions: encode, score, decode, link."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claims.model import Span
from claims.paragraphs import Paragraph
from claims.tagger.confidence import Signs
from claims.tagger.decoding import LAYERS, ROLES, TAGS, Floats, WordSpan, best_tags, spans_of
from claims.tagger.encoding import GUIDE, POLNEAR, Encoded, encode
from claims.tagger.linking import best_links
from claims.tagger.network import Model
from claims.tagger.posteriors import Posteriors

EAGER = {POLNEAR: 0.3, GUIDE: 0.0}
"""What is added to the score of every tag that begins a span, by convention.

Trained for likelihood the network misses more of PolNeAR's claims than it invents; the best balance of both was found
on articles that were held out. By the guide more is no better, and what is invented costs more trust.
"""


@dataclass(frozen=True)
class Tagged:
    """A claim as the network marks it, in code points; ``layer`` is 1 where it is told inside another's content.

    ``content`` is not empty, a ``cue`` or a ``source`` that was not found is None. ``signs`` tell how
    sure the network is.
    """

    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    layer: int
    signs: Signs


def tagged(model: Model, text: str, paragraphs: Sequence[Paragraph], convention: int) -> list[Tagged]:
    """The claims in ``paragraphs`` of ``text``, in the order of their contents.

    ``convention`` is `POLNEAR` or `GUIDE`; only the guide marks claims told inside another's content.
    """
    encoded = encode(text, paragraphs, model.vocabulary)
    if not encoded.words:
        return []
    scores, vectors = model.scores(encoded, convention)
    found: list[Tagged] = []
    borders = [*encoded.starts, len(encoded.words)]
    for layer in range(LAYERS if convention == GUIDE else 1):
        here = scores[:, layer * TAGS : (layer + 1) * TAGS].copy()
        here[:, 1::2] += EAGER[convention]
        sequences = [here[begin:end] for begin, end in pairwise(borders)]
        tags = best_tags(sequences, model.transitions[layer])
        spans: dict[str, list[WordSpan]] = {role: [] for role in ROLES}
        for begin, tags_here in zip(borders, tags, strict=False):
            for role, more in spans_of(tags_here, begin).items():
                spans[role] += more
        if not spans["content"]:
            continue
        sure = Posteriors(here, borders, model.transitions[layer])
        found += _linked(model, encoded, spans, vectors, sure, layer)
    return sorted(found, key=lambda one: (one.content[0][0], -one.content[-1][1]))


def _linked(
    model: Model, encoded: Encoded, spans: dict[str, list[WordSpan]], vectors: Floats, sure: Posteriors, layer: int
) -> Iterator[Tagged]:
    """A claim for each cue that has content, and for each content that has no cue."""

    def points(span: WordSpan) -> Span:
        return encoded.words[span[0]][0], encoded.words[span[1] - 1][1]

    cues, sources, contents = spans["cue"], spans["source"], spans["content"]
    of_contents = best_links(0, contents, cues, vectors, encoded.paragraph, model.links)
    of_cues = best_links(1, cues, sources, vectors, encoded.paragraph, model.links)
    pieces: dict[int | None, list[WordSpan]] = {}
    for content, number in zip(contents, of_contents, strict=True):
        pieces.setdefault(number, []).append(content)
    for content in pieces.pop(None, []):
        yield Tagged((points(content),), None, None, layer, Signs(content=sure.share("content", content)))
    for number, its in pieces.items():
        assert number is not None
        cue, which = cues[number], of_cues[number]
        source = None if which is None else sources[which]
        yield Tagged(
            tuple(map(points, its)),
            points(cue),
            None if source is None else points(source),
            layer,
            Signs(
                content=min(sure.share("content", piece) for piece in its),
                cue=sure.share("cue", cue),
                source=None if source is None else sure.share("source", source),
            ),
        )
