"""How reporters remark on a claim, as regular expressions by kind of caveat; more telling kinds first."""

import re

from claims.model import CaveatKind

_VERIFY = r"(?:verif(?:y|ied)|confirm(?:ed)?|corroborated?|authenticated?)"
_NEGATED = r"(?:did|does|do|has|have|had|was|were|would|will)(?:\snot|n[’']t)\s(?:immediately\s|yet\s)?"

_ESTABLISH = r"(?:ascertain|determine|establish)"

WITHHELD = r"(?:specifying|elaborating|giving|providing|offering|naming)"
"""What somebody goes without who tells no more."""

_SOURCES: tuple[tuple[CaveatKind, str], ...] = (
    (
        "unverified",
        rf"""\b(?:not|unable\sto|couldn[’']t|cannot|can[’']t|impossible\sto)\s(?:been\s|be\s|able\sto\s|yet\s)*
            (?:immediately\s|independently\s)*{_VERIFY}\b
        |\b(?:neither|none|nobody|no\sone)\s(?:[\w’'-]+\s){{0,8}}?(?:could|would|can|will|did)\s
            (?:be\s|immediately\s|independently\s)*{_VERIFY}\b
        |\b(?:neither|nor)\s(?:could|would|can|will|did)\s(?:[\w’'-]+\s){{1,5}}?(?:be\s)?{_VERIFY}\b
        |\bno\s(?:independent|immediate)\s(?:confirmation|verification)\b
        |\b(?:unverified|uncorroborated)\b""",
    ),
    (
        "verified",
        rf"""\b(?:was|were|been|has|have)\s(?:able\sto\s)?independently\s{_VERIFY}\b
        |\bverified\sthe\s(?:location|date|footage|video)
        |\b(?:seen|reviewed|obtained)\sby\s(?:the\s)?[A-Z]\w+
        |\b(?:reporters?|journalists?|witness(?:es)?)\ssaw\b
        |\bgeolocated\b""",
    ),
    (
        "no-comment",
        rf"""\b(?:declin(?:ed?|es)|refus(?:ed?|es))\s(?:to\scomment|further\scomment|an\sinterview)
        |\bno\s(?:immediate\s)?(?:comment|response|reply)\b
        |\b{_NEGATED}(?:comment|respond|reply|answer|replied|responded|commented|return\s\w+|available\s(?:for|to)\scomment)
        |\b(?:could\snot|couldn[’']t)\s(?:immediately\s)?be\sreached
        |\bnot\s(?:immediately\s)?available\sfor\scomment""",
    ),
    (
        "missing-detail",
        rf"""\bwithout\s(?:{WITHHELD}|saying\s(?:where|when|who|how|what|why))\b
        |\b(?:gave|gives|provided|offered|released|disclosed)\s(?:no|few)\s(?:\w+\s)?
            (?:details?|evidence|proof|figures?|explanation|timeline|breakdown|reason)
        |\b{_NEGATED}(?:say|said|specif(?:y|ied)|elaborated?|identif(?:y|ied)|named?|disclosed?|explain(?:ed)?|give|given
            |provided?)\b
        |\b{_NEGATED}(?:mak(?:e|ing)|made)\s(?:[\w’'-]+\s){{1,6}}?(?:available|public)\b
        |\b{_NEGATED}(?:publish(?:ed)?|release[ds]?|shared?)\s(?:the|its|his|her|their|any)\s(?:\w+\s)?
            (?:data|details?|evidence|figures?|footage|names?|results?|survey|video)\b
        |\bno\s(?:further\s|other\s|immediate\s)?details\b
        |\bdeclin(?:ed|es)\sto\s(?:say|specify|give|elaborate|identify|disclose|name)\b
        |\b(?:not\s(?:immediately\s)?clear|(?:was|is|remains|remained)\sunclear)\b
        |\bdetails\swere\s(?:scarce|not)
        |\b(?:could\snot|couldn[’']t|cannot|(?:was|were)\s(?:not\sable|unable)\sto)\s(?:immediately\s|independently\s)?
            {_ESTABLISH}\s(?:exactly\s|if|how|what|when|where|whether|which|who|why)""",
    ),
    (
        "denial",
        r"\b(?:(?:has|have|had)\s)?(?:(?:also|repeatedly|always|strongly|strenuously)\s)?(?:den(?:y|ies|ied)|disput(?:es|ed))\b",
    ),
)

_FLAGS = re.VERBOSE | re.IGNORECASE

REMARKS = tuple((kind, re.compile(source, _FLAGS)) for kind, source in _SOURCES)

UNPROVEN = re.compile(
    rf"\b(?:could\snot|couldn[’']t|unable\sto|not\sable\sto)\s(?:immediately\s|independently\s)*(?:{_VERIFY}|{_ESTABLISH})\b",
    _FLAGS,
)
"""What only who looks into something was not able to do, and no document."""

ANY = re.compile(rf"(?<!\w)(?=[a-z])(?:{'|'.join(source for _, source in _SOURCES)})", _FLAGS)
"""Found wherever one of them is: most sentences have none, and one look tells."""
