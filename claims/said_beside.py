"""Who is named beside a quotation in Chinese or Hebrew: *毛宁表示：“…”*, *“…”，毛宁说*, *״…״, אמר דוד כהן*.

A few verbs of saying, and the name is what lies between them and the next mark of punctuation.
"""

import re

from claims.model import Span
from claims.quotations import Quotation

_HAN = r"[\u3400-\u9fff·]"
_HEBREW = r"[\u0590-\u05ff][\u0590-\u05ff'’\"\-]*"
_SAYS = "表示|指出|强调|強調|写道|寫道|认为|認為|透露|回应|回應|宣布|告诉记者|告訴記者|说道|說道|说|說|称|稱"
_SAID = "אמרה|אמרו|אמר|הוסיפה|הוסיפו|הוסיף|טענה|טענו|טען|הודיעה|הודיעו|הודיע|כתבה|כתבו|כתב|מסרה|מסרו|מסר|הצהירה|הצהיר"
_NAME = rf"(?P<source>{_HEBREW}(?:\s{_HEBREW}){{0,6}}?)(?=\s(?:ביום|בשבוע|בחודש|אתמול|היום)\b|\s?[,.:;]|\s*$)"
_BEFORE = (
    re.compile(rf"(?P<source>{_HAN}{{1,24}}?)(?P<cue>{_SAYS})(?:[：:，,]\s?)?$"),
    re.compile(rf"(?:^|[.,;!?]\s)(?P<source>{_HEBREW}(?:\s{_HEBREW}){{0,6}}?)\s(?P<cue>{_SAID})\s?[:,]\s$"),
)
_AFTER = (
    re.compile(rf"[，,]?\s?(?P<source>{_HAN}{{1,24}}?)(?P<cue>{_SAYS})(?=[。，,.；;]|$)"),
    re.compile(rf",?\s(?P<cue>{_SAID})\s{_NAME}", re.MULTILINE),
)
_REACH = 60  # code points


def said_beside(text: str, start: int, end: int, quotation: Quotation) -> tuple[Span, Span] | None:
    """The cue and the source of ``quotation`` in the paragraph ``[start, end)``; None where no name is beside it."""
    first = max(start, quotation.start - _REACH)
    before = text[first : quotation.start]
    found = next((match for one in _BEFORE if (match := one.search(before)) is not None), None)
    if found is not None:
        return _moved(found.span("cue"), first), _moved(found.span("source"), first)
    after = text[quotation.end : min(end, quotation.end + _REACH)]
    found = next((match for one in _AFTER if (match := one.match(after)) is not None), None)
    if found is None:
        return None
    return _moved(found.span("cue"), quotation.end), _moved(found.span("source"), quotation.end)


def _moved(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by
