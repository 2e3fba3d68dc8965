"""A short report and its items, made by hand, for the tests of the panel, its cards and the dialogs."""

from dataclasses import replace

from claims.model import Caveat, Claim, Hedge, Phrase, Reading, Spans
from store.annotations import Annotation, Role, Selector
from store.review import Item, merge

TEXT = (
    "Russia said on Wednesday that its forces had broken through two fortified lines in the east. "
    "Reuters was not able to verify the report.\n"
    "“The situation is tense,” Ukrainian deputy defence minister Hanna Malyar wrote on the Telegram messaging app, "
    "“but under control.”\n"
    "A senior official may have been told that help was on its way, aides suggested without giving details.\n"
    "It is feared that hundreds are dead.\n"
    "The army spokesman 山田太郎 said 全軍が町を離れた。\n"
)


def spans(*quotes: str) -> Spans:
    """Where each of ``quotes`` stands in `TEXT`."""
    return tuple((TEXT.index(quote), TEXT.index(quote) + len(quote)) for quote in quotes)


CAVEATS = (
    Caveat("unverified", spans("Reuters was not able to verify the report")[0]),
    Caveat("missing-detail", spans("without giving details")[0]),
)
CLAIMS = (
    Claim(
        content=spans("that its forces had broken through two fortified lines in the east"),
        cue=spans("said"),
        source=spans("Russia"),
        speaker="Russia",
        source_kind="government",
        when=Phrase("on Wednesday", spans("on Wednesday")[0]),
        caveats=(0,),
        confidence=0.93,
        why=("cue said (reporting verb)", "source before it", "clause after it"),
    ),
    Claim(
        content=spans("“The situation is tense,”", "“but under control.”"),
        cue=spans("wrote"),
        source=spans("Ukrainian deputy defence minister Hanna Malyar"),
        quote="direct",
        speaker="Ukrainian deputy defence minister Hanna Malyar",
        channel=Phrase("Telegram", spans("Telegram")[0]),
    ),
    Claim(
        content=spans("A senior official may have been told that help was on its way"),
        cue=spans("suggested"),
        source=spans("aides"),
        source_kind="anonymous",
        nested=True,
        hedges=(Hedge(spans("may")[0], "source"), Hedge(spans("suggested")[0], "reporter")),
        caveats=(1,),
        confidence=0.61,
    ),
    Claim(content=spans("that hundreds are dead"), cue=spans("feared")),
    Claim(
        content=spans("全軍が町を離れた。"),
        cue=spans("said 全")[0:1],
        source=spans("The army spokesman 山田太郎"),
        speaker="The army spokesman 山田太郎",
    ),
)
READING = Reading("made by hand", CLAIMS, CAVEATS)


def annotation(uid: str, *content: str, role: Role = "content", **fields: object) -> Annotation:
    """An annotation whose selectors are ``content``, exact quotes of `TEXT`."""
    selectors = tuple(
        Selector(role, start, end, quote) for quote, (start, end) in zip(content, spans(*content), strict=True)
    )
    made = Annotation(uid=uid, article=1, kind="passage" if role == "passage" else "claim", selectors=selectors)
    return replace(made, **fields)  # type: ignore[arg-type]


ANNOTATIONS = (
    annotation(
        "a1",
        "that its forces had broken through two fortified lines in the east",
        decision="accepted",
        speaker="Russia",
        quote="indirect",
        finding="disputed",
        progress="checked",
        reason="The general staff says that the lines hold.",
        note="Ask the ministry which lines.\nThe map of 12 May shows three.",
        tags=("front line", "war"),
    ),
    annotation("a2", "that hundreds are dead", decision="rejected", note="No one said it."),
    annotation("a3", "Reuters was not able to verify the report", role="passage", note="Good practice."),
    annotation(
        "a4",
        "A senior official may have been told that help was on its way",
        by_hand=True,
        speaker="aides",
        quote="indirect",
        progress="to verify",
    ),
)


def items(*annotations: Annotation) -> tuple[Item, ...]:
    """The items of `READING` under ``annotations``."""
    return merge(READING, annotations)
