"""How one claim is laid out as a card: pure, from an item to lines of styled pieces, each fitted to a width in cells.

A closed card is `HEIGHT` lines, or one less where it has but one line to say, which is known without laying it out
(`alone`); where the window is low it is `SHORT`. An open card, of which there is one at a time, is as high as what it
has to say. Line 1 is who says it and how, line 2 what, line 3 the quiet facts; a card without facts gives both lines to
the content. Where lines are short the name has the first to itself, and how it is said comes before the facts.
"""

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len

from claims.in_percent import in_percent
from claims.model import Span
from claims.text import Text
from store.naming import GUESSED, LEFT_OPEN, named, nobody
from store.note_lines import first_words, plain_lines
from store.review import Item
from store.safety import label
from tui.widgets.article.glyphs import NOTE
from tui.widgets.article.gutter import state
from tui.widgets.article.wrapping import cells
from tui.widgets.panel.fact_rows import Line, Look, Piece, row, rows, signs
from tui.widgets.panel.facts import BY_NOBODY, DENIED, EVIDENCE, LIGHT, Fact, evidence, facts
from tui.widgets.panel.fitting import fit, wrap
from tui.widgets.panel.page import Page, content, cue_words

PASSAGE, REASON = "▮", "∵"
_STATES: dict[str, Look] = {"✗": "rejected", "○": "open", "●": "accepted"}
HEIGHT, SHORT = 4, 2
NAME_LINES = 3
CONTENT_LINES = 8
NOTE_LINES = 12
EVIDENCE_LINES = 3


def closed_card(item: Item, page: Page) -> list[Line]:
    """Lay ``item`` out in `HEIGHT` lines, the last of them empty, or in one less: see `alone`."""
    look: Look = "struck" if item.rejected else "plain"
    known = _all_known(item, page)
    excerpt = wrap(content(item, page), page.room, 1 if known else 2)
    body: list[Line] = [[(line, look)] for line in excerpt]
    if known:
        body.insert(0 if page.narrow else 1, row(known, page.room, rejected=item.rejected))
    lines = [*_head(item, page, 1), *_indented(body, page)]
    height = HEIGHT - (0 < alone(item, page) <= page.room)
    return [*lines, [], [], []][:height]


def alone(item: Item, page: Page) -> int:
    """The cells that what ``item`` claims takes in one line, and its first line, where it says nothing else; else 0.

    Where they are no more than the page's room its closed card has one line under the name, and else two.
    """
    if any(True for _ in _manner(item, page)) or any(True for _ in _known(item, page)):
        return 0
    head = 0 if page.narrow else _head_with_kind(item, page)
    return max(head, cells(content(item, page)))


def short_card(item: Item, page: Page) -> list[Line]:
    """Lay ``item`` out in exactly `SHORT` lines: who says it, and what, with the glyphs of all else."""
    look: Look = "struck" if item.rejected else "plain"
    known = list(_known(item, page)) if page.narrow else _all_known(item, page)
    cue = cue_words(item, page) if page.narrow else ""
    said = _signed(item, f"{cue}: {content(item, page)}" if cue else content(item, page))
    beside = signs(known, page.room, cell_len(said))
    words = fit(said, page.room - (cell_len(beside) + 1 if beside else 0))
    line: Line = [(words, look), (" " * (page.room - cell_len(words) - cell_len(beside)), "plain"), (beside, "muted")]
    return [*_head(item, page, 1), *_indented([line], page)]


