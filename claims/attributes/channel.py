"""The way that words reached the reporter: Telegram, a statement, a news conference, a court filing …"""

import re
from collections.abc import Iterable

from claims.model import Phrase, Span

_SERVICES = (
    r"Telegram|Twitter|Facebook|Instagram|YouTube|TikTok|Truth\sSocial|Weibo|LinkedIn|Bluesky|WhatsApp|X(?![\w-])"
)
_NOUNS = r"""statements?|(?:news|press)\s(?:conference|briefing|release)|briefing|interview|report|update|bulletin
    |filing|court\sdocuments?|testimony|address|speech|letter|memo|e-?mail|(?:text\s)?message|post|tweet
    |thread|blog|video|(?:tele)?phone|phone\scall|conference\scall|earnings\scall|website
    |social\s(?:media|network)|hearing|committee|inquest|rally|note\sto\s(?:clients|investors)
    |state\s(?:television|TV|media)|television|radio|op-ed|memoir|documents|judgment|ruling|affidavit"""
_CHANNEL = re.compile(
    rf"""\b(?:[Oo]n|[Vv]ia|[Oo]ver)\s(?:the\s)?(?P<service>{_SERVICES})
    |\b(?:[Ii]n|[Aa]t|[Dd]uring|[Vv]ia|[Tt]hrough|[Bb]y|[Oo]n|told)\s(?:(?:an?|the|its|his|her|their)\s)?
        (?P<noun>(?:[\w'’-]+\s){{0,3}}?(?:{_NOUNS}))\b""",
    re.VERBOSE,
)


def channel(text: str, beside: Iterable[Span]) -> Phrase | None:
    """The channel that the reporter names beside the cue, without its preposition and article."""
    matches = (_CHANNEL.search(text, *part) for part in beside)
    match = next((match for match in matches if match is not None), None)
    if match is None:
        return None
    span = match.span("service") if match["service"] else match.span("noun")
    return Phrase(text[slice(*span)], span)
