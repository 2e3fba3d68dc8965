"""Text that tries to work the terminal or the screen, each piece with a marker in it, and what may reach a terminal."""

import base64
import binascii
import re
from collections.abc import Collection, Iterator

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
TAG_CHARACTERS = "\U000e0001\U000e0041\U000e007f"
ATTACKS = {
    "colour": "\x1b[38;2;66;6;6m{}\x1b[0m",
    "clear": "\x1b[2J\x1b[H{}",
    "report": "{}\x1b[6n\x1b[c\x1b[>q",
    "leave": "\x1b[?1049l{}",
    "title": "\x1b]0;{}\x07",
    "clipboard": "\x1b]52;c;{}\x07",
    "link": "\x1b]8;;https://evil.example/{}\x1b\\here\x1b]8;;\x1b\\",
    "device": "\x1bP$q{}\x1b\\",
    "program": "\x1b_G{}\x1b\\\x1b^{}\x1b\\\x1bX{}\x1b\\",
    "reset": "\x1bc{}",
    "controls": "\x9b31m{}\x9d0;{}\x9c\x90{}\x85\x84",
    "lines": "\x0b\x0c\x0e\x0f\x07\x08\x08{}\x7f\x1a",
    "bidi": BIDI + "{}",
    "tags": TAG_CHARACTERS + "{}",
    "flood": "{} e" + "\u0301" * 60 + "\u200b\u200d\u2060\ufeff" * 20,
    "markup": "[red]{}[/red]",
    "action": "[@click=app.quit]{}[/]",
    "unbalanced": "[/]{}[/bold][",
    "style": "[bold italic link='https://evil.example']{}",
}


def attacks(place: str) -> dict[str, str]:
    """The attacks by the markers in them, which name ``place``: ``ZQbodyclear`` and so on."""
    return {f"ZQ{place}{name}": attack.replace("{}", f"ZQ{place}{name}") for name, attack in ATTACKS.items()}


def all_at(place: str) -> str:
    """All attacks in one line."""
    return " ".join(attacks(place).values())


# What Textual itself writes: styles, places, the modes it switches and asks after, the pointer's shape. The one mode
# that we switch is that of who orders a line (8); a line that tells for how long something has been going on we take
# away again.
_OURS = re.compile(
    r"\x1b\[[0-9;]*m|\x1b\[[0-9]+;[0-9]+H|\x1b\[\?(?:1049|1000|1003|1015|1006|1004|25|7|2004|2026|2048)[hl]"
    r"|\x1b\[\?20(?:26|48)\$p|\x1b\[>25u|\x1b\[<u|\x1b\]22;[a-z]*\x07|\x1b\[8[hl]|\r\x1b\[K"
)
_CLIPBOARD = re.compile(r"\x1b\]52;c;([^\x07]*)\x07")
_HARMFUL = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{BIDI}\u2028\u2029\ufff9-\ufffb\U000e0000-\U000e007f]")


def copied(raw: bytes) -> list[str]:
    """What ``raw`` gives to the terminal's clipboard, each time."""
    return [text for one in _CLIPBOARD.findall(raw.decode("utf-8")) if (text := _decoded(one)) is not None]


def breaches(raw: bytes, quoted: Collection[str] = ()) -> Iterator[str]:
    """Each place in ``raw``, all that a program wrote to a terminal, where more than text came through.

    What Textual writes of itself is taken away; nothing that a terminal acts on may be left, nor a colour that only
    an attack names, nor an attack in its own bytes. The clipboard may be given each text of ``quoted``, if that is
    harmless itself, and nothing else.
    """
    text = raw.decode("utf-8")
    if "\x1b[38;2;66;6;6m" in text:
        yield "a colour that the text asked for"
    given = [one for one in quoted if not _HARMFUL.search(one)]
    text = _CLIPBOARD.sub(lambda found: "" if _decoded(found[1]) in given else found[0], text)
    rest = _OURS.sub("", text)
    yield from (repr(rest[max(0, m.start() - 30) : m.end() + 30]) for m in _HARMFUL.finditer(rest))


def _decoded(payload: str) -> str | None:
    """The text that a terminal takes ``payload`` for; None where it is none."""
    try:
        return base64.b64decode(payload, validate=True).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return None


def markers_painted(raw: bytes) -> set[str]:
    """The markers that ``raw`` holds as text, whatever styles lie over them."""
    return set(re.findall(r"ZQ[a-z]+", _OURS.sub("", raw.decode("utf-8", "replace"))))
