"""What the network is to learn of an article: a tag for each word, and which spans belong together."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

import numpy as np

from claims.model import Spans
from claims.paragraphs import paragraphs_of
from claims.spans import without
from claims.tagger.decoding import LAYERS, ROLES, WordSpan
from claims.tagger.encoding import Encoded, Ints, encode
from claims.tagger.wordpiece import WordPiece
from claims.training.corpus import TrainingArticle


@dataclass
class Layer:
    """Tags ``[words]``; for each cue its source, or None, and for each piece of content its cue, or None.

    A cue or a source in pieces is known by its first; the others are tagged and no more.
    """

    tags: Ints
    sources: dict[WordSpan, WordSpan | None] = field(default_factory=dict)
    cues: dict[WordSpan, WordSpan | None] = field(default_factory=dict)


@dataclass
class Labelled:
    """An encoded article and its layers of labels, by one convention.

    ``told`` is false where nobody annotated it by that convention: then the labels mean nothing, and only what teachers
    make of it counts.
    """

    encoded: Encoded
    layers: list[Layer]
    convention: int
    told: bool = True


def labelled(article: TrainingArticle, vocabulary: WordPiece) -> Labelled:
    """The labels of ``article``; a claim goes to the first layer where it crosses no other, nested ones to the second.

    A span that runs over paragraphs is cut at their ends; what fits in no layer is left out.
    """
    encoded = encode(article.text, paragraphs_of(article.text), vocabulary)
    layers = [Layer(np.zeros(len(encoded.words), np.int64)) for _ in range(LAYERS)]
    starts = [start for start, _ in encoded.words]
    ends = [end for _, end in encoded.words]
    for claim in sorted(article.claims, key=lambda one: one.nested):
        spans = _apart({role: _words(encoded, starts, ends, getattr(claim, role)) for role in ROLES})
        for layer in layers[int(claim.nested) :]:
            if _fits(layer, spans):
                _put(layer, spans)
                break
    return Labelled(encoded, layers, article.convention)


def _words(encoded: Encoded, starts: list[int], ends: list[int], spans: Spans) -> list[WordSpan]:
    """The spans as ranges of words, cut at the ends of paragraphs."""
    found: list[WordSpan] = []
    for start, end in spans:
        begin, stop = bisect_right(ends, start), bisect_left(starts, end)
        for word in range(begin, stop):
            if word == begin or encoded.features[word, 2]:
                found.append((word, word + 1))
            else:
                found[-1] = (found[-1][0], word + 1)
    return found


def _apart(spans: dict[str, list[WordSpan]]) -> dict[str, list[WordSpan]]:
    """The spans of a claim with each word in one of them, though its letters may be in two, as in *he’s*.

    The content has it, then the source, so that the claim keeps its speaker; but a cue that is all one with its source
    (*self-described*) stays, since the content hangs on it.
    """
    content = spans["content"]
    cue = _less(spans["cue"], [*content, *spans["source"]])
    if not cue:
        cue = _less(spans["cue"], content)
    return {"source": _less(spans["source"], [*content, *cue]), "cue": cue, "content": content}


def _less(spans: list[WordSpan], others: list[WordSpan]) -> list[WordSpan]:
    return [left for span in spans for left in without(span, others)]


def _tag(role: str) -> int:
    return 1 + 2 * ROLES.index(role)


def _fits(layer: Layer, spans: dict[str, list[WordSpan]]) -> bool:
    """Whether every span is on free ground, or marked in the same way already."""
    return bool(spans["content"]) and all(
        not layer.tags[begin:end].any() or _same(layer, role, (begin, end))
        for role, places in spans.items()
        for begin, end in places
    )


def _same(layer: Layer, role: str, span: WordSpan) -> bool:
    begin, end = span
    tag = _tag(role)
    return bool(
        layer.tags[begin] == tag
        and (layer.tags[begin + 1 : end] == tag + 1).all()
        and (end == len(layer.tags) or layer.tags[end] != tag + 1)
    )


def _put(layer: Layer, spans: dict[str, list[WordSpan]]) -> None:
    for role, places in spans.items():
        for begin, end in places:
            layer.tags[begin:end] = _tag(role) + 1
            layer.tags[begin] = _tag(role)
    cue = spans["cue"][0] if spans["cue"] else None
    for piece in spans["content"]:
        layer.cues[piece] = cue
    if cue is not None:
        layer.sources[cue] = spans["source"][0] if spans["source"] else None
