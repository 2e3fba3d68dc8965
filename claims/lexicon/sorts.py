"""Sorts of bodies: the nouns that each is come back to by, and the words in names that tell it."""

from claims.lexicon.words import word_set

_SORTS = {
    "bank": ("bank lender", "bank banque bancorp mutual savings credit"),
    "publisher": ("house imprint publisher label studio", "books house press publishing records verlag editions films"),
    "club": (
        "club franchise side team outfit",
        """afc albion athletic bk chargers city club county fc fk if il rangers rovers sc sporting stars town united
        wanderers warriors""",
    ),
    "police": (
        "constabulary detectives force gardaí officers police service",
        "constabulary force garda gardaí gendarmerie police sheriff’s",
    ),
    "army": (
        "air-force army command forces militants military navy rebels fighters soldiers",
        "army brigade command corps force forces guard military navy staff",
    ),
    "council": (
        "assembly authority borough city council county district local-authority municipality parish shire town",
        "assembly borough city council county district municipal municipality panchayat parish shire town",
    ),
    "court": (
        "bench chamber court inquest judges jury panel tribunal",
        "bench chamber court courts inquest tribunal",
    ),
    "ministry": (
        "agency department government ministry office secretariat treasury",
        "department exchequer government ministry office secretariat treasury",
    ),
    "agency": (
        """agency authority board body bureau commission directorate inspectorate institute office ombudsman regulator
        service survey watchdog""",
        """administration agency authority board bureau commission council directorate inspectorate institute ofcom
        ofgem office ombudsman registry regulator service survey""",
    ),
    "charity": (
        "agency aid-group body charity foundation fund group ngo non-profit nonprofit organisation organization trust",
        "action aid charity foundation fund international mission network relief stiftung trust",
    ),
    "union": (
        """alliance association body chamber confederation federation group guild league lobby network organisation
        organization society syndicate union trade-body""",
        """alliance association campaign chamber coalition confederation congress council federation forum guild league
        network society syndicate union""",
    ),
    "party": (
        "alliance bloc camp coalition front movement opposition party",
        "alliance bloc coalition congress front list movement party union",
    ),
    "medium": (
        """agency broadcaster channel daily magazine newspaper network outlet paper platform programme publication site
        station tabloid website weekly""",
        """chronicle courier daily echo gazette herald independent journal mail mercury news observer post radio
        standard star sun telegraph television times tribune tv""",
    ),
    "school": (
        "academy college faculty institute school university",
        "academy college faculty institute polytechnic school universidad university",
    ),
    "hospital": (
        "clinic hospital service surgery trust",
        "clinic hospital infirmary medical memorial nhs surgery trust",
    ),
    "stage": (
        "ballet choir company festival gallery house museum opera orchestra theater theatre",
        """ballet choir festival gallery kunsthalle library museum opera orchestra philharmonic playhouse sinfonia
        symphony theater theatre""",
    ),
    "panel": (
        """bench board commission committee council group inquiry investigation jury mission observers panel team
        taskforce working-group""",
        "board commission committee council inquiry mission panel taskforce",
    ),
    "state": ("country government nation republic state territory", "republic kingdom union states"),
}  # fmt: skip
_HEADS = {sort: word_set(heads) for sort, (heads, _) in _SORTS.items()}
_IN_NAMES = {sort: word_set(words) for sort, (_, words) in _SORTS.items()}


def _by_word(words: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    every = {word for some in words.values() for word in some}
    return {word: frozenset(sort for sort, some in words.items() if word in some) for word in every}


SORTS_OF_NOUN = _by_word(_HEADS)
"""The sorts of bodies that a noun may come back to."""
SORTS_IN_NAME = _by_word(_IN_NAMES)
"""The sorts of bodies that have a word in their names."""
