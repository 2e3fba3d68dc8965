"""Dialogues in which a dash, and no quotation mark, opens what is said: *– We lost the nets, said Holm.*

Whoever is named in the line says it; the sentences after the attribution go on as long as they speak of *I*, *we* or
*you*. A line in which nobody is named is somebody's words all the same, unless it only asks.
"""

import re
from collections.abc import Iterable, Sequence
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

    There is one where several paragraphs open with a dash, and in one of them somebody *said* it. Items of a list,
    which a colon announces, are none, though one of them may quote somebody.
    """
    found = {
        number: match.end()
        for number, paragraph in enumerate(paragraphs)
        if (match := _LINE.match(text, paragraph.start, paragraph.end)) and text[paragraph.end - 1] in ".?!…"
    }
    spoken = {number for number, at in found.items() if _SAID.search(text, at, paragraphs[number].end)}
    lines: dict[int, int] = {}
    for run in _runs(found):
        announced = run[0] > 0 and text[paragraphs[run[0] - 1].end - 1] == ":"
        if not announced or 2 * len(spoken.intersection(run)) >= len(run):
            lines |= {number: found[number] for number in run}
    return lines if len(lines) > 1 and spoken & lines.keys() else {}


def _runs(numbers: Iterable[int]) -> list[list[int]]:
    """Those that follow each other, together; ``numbers`` rise."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


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