def open_card(item: Item, page: Page) -> list[Line]:
    """Lay ``item`` out in full: content, facts, reason and note, as far as there is room.

    The last line but one names the key to all else, and says how sure it is; the last is empty.
    """
    look: Look = "struck" if item.rejected else "plain"
    body: list[Line] = [[(line, look)] for line in wrap(content(item, page), page.room, CONTENT_LINES)]
    known = (*_all_known(item, page, note=False), *_when(item))
    body += rows(known, page.room, rejected=item.rejected)
    for look, mark, text, limit in _paragraphs(item):
        lines = wrap(text, page.room - len(mark), limit)
        body += [[(mark if i == 0 else " " * len(mark), "reader"), (line, look)] for i, line in enumerate(lines)]
    room = page.room - cell_len(page.details)
    whole, origin = f" the whole {'claim' if item.is_claim else 'passage'}", _origin(item)
    more = whole + origin if cell_len(whole + origin) <= room else fit(whole, room)
    body.append([(page.details, "reader"), (more, "muted")])
    return [*_head(item, page, NAME_LINES), *_indented(body, page), []]


def part_at(lines: Sequence[Line], number: int) -> tuple[str, int]:
    """The sign of what is written at length on the line ``number`` of an open card, and how many such are above it.

    The sign is that of a note or of evidence, else ''.
    """
    begun: list[str] = []
    here = ""
    for line in lines[: max(0, number + 1)]:
        # After the indentation there is the sign, or on further lines as much of a blank, and then the words.
        mark, look = line[1] if len(line) == 3 else ("", "plain")
        if look != "reader":
            here = ""
        elif mark.strip():
            here = mark.strip()
            begun.append(here)
    return (here, begun.count(here) - 1) if here in (NOTE, EVIDENCE) else ("", 0)


def names_speaker(lines: Sequence[Line], number: int, cell: int) -> bool:
    """Whether on the line ``number`` of an open card, ``cell`` cells into it, stands who says it, or that nobody does.

    The name of one who is rejected is struck out, and none.
    """
    for words, look in lines[number] if 0 <= number < len(lines) else ():
        if 0 <= cell < cell_len(words):
            return look == "speaker" or words in (BY_NOBODY, LEFT_OPEN)
        cell -= cell_len(words)
    return False


def in_short(item: Item, text: Text, references: Sequence[Span] = ()) -> str:
    """What a card would say of ``item``, in one line for a window that has no room for cards."""
    page = Page(text, (), 1, 0, references=references)
    number, cue = str(item.number or "Passage"), _signed(item, cue_words(item, page))
    who = named(item, text) or (nobody(item) if item.is_claim else "")
    told = (number, who, cue, item.quote, first_words(item.note))
    return " · ".join(label(words, 60) for words in told if words)


def glyph(item: Item) -> Piece:
    """Return the sign for what the reader made of ``item``, and its look."""
    sign = state(item)
    return (sign, _STATES.get(sign, "reader")) if sign else (PASSAGE, "reader")


def _known(item: Item, page: Page, *, note: bool = True) -> Iterator[Fact]:
    """What is known of ``item``, with the first line of its note if that is wanted."""
    if item.annotation is not None and item.annotation.uid in page.unsaved:
        yield Fact("⚠ not saved", "caveat")
    yield from facts(item, page.text, page.caveats, note=note, meanings=page.meanings)


def _all_known(item: Item, page: Page, *, note: bool = True) -> list[Fact]:
    """What is known of ``item`` and how it is said, as far as there is no room for that beside the name.

    There the kind of quote comes after what weighs more.
    """
    manner, known = list(_manner(item, page)), list(_known(item, page, note=note))
    if not page.narrow and item.quote and cue_words(item, page) and _head_with_kind(item, page) > page.room:
        manner = [Fact(item.quote, "text", quiet=True)]
        heavy = sum(fact.weight < LIGHT for fact in known)
        return [*known[:heavy], *manner, *known[heavy:]]
    return [*manner, *known]


def _head_with_kind(item: Item, page: Page) -> int:
    """The cells of the name and, beside it, the shortest words that tell the kind of quote too."""
    name, _ = _name(item, page)
    told = [cell_len(tail) for tail in _tails(item, page) if item.quote and tail.endswith(item.quote)]
    return cell_len(name) + 2 + min(told) if told else 0


