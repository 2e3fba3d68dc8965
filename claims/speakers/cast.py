"""The speakers of one article, worked out paragraph by paragraph."""

from collections.abc import Sequence

from claims.attributes.source_kind import source_kind
from claims.context import Context
from claims.lexicon.people import KIN
from claims.model import GUESS, Claim, SourceKind
from claims.paragraphs import paragraphs_of
from claims.scripts import script_of
from claims.source_phrases import read_phrase
from claims.spans import inside
from claims.speakers.evidence import taken_for
from claims.speakers.figures import Figure
from claims.speakers.going_on import going_on
from claims.speakers.roster import Roster
from claims.speakers.scene import OPEN, Asked, Scene, Turn
from claims.speakers.sieves import SIEVES
from claims.speakers.sureness import COIN_TOSS, sureness

_BACK = 2  # paragraphs; a source may stand that far before the words it introduces


class Cast:
    """Gives claims their speakers; paragraphs must come in the order of the text."""

    def __init__(self, text: str) -> None:
        flat = _without_wraps(text)
        self._scene = Scene(flat, Roster(flat))

    def spoken(self, number: int, context: Context, claims: Sequence[Claim]) -> list[Claim]:
        """The ``claims`` of paragraph ``number``, which are in text order, with speaker and kind of source."""
        self._scene.enter(number, context)
        return [self._spoken(number, context, claim) for claim in claims]

    def _spoken(self, number: int, context: Context, claim: Claim) -> Claim:
        self._scene.ask_anew()
        asked = self._asked(number, context, claim) if claim.source else None
        figure = self._answer(asked) if asked is not None else self._goes_on(number, claim)
        if figure is None:
            return claim._replace(speaker=None, source_kind=_kind_of_nobody(asked))
        sure = self._sure(claim, figure)
        if asked is not None and sure >= GUESS:
            figure.learn(asked.phrase)  # not from a guess, which would make it all the surer the next time
        at = claim.source[0] if claim.source else claim.content[0]
        self._scene.keep(Turn(figure, number, at, claim, sure))
        if sure <= COIN_TOSS:  # still the likeliest for what refers to it, but not to be named
            return claim._replace(speaker=None, source_kind="unknown")
        told = taken_for(claim, figure, self._scene, sure)
        why = (*claim.why, told) if told else claim.why
        return claim._replace(speaker=figure.name, speaker_sure=sure, source_kind=_kind(figure), why=why)

    def _sure(self, claim: Claim, figure: Figure) -> float:
        return sureness(claim, figure, self._scene)

    def _goes_on(self, number: int, claim: Claim) -> Figure | None:
        figure = going_on(self._scene, number, claim)
        self._scene.sieve = "going_on"
        start, end = claim.content[0]
        foreign = figure is not None and script_of(self._scene.text[start:end]) not in (None, script_of(figure.name))
        return None if foreign else figure  # nobody goes on in another script

    def _asked(self, number: int, context: Context, claim: Claim) -> Asked:
        at = claim.source[0]
        phrase = read_phrase(self._scene.text[slice(*at)])
        quoted = any(inside(at, (one.start, one.end)) for one in context.quotations)
        return Asked(phrase, phrase.text.lower(), at, number, claim, self._around(number, claim), quoted)

    def _around(self, number: int, claim: Claim) -> Turn | None:
        """The turn in whose content the source stands."""
        for turn in reversed(self._scene.turns):
            if number - turn.paragraph > _BACK:
                break
            if any(inside(claim.source[0], piece) for piece in turn.claim.content):
                return turn
        return None

    def _answer(self, asked: Asked) -> Figure | None:
        for sieve in SIEVES:
            answer = sieve(asked, self._scene)
            if answer is OPEN:
                return None
            if isinstance(answer, Figure):
                self._scene.sieve = sieve.__name__
                return answer
        return None


def _kind(figure: Figure) -> SourceKind:
    """*His grandmother* is somebody, and holds no office."""
    return "person" if figure.kind == "role" and figure.name.lower().rpartition(" ")[2] in KIN else figure.kind


def _kind_of_nobody(asked: Asked | None) -> SourceKind:
    """*She* may be open; where nobody is in the text, or *one of them*, whoever says it stays anonymous."""
    return "anonymous" if asked is None or source_kind(asked.phrase.text) == "anonymous" else "unknown"


def _without_wraps(text: str) -> str:
    """The text with spaces for the line breaks inside its paragraphs, so that a name may run over a line's end."""
    pieces, at = [], 0
    for paragraph in paragraphs_of(text):
        pieces += [text[at : paragraph.start], text[paragraph.start : paragraph.end].replace("\n", " ")]
        at = paragraph.end
    return "".join([*pieces, text[at:]])
