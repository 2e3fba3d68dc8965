"""*The court heard that …*, *…, a jury heard* and *…, court told*: in a hearing, by somebody who is not named there."""

from claims.lexicon.words import word_set
from claims.rules.content import content_end, trim_end
from claims.rules.finding import Finding, Sentence
from claims.rules.phrases import skip_time_right
from claims.rules.subjects import subject_ending

HEARERS = word_set("court courtroom jury jurors trial inquest tribunal hearing inquiry magistrates")
"""Those before whom it is said."""
_HEARD = frozenset(("heard", "hears", "told"))


def heard_in_court(sentence: Sentence) -> list[Finding]:
    """The clause after *heard*, or else the one before the comma, as before *told* at the end of a sentence.

    Those who hear are no source.
    """
    tokens = sentence.tokens
    found = []
    for at in range(1, len(tokens)):
        if tokens[at].low not in _HEARD:
            continue
        after = skip_time_right(tokens, at + 1)
        if tokens[at].low == "told" and after < len(tokens) and tokens[after].word:
            continue
        subject = subject_ending(tokens, at)
        if subject is None or tokens[subject[1] - 1].low not in HEARERS:
            continue
        if at + 1 < len(tokens) and tokens[at + 1].low in ("that", "how"):
            found.append(Finding("hearing", ((at + 1, content_end(sentence, at + 1)),), ((at, at + 1),)))
        elif subject[0] > 3 and tokens[subject[0] - 1].text == ",":
            found.append(Finding("hearing", ((0, trim_end(tokens, 0, subject[0])),), ((at, at + 1),)))
    return found
