"""Closed classes of words, and the small open ones, that tell where a phrase begins and ends."""


def word_set(words: str) -> frozenset[str]:
    """The words of a text, which lets a list be read and changed as prose."""
    return frozenset(words.split())


DETERMINERS = word_set(
    """the a an this that these those his her its their our my your some any no every each another both all many most
    several few two three four five six seven eight nine ten one other such own neither either"""
)
SUBJECT_PRONOUNS = word_set("he she it they we i you who which everyone nobody someone many most some others both")
OBJECT_PRONOUNS = word_set("him her it them us me you himself herself themselves reporters journalists")
PERSONAL = word_set("he she it they we i you him her them us me")
RELATIVES = word_set("who which whose whom that")
SUBORDINATORS = word_set(
    """that which who whom whose what when while where because as if though although since after before until unless
    than but or yet so then how why whether once whereas nor despite during amid even"""
)
CONJUNCTIONS = word_set("and but or yet so")
AUXILIARIES = word_set(
    """is are was were be been being am has have had having do does did will would shall should can could may might
    must cannot 's 've 'd 're to isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't
    can't couldn't shouldn't"""
)
MODALS = word_set("will would shall should can could may might must cannot won't wouldn't can't couldn't shouldn't")
BE = word_set("is are was were be been being am 's 're isn't aren't wasn't weren't")
HAVE = word_set("has have had having 've")
NEGATIONS = word_set("not never n't")
PREPOSITIONS = word_set(
    """of in on at for from with by to into onto over under about against between among through near around across
    outside inside within without behind beyond along toward towards via per after before during since until despite
    amid following like unlike as"""
)
NP_PREPOSITIONS = word_set("of for at from in with on to near about behind")
ADVERBS = word_set(
    """also later then now still once again earlier just even only never ever not always often already first
    separately meanwhile however instead further too since soon today yesterday tonight tomorrow nonetheless
    nevertheless previously long afterwards reportedly all both himself herself itself themselves"""
)
WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
MONTHS = word_set(
    """january february march april may june july august september october november december
    jan feb mar apr jun jul aug sept sep oct nov dec"""
)
TIMES = (
    WEEKDAYS
    | (MONTHS - {"may", "march"})
    | word_set(
        """yesterday today tonight morning afternoon evening night week month year weekend day hours minutes midday
        earlier later late early last this next ago"""
    )
)
# Finite verbs that are common in news and no form of a reporting verb: a noun phrase never runs across one.
COMMON_VERBS = word_set(
    """went came took made got gave won lost met left began became held kept led sent put set ran hit rose fell grew
    brought bought caught chose did drew drove fought flew had heard knew laid let lay meant paid read sat sold spent
    stood taught thought threw understood wore broke shot struck stopped started tried asked turned died killed
    remains remained seems seemed appears appeared makes takes gives comes goes gets has says wants needs shows means
    helps includes included followed moved used called looked worked played passed voted faced opened closed ended
    signed cut joined launched arrived visited attended arrested charged released"""
)
ABBREVIATIONS = word_set(
    """mr mrs ms dr prof gen sen rep gov lt col sgt capt cpl maj adm rev hon st sr jr jan feb mar apr jun jul aug sept
    sep oct nov dec vs inc corp co ltd approx dept pres supt insp det messrs mt
    coun cllr adv fr"""
)
CUE_MARKS = frozenset("–—-:‒―")
"""Marks that stand where a verb of saying would."""