def _head(item: Item, page: Page, name_lines: int) -> list[Line]:
    """Glyph, number, name, and on the right the cue and the kind of quote, as much of them as there is room for."""
    name, look = _name(item, page)
    if item.rejected:
        look = "struck"
    room = max(1, page.width - page.name_indent - 1)
    tails = [] if page.narrow else list(_tails(item, page))
    tail = next((t for t in tails if cell_len(name) + 2 + cell_len(t) <= room), None)
    if tail is None:
        tail = tails[-1] if tails else ""
    width = room - cell_len(tail) - (2 if tail else 0)
    first, *rest = [_cut_guess(name, width)] if item.guessed and name_lines == 1 else wrap(name, width, name_lines)
    gap = " " * (room - cell_len(first) - cell_len(tail))
    number = f" {item.number or '':>{page.digits}} " if page.digits else " "
    head: Line = [glyph(item), (number, "muted"), (first, look), (gap, "plain"), (tail, "muted")]
    return [head, *([(" " * page.name_indent, "plain"), (line, look)] for line in rest)]


def _name(item: Item, page: Page) -> Piece:
    if not item.is_claim:
        return "Passage", "speaker"
    name = named(item, page.text)
    return (name, "speaker") if name else (LEFT_OPEN if item.open else BY_NOBODY, "absent")


def _cut_guess(name: str, width: int) -> str:
    """A guess in one line, which keeps its mark however little of it there is room for."""
    return name if cell_len(name) <= width else f"{fit(name, width - 1)}{GUESSED}"


def _manner(item: Item, page: Page) -> Iterator[Fact]:
    """Cue and kind of quote as a fact, where there is no room for them beside the name."""
    words = _signed(item, " · ".join(part for part in (cue_words(item, page), item.quote or "") if part))
    if page.narrow and words:
        yield Fact(words, "text", long=True, short=_signed(item, cue_words(item, page)), quiet=True)


def _signed(item: Item, words: str) -> str:
    """``words``, for where little else may stand beside them, with the sign before them of what is not said."""
    return f"{DENIED} {words}" if words and item.denial else words


def _when(item: Item) -> Iterator[Fact]:
    known = item.known
    if known is not None and known.when is not None:
        yield Fact(f"when: {label(known.when.text, 60)}", "text")


def _origin(item: Item) -> str:
    """How sure it is that this is a claim, in a few words; by whom, where it is a reader who says so."""
    if item.annotation is not None and item.annotation.amended:
        return " · amended by hand"
    if item.claim is not None:
        return f" · {in_percent(item.claim.confidence)} sure"
    return " · marked by hand" if item.annotation is not None and item.annotation.by_hand else ""


def _tails(item: Item, page: Page) -> Iterator[str]:
    """Yield ever shorter words for the right end of the first line; without its cue a denial reads as a claim."""
    cue, quote = cue_words(item, page), item.quote or ""
    if cue and quote:
        yield f"{cue} · {quote}"
        yield f"{fit(cue, 12)} · {quote}"
    yield cue or quote
    if cue:
        yield fit(cue, 12)


def _paragraphs(item: Item) -> Iterator[tuple[Look, str, str, int]]:
    """Yield what an open card says at length: look, mark before its first line, text, and the lines it may take."""
    annotation = item.annotation
    if annotation is not None and annotation.reworded:
        yield "caveat", "≠ ", f"the words were: {label(annotation.was, 2000)}", NOTE_LINES
    if annotation is not None:
        yield "plain", f"{REASON} ", label(annotation.reason, 2000), NOTE_LINES
        yield "plain", f"{NOTE} ", "\n".join(plain_lines(annotation.note)), NOTE_LINES
        for one in annotation.evidence:
            yield "plain", f"{EVIDENCE} ", evidence(one), EVIDENCE_LINES


def _indented(body: Iterable[Line], page: Page) -> list[Line]:
    return [[(" " * page.indent, "plain"), *line] for line in body]
