"""Annotated articles as plain text that a person can read and write, and the parser that checks them.

An article is a head, a body and a list of its claims::

    genre: courts
    place: Leeds

    The foreman wept, {s1 his widow} {q1 told} the court: {c1 ‘He asked for the {c2 guard} …’}

    ---
    1: speech, direct, Margaret Dunmore

In the body, braces hold a span: ``{s1 …}`` is the source of claim 1, ``{q1 …}`` its cue, ``{c1 …}`` its content.
A claim in several pieces has several; a span may serve several claims, ``{s1,2 the minister}``, and several roles,
``{s2,c1 …}``; spans nest. Exactly one blank follows the label and is no part of the span. Below the line, every claim
has its number, its act, its kind of quotation and its speaker, or ``-`` where the article does not tell; the word
``nested`` stands last where the claim is reported inside another's content. Paragraphs are parted by blank lines.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from claims.model import Act, QuoteKind, Spans
from claims.spans import inside

Genre = Literal[
    "war-and-disaster",
    "courts",
    "police",
    "business",
    "science",
    "councils",
    "sport",
    "health",
    "diplomacy",
    "elections",
    "culture",
    "obituaries",
]
GENRES: tuple[str, ...] = get_args(Genre)

_LABEL = re.compile(r"\{((?:[sqc]\d+)(?:,[sqc]?\d+)*) (?=\S)")
_LABELLED = re.compile(r"([sqc]?)(\d+)")
_CLAIM = re.compile(r"(\d+): (speech|attitude), (direct|indirect|mixed), (\S.*?)(, nested)?$")
_QUOTED = re.compile(r"[“”\"«»‹›„‘]|(?<!\w)'\w")
_ROLES = {"s": "source", "q": "cue", "c": "content"}


class NotationError(ValueError):
    """What is wrong with an annotated article, with the line it is in, counted from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedClaim:
    """A claim as a person marked it; spans are code points of `AnnotatedArticle.text`, half open, in text order."""

    number: int
    content: Spans
    cue: Spans = ()
    source: Spans = ()
    act: Act
    quote: QuoteKind
    speaker: str | None
    nested: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedArticle:
    """An article's plain text, one paragraph a line with an empty line between, its head, and its claims in order."""

    name: str
    head: dict[str, str]
    text: str
    claims: tuple[AnnotatedClaim, ...]

    @property
    def genre(self) -> str:
        """The head's genre, one of `GENRES`."""
        return self.head["genre"]


def read_folder(folder: Path) -> list[AnnotatedArticle]:
    """Every article in ``folder``, by name.

    Raises:
        OSError: where one cannot be read.
        NotationError: with the file's path before the line.
    """
    return [read_file(path) for path in sorted(folder.glob("*.txt"))]


def read_file(path: Path) -> AnnotatedArticle:
    """The article at ``path``, called by the file's name without its ending.

    Raises:
        OSError: where it cannot be read.
        NotationError: with the path before the line.
    """
    try:
        return parse(path.read_text(encoding="utf-8"), name=path.stem)
    except UnicodeDecodeError:
        raise NotationError(f"{path}: not UTF-8") from None
    except NotationError as error:
        raise NotationError(f"{path}: {error}") from None


def parse(written: str, *, name: str = "") -> AnnotatedArticle:
    """Read one annotated article.

    Raises:
        NotationError: for anything that is not as the notation says.
    """
    head_part, blank, rest = written.partition("\n\n")
    body, rule, listing = rest.partition("\n---\n")
    if not blank or not rule:
        raise NotationError("line 1: an article is a head, an empty line, a body, a line of --- and a list of claims")
    head = _head(head_part)
    body_line = head_part.count("\n") + 3
    listing_line = body_line + body.count("\n") + 2
    text, marked = _body(body.strip("\n"), body_line + len(body) - len(body.lstrip("\n")))
    return AnnotatedArticle(name=name, head=head, text=text, claims=_claims(text, listing, listing_line, marked))


def _head(part: str) -> dict[str, str]:
    head = {}
    for number, line in enumerate(part.splitlines(), start=1):
        key, colon, value = line.partition(": ")
        if not colon or not key.isidentifier():
            raise NotationError(f"line {number}: the head holds lines of “key: value”, not {line!r}")
        head[key] = value.strip()
    if head.get("genre") not in GENRES:
        raise NotationError(f"line 1: the genre must be one of {', '.join(GENRES)}")
    return head


