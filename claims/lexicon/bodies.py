"""Nouns that institutions, companies and the like are called by, and words that only their names have."""

from claims.lexicon import sources
from claims.lexicon.words import word_set

AGENTS = word_set(
    """
    banker brewer broadcaster broker builder camp carrier contractor developer grocer insurer label lender lodge
    maker manufacturer mill mine miner monitor operator owner producer pub publisher retailer rig supplier
    """
)
"""Nouns of bodies that may be surnames, or titles of persons."""
BODY_NOUNS = (sources.INSTITUTIONS | sources.GOVERNMENT | sources.BUSINESSES | sources.MEDIA) - word_set(
    """
    Fox authorities brewer broadcaster broker builder defence jury owner prosecutors side staff states
    """
) | word_set(
    """
    academy alliance archive assembly ballet band bar bench bloc body branch brewery camp cannery caucus chamber
    church circuit clinic co-op co-operative coalition college commune confederation congregation consortium consulate
    consultancy contractor convention cooperative corporation corps delegation diocese directorate discom
    district division enterprise exchange executive factory faculty festival fleet forum franchise front fund
    gallery garda gardaí grocer guild hotel household housing inquiry inspectorate investigation journal junta
    label leadership league lender library list lobby local management mill mine mission monitor monitors
    movement municipality newsroom ombudsman operation opposition orchestra ore paper parish partnership plant
    platform plc practice presidency press programme project province pub railroad railway regime regiment
    region registry regulator restaurant rig secretariat seminary servicer shipyard shire shop squad station
    studio supermarket surgery syndicate taskforce theater theatre think-tank thinktank treasury troupe unit
    venture watchdog wing works workshop yard
    """
)
"""Nouns that a body is come back to by: *the council*, *the company*."""
COMPANY_NOUNS = word_set(
    """
    airline brewer broker builder business carrier chain company consortium consultancy contractor developer
    firm franchise giant grocer group insurer lender maker manufacturer miner operator producer publisher
    retailer startup supplier utility
    """
)
"""Nouns that a company is come back to by without bearing them in its name."""
NAMED_BY_NOUN = COMPANY_NOUNS | word_set(
    """
    agency alliance app association band bank blog body brewery broadcaster cannery channel charity choir club
    co-operative coalition college cooperative daily factory federation foundation gallery hospital house
    institute journal label league lobby magazine mine monitor museum mutual network newspaper ngo non-profit
    nonprofit orchestra outlet owner paper parent party plant platform pollster programme pub restaurant rival
    school service side site society station studio subsidiary tabloid tank team theatre thinktank trust union
    unit university website weekly
    """
)
"""Nouns that a body's own name follows: *the newspaper Fjordposten*; *its operator, Stadslijn*."""
COMPANY_ENDINGS = word_set("ab ag asa bv co corp gmbh inc incorporated limited llc ltd nv oyj plc sa spa")
PLACE_WORDS = word_set(
    """
    act airport avenue award awards bay bill bridge cathedral church city college county cup day festival games
    harbour hospital island islands lake lane law mountain nation nations park port prize province region
    republic river road school shire square stadium state street town treaty valley village war week
    """
)
"""Words in names that no company is meant by."""
_IN_NAMES = word_set(
    """
    act airlines airport airways aluminium analytics associates athletics avenue awards bancorp bankers bay bill
    bridge brothers bus capital cathedral cement chemicals city co coal communications companies copper corp
    county cup day electric electricity energy engineering enterprises equities estate estates express farms
    ferries films finance financial foods games gas gmbh harbour health holdings hotels inc industries
    initiative insurance international investments island islands lake lane law lines logistics ltd
    manufacturing marine markets mercantile metals mills mines mining motors mountain mutual nation nations
    networks oil park partners petroleum pharma pharmaceuticals philharmonic platinum polymers port power prize
    products properties publishing rail rangers records relief republic research resources river rivers road
    rovers securities services shipping solar solutions square stadium steel stores street studios systems
    technologies technology telecom town trade trading trails transport travel treaty united valley ventures
    village wanderers war water week
    """
)
BODY_WORDS = (
    frozenset(word.lower() for word in sources.INSTITUTIONS | sources.GOVERNMENT | sources.MEDIA | sources.CROWD)
    | (BODY_NOUNS - AGENTS)
    | _IN_NAMES
)
"""Words that no person's name holds."""
SURNAMES_TOO = word_set(
    """
    airport banks bay bench bridge castle church college cross day field fields guard hill house lake lane law
    park power press river rivers street times town village wing
    """
)
"""Those of them that many people are called."""
