"""A reading as plain dictionaries and lists, ready for `json.dumps`, and back without loss."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from claims.model import Caveat, Claim, Hedge, Phrase, Quantity, Reading, Sentence, Spans


def reading_to_json(reading: Reading) -> dict[str, Any]:
    """The reading with the keys ``engine``, ``claims``, ``caveats``, ``sentences`` and ``notices``.

    Spans are ``[start, end]``.
    """
    return {
        "engine": reading.engine,
        **{key: [to_json(one) for one in getattr(reading, key)] for key, to_json in _LISTS.items()},
        "notices": list(reading.notices),
    }


def reading_from_json(data: dict[str, Any]) -> Reading:
    """The reading that `reading_to_json` gave ``data`` for. Unknown keys are ignored.

    Raises KeyError, TypeError or ValueError where ``data`` is none.
    """
    return Reading(
        engine=data["engine"],
        claims=tuple(map(claim_from_json, data["claims"])),
        caveats=tuple(map(_caveat_from_json, data["caveats"])),
        sentences=tuple(map(_sentence_from_json, data["sentences"])),
        notices=tuple(data.get("notices", ())),  # absent in what earlier versions kept
    )


_PART = 200


def reading_to_lines(reading: Reading) -> Iterator[str]:
    """The reading as lines of JSON, each an object with a part of ``claims``, ``caveats`` or ``sentences``.

    The last holds ``engine`` and ``notices``. A book's reading is tens of megabytes: written or read in one go it would
    hold up every other thread for seconds, and need the memory twice.
    """
    for key, to_json in _LISTS.items():
        values = getattr(reading, key)
        for start in range(0, len(values), _PART):
            yield json.dumps({key: [to_json(one) for one in values[start : start + _PART]]})
    yield json.dumps({"engine": reading.engine, "notices": list(reading.notices)})


def reading_from_lines(lines: Iterable[str | bytes]) -> Reading:
    """The reading that `reading_to_lines` gave ``lines`` for.

    Raises KeyError, TypeError or ValueError where they are none, or not all.
    """
    claims: list[Claim] = []
    caveats: list[Caveat] = []
    sentences: list[Sentence] = []
    last: dict[str, Any] = {}
    for line in lines:
        # Part by part: what JSON makes of a whole book is several times as large as its reading.
        last = json.loads(line)
        claims += map(claim_from_json, last.get("claims", ()))
        caveats += map(_caveat_from_json, last.get("caveats", ()))
        sentences += map(_sentence_from_json, last.get("sentences", ()))
    return Reading(last["engine"], tuple(claims), tuple(caveats), tuple(sentences), tuple(last.get("notices", ())))


def claim_to_json(claim: Claim) -> dict[str, Any]:
    """One claim, as `reading_to_json` has it."""
    return {
        "source": _lists(claim.source),
        "cue": _lists(claim.cue),
        "content": _lists(claim.content),
        "act": claim.act,
        "quote": claim.quote,
        "nested": claim.nested,
        "speaker": claim.speaker,
        "speaker_sure": claim.speaker_sure,
        "guessed": claim.guessed,
        "source_kind": claim.source_kind,
        "sought": claim.sought,
        "tone": claim.tone,
        "hand": claim.hand,
        "via": claim.via,
        "via_kind": claim.via_kind,
        "via_role": claim.via_role,
        "channel": _phrase_to_json(claim.channel),
        "when": _phrase_to_json(claim.when),
        "hedges": [{"span": list(hedge.span), "whose": hedge.whose} for hedge in claim.hedges],
        "quantities": [{"span": list(one.span), "kind": one.kind, "value": one.value} for one in claim.quantities],
        "caveats": list(claim.caveats),
        "confidence": claim.confidence,
        "why": list(claim.why),
    }


def claim_from_json(data: dict[str, Any]) -> Claim:
    """The claim that `claim_to_json` gave ``data`` for; raises as `reading_from_json` does."""
    return Claim(
        source=_spans(data["source"]),
        cue=_spans(data["cue"]),
        content=_spans(data["content"]),
        act=_same(data["act"]),
        quote=_same(data["quote"]),
        nested=data["nested"],
        speaker=_same(data["speaker"]),
        speaker_sure=data.get("speaker_sure", 1.0),  # absent in what earlier versions kept
        source_kind=_same(data["source_kind"]),
        tone=_same(data["tone"]),
        hand=_same(data["hand"]),
        via=_same(data["via"]),
        via_kind=_same(data.get("via_kind", "unknown")),  # absent in what earlier versions kept
        via_role=_same(data.get("via_role")),
        channel=_phrase_from_json(data["channel"]),
        when=_phrase_from_json(data["when"]),
        hedges=tuple(Hedge(_span(hedge["span"]), _same(hedge["whose"])) for hedge in data["hedges"]),
        quantities=tuple(Quantity(_span(one["span"]), _same(one["kind"]), one["value"]) for one in data["quantities"]),
        caveats=tuple(data["caveats"]),
        confidence=data["confidence"],
        why=tuple(map(_same, data["why"])),
        sought=data.get("sought", True),
    )


def _same(words: Any) -> Any:
    """``words`` as the one string that all have: in a book the same few are said of ten thousand claims."""
    return sys.intern(words) if words is not None else None


def _lists(spans: Spans) -> list[list[int]]:
    return [list(span) for span in spans]


def _span(pair: list[int]) -> tuple[int, int]:
    start, end = pair
    return int(start), int(end)


def _spans(pairs: list[list[int]]) -> Spans:
    return tuple(_span(pair) for pair in pairs)


def _phrase_to_json(phrase: Phrase | None) -> dict[str, Any] | None:
    return None if phrase is None else {"text": phrase.text, "span": list(phrase.span)}


def _phrase_from_json(data: dict[str, Any] | None) -> Phrase | None:
    return None if data is None else Phrase(data["text"], _span(data["span"]))


def _caveat_to_json(caveat: Caveat) -> dict[str, Any]:
    return {"kind": caveat.kind, "span": list(caveat.span)}


def _caveat_from_json(data: dict[str, Any]) -> Caveat:
    return Caveat(_same(data["kind"]), _span(data["span"]))


def _sentence_from_json(data: dict[str, Any]) -> Sentence:
    said = _span(data["span"]), _same(data["kind"]), _same(data["voice"]), _same(data["own"])
    return Sentence(*said, data.get("guessed", False), data.get("anonymous", False))  # absent in what was kept earlier


def _sentence_to_json(sentence: Sentence) -> dict[str, Any]:
    return {**sentence._asdict(), "span": list(sentence.span)}


_LISTS: dict[str, Callable[[Any], dict[str, Any]]] = {
    "claims": claim_to_json,
    "caveats": _caveat_to_json,
    "sentences": _sentence_to_json,
}
