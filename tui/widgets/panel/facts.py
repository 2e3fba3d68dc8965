"""What a card says about a claim in a few quiet words: warnings, the reader's verdicts, how it reached the article."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from rich.cells import cell_len

from claims.model import Caveat, CaveatKind, Claim
from claims.text import Text
from store import naming
from store.annotations import MEANINGS, Annotation, Evidence, meaning_name
from store.note_lines import first_words
from store.relaying import relayed
from store.review import Item
from store.safety import label
from tui.widgets.article.glyphs import MEANINGS as SIGNS

CAVEATS: dict[CaveatKind, str] = {
    "unverified": "⚠ not verified",
    "verified": "⊕ said to be verified",
    "missing-detail": "⚠ detail missing",
    "no-comment": "⚠ no comment",
    "denial": "⚠ denied",
}
REWORDED = "≠ words changed since"
_ENGINES = {"tagger": "the trained tagger", "rules": "rules", "quotations": "quotation marks alone"}
FINDING, EVIDENCE, HEDGED, ANONYMOUS, NESTED, DENIED = "⚑", "§", "?", "∅", "⊂", "¬"
LIGHT = 2
"""The weight of what is neither a caveat nor a denial."""
REFUSED = "⊖"
BY_NOBODY = f"{ANONYMOUS} {naming.ANONYMOUS}"
PROGRESS_GLYPHS = {"to verify": "◔", "awaiting an answer": "◑", "checked": "✓"}


class Fact(NamedTuple):
    """A few words for a card, and in whose name they stand: the reporter's caveat, the reader's mark, the text's.

    ``long`` is for words that still tell something when they are cut short, ``short`` fewer words, where there are
    some. What is ``quiet`` may be left out without a trace.
    """

    text: str
    voice: Literal["caveat", "reader", "text"]
    long: bool = False
    short: str = ""
    quiet: bool = False

    @property
    def sign(self) -> str:
        """Its glyph, where it begins with one."""
        return "" if self.text[0].isalnum() or self.quiet else self.text[0]

    @property
    def weight(self) -> int:
        """How soon it gets room for its words: 0 first. Of a denial the cue tells, and its sign is enough."""
        return 0 if self.voice == "caveat" else 1 if self.sign == DENIED else LIGHT


def facts(
    item: Item, text: Text, caveats: Sequence[Caveat], *, note: bool = True, meanings: Sequence[str] = MEANINGS
) -> Iterator[Fact]:
    """Yield what is known of ``item``, weightiest first; ``note`` says whether the first line of the
    note is wanted, and of the evidence.

    ``caveats`` are those of the reading that the item's claim comes from, ``meanings`` what highlights mean.
    """
    if item.annotation is not None and item.annotation.reworded:
        yield Fact(REWORDED, "caveat")
    if item.denial:
        # Before all else: a card whose cue is cut would read as if it were said.
        yield Fact(f"{DENIED} {naming.DENIAL}", "text")
    known = item.known
    if known is not None:
        yield from _caveats(known, caveats)
    if item.refused_name:
        yield Fact(f"{REFUSED} not {label(item.refused_name, 40)}", "reader", long=True)
    if item.annotation is not None:
        if item.annotation.meaning:
            yield Fact(f"{SIGNS[item.annotation.meaning - 1]} {_meaning(item.annotation, meanings)}", "reader")
        yield from _reader(item.annotation, note=note)
    if known is not None:
        yield from _text(item, known, text)


def found_by(engine: str, width: int | None = None) -> str:
    """Return who found the claims, given the engine's name and version: ``found by the trained tagger (tagger-1)``.

    What takes more than ``width`` cells is said in fewer words: first without the name, then without *found*.
    """
    name = label(engine, 40)
    words = _ENGINES.get(engine.rpartition("-")[0])
    if words is None:
        return f"found by {name}"
    ways = (f"found by {words} ({name})", f"found by {words}", f"by {words}")
    return next((way for way in ways if width is None or cell_len(way) <= width), ways[-1])


def is_by_quotation_marks(engine: str | None) -> bool:
    """Whether an engine, given its name and version, marks nothing but quotations, as in any other language."""
    return engine is not None and engine.rpartition("-")[0] == "quotations"


def tags(names: Iterable[str]) -> str:
    """Return tags as one safe string: ``#war #to-do``."""
    return " ".join(f"#{label(name, 40)}" for name in names)


def evidence(one: Evidence, limit: int = 200) -> str:
    """Return a piece of evidence as one safe line: ``supports: https://… – page 3``."""
    return f"{one.stance}: {label(one.address, limit)}" + (f" – {label(one.note, limit)}" if one.note else "")


def _caveats(claim: Claim, caveats: Sequence[Caveat]) -> Iterator[Fact]:
    """What the reporter remarks on ``claim``: each sign once, with all that it stands for behind it."""
    words: dict[str, list[str]] = {}
    for kind in dict.fromkeys(caveats[i].kind for i in claim.caveats if i < len(caveats)):
        sign, _, said = CAVEATS[kind].partition(" ")
        words.setdefault(sign, []).append(said)
    yield from (Fact(f"{sign} {', '.join(said)}", "caveat", long=len(said) > 1) for sign, said in words.items())


def _meaning(annotation: Annotation, names: Sequence[str]) -> str:
    return label(meaning_name(annotation.meaning, names), 40)


def _reader(annotation: Annotation, *, note: bool) -> Iterator[Fact]:
    if annotation.finding:
        yield Fact(f"{FINDING} {annotation.finding}", "reader")
    if annotation.progress in PROGRESS_GLYPHS:
        yield Fact(f"{PROGRESS_GLYPHS[annotation.progress]} {annotation.progress}", "reader")
    if note and (first := first_words(annotation.note)):
        yield Fact(f"✎ {first}", "reader", long=True)
    if note and annotation.evidence:
        count = f"{len(annotation.evidence)}: " if len(annotation.evidence) > 1 else ""
        yield Fact(f"{EVIDENCE} {count}{evidence(annotation.evidence[0])}", "reader", long=True)
    if annotation.tags:
        yield Fact(tags(annotation.tags), "reader", long=True)


def _text(item: Item, claim: Claim, text: Text) -> Iterator[Fact]:
    if claim.hedges:
        words = dict.fromkeys(label(text[start:end], 24).lower() for start, end in (h.span for h in claim.hedges))
        said = ", ".join(words)
        yield Fact(f"{HEDGED} hedged: {said}", "text", long=True, short=f"{HEDGED} {said}")
    if item.unnamed and (item.source or item.speaker):  # else that is what stands in the place of the name
        yield Fact(BY_NOBODY, "text")
    if claim.nested:
        yield Fact(f"{NESTED} nested", "text")
    if claim.via:
        yield Fact(relayed(claim, 40), "text")
    if claim.channel:
        yield Fact(f"via {label(claim.channel.text, 40)}", "text")
