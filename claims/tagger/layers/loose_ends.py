"""What is no claim after all: a clause that nobody is given for, and the remark that somebody told no more.

A quotation may stand without cue and source, going on from the one before. *Declined to comment* and
*without specifying where* tell of no content.
"""

import re
from collections.abc import Sequence

from claims.attributions import Attribution
from claims.context import Context
from claims.lexicon.remarks import WITHHELD
from claims.spans import inside, overlap

_TOLD_NO_MORE = re.compile(
    r"(?:declin|refus)(?:e[sd]?|ing) (?:to comment|comment)|(?:not|n[’']t) (?:immediately )?(?:comment|respond|repl)"
    rf"|without (?:{WITHHELD}|saying)",
    re.IGNORECASE,
)
_FEWEST = 3  # words; a shorter quotation without a speaker is a label or a title


def without_loose_ends(
    context: Context, found: Sequence[Attribution], by_rules: Sequence[Attribution]
) -> list[Attribution]:
    """See `claims.tagger.layers.Layer`."""
    del by_rules
    taken = [span for one in found if one.cue or one.source for span in one.content]
    return [
        one
        for one in found
        if not _told_no_more(context.text, one)
        and (
            one.cue
            or one.source
            or (_quoted(context, one) and not any(overlap(a, b) for a in one.content for b in taken))
        )
    ]


def _quoted(context: Context, one: Attribution) -> bool:
    start, end = one.content[0][0], one.content[-1][1]
    return len(context.text[start:end].split()) >= _FEWEST and all(
        any(inside(span, (quotation.start, quotation.end)) for quotation in context.quotations) for span in one.content
    )


def _told_no_more(text: str, one: Attribution) -> bool:
    if not one.cue:
        return False
    start = one.cue[0][0]
    return _TOLD_NO_MORE.match(text, start) is not None and one.content[0][0] >= start
