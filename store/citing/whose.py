"""Whose words they are that are cited, as it stands before the article that they are in."""

from collections.abc import Sequence

from claims.model import Spans
from claims.spans import inside
from claims.text import Text
from store.citing.excerpts import is_quoted
from store.citing.speakers import in_sentence, speaker_of, teller_of, told_by
from store.items import Item
from store.naming import DENIAL
from store.requoting import within_double
from store.safety import label

_UNTOLD = "speaker unclear"


def by_whom(item: Item, text: Text, items: Sequence[Item]) -> str:
    """Return who said what is quoted of ``item``, how, and by whom of ``items`` that is told."""
    teller = teller_of(item, items)
    by = f", {told_by(teller, text)}" if teller is not None else ""
    how = f" ({f'“{within_double(cue)}”' if (cue := _cue(item, text)) else DENIAL})" if item.denial else ""
    return f"{in_sentence(speaker_of(item, text)) or _UNTOLD}{how}{by}, in "


def whose(text: Text, spans: Spans, items: Sequence[Item]) -> tuple[str, bool]:
    """Return whose the words of ``spans`` are, '' of the article's own, and whether they are quoted of that one.

    Of the article's words for what somebody said it is told that they are no more.
    """
    around = _around(spans, items)
    if not around:
        return "", False
    closest, quoted = around[0], all(is_quoted(text, span) for span in spans)
    speakers = [item for item in around if item.quote in ("direct", "mixed")] if quoted else []
    if closest in speakers:
        return by_whom(closest, text, items), True
    what = _what_is_told(closest, text)
    if speakers:
        return f"{what and f'for {what}, '}{by_whom(speakers[0], text, items)}", True
    return (f"the article’s words for {what}, in " if what else ""), False


def _around(spans: Spans, items: Sequence[Item]) -> list[Item]:
    """The claims that have all the words in one piece of their content, the closest first."""
    found = [
        (end - start, number)
        for number, item in enumerate(items)
        if item.is_claim and not item.rejected
        for start, end in item.content
        if all(inside(span, (start, end)) for span in spans)
    ]
    return [items[number] for _, number in sorted(found)]


def _what_is_told(item: Item, text: Text) -> str:
    """*what the Staff denied*; '' where the text mentions nobody."""
    who = in_sentence(speaker_of(item, text))
    wanted = item.claim is not None and item.claim.act == "attitude"
    said = (_cue(item, text) or DENIAL.replace("not said", "did not say")) if item.denial or wanted else "said"
    return f"what {who} {said}" if who else ""


def _cue(item: Item, text: Text) -> str:
    return label(" … ".join(text[start:end] for start, end in item.cue))
