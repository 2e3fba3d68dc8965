"""What a finder marks, before any of it is made fit for readers: for comparing the engine with a corpus."""

from claims import choosing
from claims.model import Claim, Reading, Spans
from claims.paragraphs import paragraphs_of


def read_raw(text: str) -> Reading:
    """The claims of ``text`` by PolNeAR's conventions, with nothing but their three spans, confidence and evidence.

    Speech and attitudes alike, the spans as they were found, whatever the language. The rules, which know one
    convention, stand in here too where the model cannot be loaded; the notices say so then.
    """
    choice = choosing.IN_USE.best(polnear=True)

    def within(spans: Spans) -> Spans:
        clipped = ((max(0, start), min(len(text), end)) for start, end in spans)
        return tuple((start, end) for start, end in clipped if start < end)

    claims = (
        Claim(
            content=within(one.content),
            cue=within(one.cue),
            source=within(one.source),
            confidence=one.confidence,
            why=(one.evidence,),
        )
        for attributions in choice.finder(text, paragraphs_of(text))
        for one in attributions
    )
    return Reading(choice.finder.name, tuple(claim for claim in claims if claim.content), notices=choice.notices)