_Marked = dict[int, dict[str, list[tuple[int, int]]]]


def _body(body: str, first_line: int) -> tuple[str, _Marked]:
    """The plain text, and the spans of each claim by role."""
    marked: _Marked = {}
    written: list[str] = []
    length = 0
    opened: list[tuple[str, int, int]] = []
    line = first_line
    at = 0
    while at < len(body):
        character = body[at]
        if character == "{":
            label = _LABEL.match(body, at)
            if label is None:
                raise NotationError(
                    f"line {line}: a brace must open a span, as in “{{s1 she}}”: {body[at : at + 20]!r}"
                )
            opened.append((label[1], length, line))
            at = label.end()
            continue
        if character == "}":
            if not opened:
                raise NotationError(f"line {line}: a brace closes nothing: {body[max(0, at - 20) : at + 1]!r}")
            labels, start, _ = opened.pop()
            if start == length or body[at - 1].isspace():
                raise NotationError(f"line {line}: the span {labels} is empty or ends in a blank")
            role = ""
            for letter, number in _LABELLED.findall(labels):
                role = _ROLES[letter] if letter else role
                marked.setdefault(int(number), {}).setdefault(role, []).append((start, length))
        else:
            if character == "\n" and opened:
                raise NotationError(f"line {line}: the span {opened[-1][0]} does not end in its paragraph")
            line += character == "\n"
            written.append(character)
            length += 1
        at += 1
    if opened:
        raise NotationError(f"line {opened[-1][2]}: the span {opened[-1][0]} is not closed")
    return "".join(written), marked


def _claims(text: str, listing: str, first_line: int, marked: _Marked) -> tuple[AnnotatedClaim, ...]:
    claims: dict[int, AnnotatedClaim] = {}
    lines: dict[int, int] = {}
    for line, entry in enumerate(listing.splitlines(), start=first_line):
        if not entry.strip():
            continue
        match = _CLAIM.match(entry)
        if match is None:
            raise NotationError(
                f"line {line}: a claim is listed as “1: speech, direct, Name of the speaker”, not {entry!r}"
            )
        number, act, quote, speaker, nested = match.groups()
        roles = marked.pop(int(number), {})
        if "content" not in roles:
            raise NotationError(f"line {line}: claim {number} has no content in the body, or is listed twice")
        lines[int(number)] = line
        claims[int(number)] = AnnotatedClaim(
            number=int(number),
            act=cast(Act, act),
            quote=cast(QuoteKind, quote),
            speaker=None if speaker == "-" else speaker,
            nested=nested is not None,
            **{role: tuple(sorted(spans)) for role, spans in roles.items()},
        )
    if marked:
        missing = ", ".join(map(str, sorted(marked)))
        raise NotationError(f"line {first_line}: not listed below the body: claims {missing}")
    for number, claim in claims.items():
        others = [other for other in claims.values() if other is not claim]
        _check(text, claim, others, f"line {lines[number]}: claim {number}")
    return tuple(claims[number] for number in sorted(claims))


def _check(text: str, claim: AnnotatedClaim, others: Sequence[AnnotatedClaim], where: str) -> None:
    """What an annotator slips on."""
    contents = [text[start:end] for start, end in claim.content]
    if claim.quote == "indirect" and any("“" in content or '"' in content for content in contents):
        raise NotationError(f"{where} is called indirect and has quotation marks in its content")
    if claim.quote == "mixed" and not any(_QUOTED.search(content) for content in contents):
        raise NotationError(f"{where} is called mixed and has no quotation marks in its content")
    if claim.speaker is not None:
        strange = [word for word in re.findall(r"\w+", claim.speaker) if word.lower() not in text.lower()]
        if strange:
            raise NotationError(f"{where}: the speaker's {strange[0]!r} is nowhere in the article")
    nested = any(all(any(inside(piece, whole) for whole in one.content) for piece in claim.content) for one in others)
    if nested and not claim.nested:
        raise NotationError(f"{where} is inside another's content, and is not listed as nested")
    if claim.nested and not nested:
        raise NotationError(f"{where} is listed as nested, and is not inside another's content")
