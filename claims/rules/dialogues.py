"""Dialogues in which a dash, and no quotation mark, opens what is said: *– We lost the nets, said Holm.*

Whoever is named in the line says it; the sentences after the attribution go on as long as they speak of *I*, *we* or
*you*. A line in which nobody is named is somebody's words all the same, unless it only asks.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.attributions import Attribution
from claims.lexicon.words import word_set
from claims.paragraphs import Paragraph
from claims.rules.clause import SAYS, Tokens, span
from claims.rules.content import trim_end
from claims.rules.evidence import MEASURED

_LINE = re.compile(r"[–—―]\s*(?=[^\W\d_])")
_SAID = re.compile(rf"[,?!…]\s+(?:[\w'’-]+\s+){{0,3}}(?:{'|'.join(sorted(SAYS))})\b(?!\s+(?:to|by)\b)")
_OWN = word_set("i we you me us my our your i'm we're you're i've we've you've i'll we'll you'll i'd we'd you'd")


def lines_of(text: str, paragraphs: Sequence[Paragraph]) -> dict[int, int]:
    """Where the words begin in each paragraph that is a line of a dialogue, by its number; nothing where there is none.

    There is one where several paragraphs open with a dash, and in one of them somebody *said* it.
    """
    found = {
        number: match.end()
        for number, paragraph in enumerate(paragraphs)
        if (match := _LINE.match(text, paragraph.start, paragraph.end)) and text[paragraph.end - 1] in ".?!…"
    }
    spoken = any(_SAID.search(text, at, paragraphs[number].end) for number, at in found.items())
    return found if len(found) > 1 and spoken else {}


def line_spoken(tokens: Tokens, sentences: Sequence[Tokens], found: Sequence[Attribution]) -> list[Attribution]:
    """The claims ``found`` in a line of ``sentences``, after its dash, with the line's own among them."""
    confidence, evidence = MEASURED["line"]
    first = sentences[0]
    own = next((one for one in found if one.content[0][0] == first[0].start and one.cue and one.source), None)
    if own is None:
        if all(sentence[-1].text == "?" for sentence in sentences):
            return list(found)
        whole = span(tokens, 0, trim_end(tokens, 0, len(tokens)))
        return [Attribution(content=(whole,), evidence=evidence, confidence=confidence), *found]
    further = []
    for sentence in sentences[1:]:
        if own.cue[0][0] > sentence[0].start or not any(token.low in _OWN for token in sentence):
            break
        further.append(span(sentence, 0, trim_end(sentence, 0, len(sentence))))
    spoken = replace(own, content=(*own.content, *further), evidence=evidence, confidence=confidence)
    return [spoken if one is own else one for one in found]
