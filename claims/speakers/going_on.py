"""Claims that name no source: a quotation that goes on from the one before has its speaker.

One that runs on over several paragraphs, each opened anew, may be signed only in the last.
"""

from claims import rules
from claims.model import Claim, Span
from claims.paragraphs import LONGEST, Paragraph
from claims.quotations import left_open, quotations_in
from claims.source_phrases import read_phrase
from claims.spans import inside
from claims.speakers.figures import Figure
from claims.speakers.scene import OPEN, Asked, Scene, Turn, asks
from claims.speakers.sieves import SIEVES

_LAST = 20  # turns looked back through
_DIALOGUE = 4  # paragraphs
_BETWEEN = 20  # code points between one quotation and the next
_AHEAD = 20  # paragraphs


def going_on(scene: Scene, number: int, claim: Claim) -> Figure | None:
    """Whoever spoke last, in the paragraph or the one before, where the claim is quotation and nothing else."""
    if claim.cue:
        return _goes_on_saying(scene, number, claim)
    if claim.quote != "direct" and not _goes_on_unquoted(scene, number):
        return None
    turns = [one for one in scene.turns[-_LAST:] if _near(scene, one, number, claim) and not one.claim.nested]
    if not any(one.paragraph == number or _left_open(scene, one.claim) for one in turns):
        source = _signature(scene.text, claim)
        if source is not None:
            signed = _answer(scene, number, claim, source)
            scene.how = "run on"
            return signed
    for turn in reversed(turns):
        # In *a whip, who would not be named because the family had asked for quiet, said*, the family is no speaker.
        if not any(other.at != turn.at and inside(turn.at, other.at) for other in turns):
            scene.how = "run on" if _left_open(scene, turn.claim) else "close by" if turn.paragraph == number else ""
            return _asked_before(turn, scene) if asks(turn.claim, scene.text) else turn.figure
    return _sole_person(scene, number)


def _goes_on_saying(scene: Scene, number: int, claim: Claim) -> Figure | None:
    """The speaker just before in the sentence, for *…, adding that …*."""
    last = scene.turns[-1] if scene.turns else None
    participle = scene.text[slice(*claim.cue[0])].lower().endswith("ing")
    if last is None or not participle or last.paragraph != number:
        return None
    return last.figure if not set(".!?") & {*scene.text[last.at[1] : claim.cue[0][0]]} else None


def _asked_before(turn: Turn, scene: Scene) -> Figure:
    """Who spoke before whoever put a question, since the answer is theirs; if nobody did, it is a question still."""
    near = (one.figure for one in reversed(scene.turns) if turn.paragraph - one.paragraph <= _DIALOGUE)
    return next((one for one in near if one.kind == "person" and one is not turn.figure), turn.figure)


def _near(scene: Scene, turn: Turn, number: int, claim: Claim) -> bool:
    """Whether the turn is of this paragraph or the one before, or its quotation ends where the claim's begins."""
    if number - turn.paragraph <= 1:
        return True
    between = claim.start - turn.claim.end
    return between < _BETWEEN and not any(sign.isalnum() for sign in scene.text[turn.claim.end : claim.start])


def _goes_on_unquoted(scene: Scene, number: int) -> bool:
    """Whether the paragraph before is a turn in a transcript, after *Rey:*, or a paragraph that went on with one."""
    if not scene.turns or number - scene.turns[-1].paragraph > 1:
        return False
    last = next((one.claim for one in reversed(scene.turns) if not one.claim.nested), scene.turns[-1].claim)
    return last.quote != "direct" and all(scene.text[start:end] == ":" for start, end in last.cue)


def _left_open(scene: Scene, claim: Claim) -> bool:
    return claim.quote == "direct" and left_open(scene.text[slice(*claim.content[-1])])


def _signature(text: str, claim: Claim) -> Span | None:
    """Where the source of the claim's quotation is named, paragraphs further on, if the quotation is left open here."""
    here = line = claim.content[-1]
    for _ in range(_AHEAD):
        if not left_open(text[slice(*here)]):
            break
        line = _line_after(text, here[1])
        quotations = quotations_in(text, *line)
        if not quotations or quotations[0].start != line[0]:
            return None
        here = quotations[0].start, quotations[0].end
    if line == claim.content[-1]:
        return None
    (found,) = rules.find(text, [Paragraph(*line)])
    return next((one.source[0] for one in found if one.source and one.content[0][0] == line[0]), None)


def _line_after(text: str, position: int) -> Span:
    """The next line that has something in it, as much as a paragraph holds; empty at the end of the text."""
    while position < len(text) and text[position].isspace():
        position += 1
    last = min(len(text), position + LONGEST)
    end = text.find("\n", position, last)
    return position, last if end < 0 else end


def _answer(scene: Scene, number: int, claim: Claim, source: Span) -> Figure | None:
    """Who the source is, named after the claim though it be."""
    phrase = read_phrase(scene.text[slice(*source)])
    asked = Asked(phrase, phrase.text.lower(), source, number, claim, None, quoted=False)
    answer = next((one for sieve in SIEVES if (one := sieve(asked, scene)) is not None), OPEN)
    return answer if isinstance(answer, Figure) else None


def _sole_person(scene: Scene, number: int) -> Figure | None:
    """The one person whom the paragraph before is about: *Inhar has been speaking to our correspondent.*"""
    for passage in scene.near:
        if passage.number == number - 1:
            named = (one for told in passage.sentences for one in told.named if one.rank < 2)
            figures = {id(one.figure): one.figure for one in named if one.figure.kind == "person"}
            return next(iter(figures.values())) if len(figures) == 1 else None
    return None
