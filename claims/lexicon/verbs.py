"""Reporting verbs, what may follow each, and how each sounds.

A frame says where a verb's content stands: ``c`` a clause (*said it had won*) or a quotation, ``n`` a noun phrase
(*denied wrongdoing*), ``t`` a to-infinitive (*vowed to fight*), ``h`` a hearer first (*told reporters that …*).
Prepositions stand for themselves (*warned of*) and belong to the cue.
"""

from dataclasses import dataclass
from typing import Literal

from claims.lexicon.words import word_set
from claims.model import Act

Form = Literal["base", "s", "past", "ing", "participle"]


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb: its base form, its frames, the prepositions or particles it takes, speech or attitude."""

    lemma: str
    frames: str
    act: Act
    particles: tuple[str, ...] = ()


# Lemma, and after a slash the particles or prepositions that open its content.
_SPEECH = {
    "c": """say add write state note explain reply respond remark comment declare tweet argue claim contend maintain
        assert concede allege opine rumour rumor record quip joke muse testify recount reiterate repeat stress
        emphasise emphasize point/out accept lament posit conclude caution retort counter observe boast gush
        fume snap sob sigh rage shout yell exclaim whisper mutter hint imply charge write continue insist/on post show
        find rule indicate signal hold""",
    "cn": """announce report suggest acknowledge admit confess reveal disclose confirm deny predict forecast estimate
        recall mention underline highlight tout hail proclaim affirm propose recommend
        reject dismiss dispute refute rebut demand concede protest""",
    "ct": "claim promise pledge vow threaten swear agree",
    "ch": "tell assure remind inform notify advise warn/of/about/against/over promise",
    "cht": "ask/about/for urge/against tell order",
    "n": """put mention accuse blame call describe condemn denounce criticise criticize praise slam blast defend decry
        brand label dub denounce hail urge endorse welcome applaud mock ridicule lambast
        question challenge deplore commend salute portray deride disparage""",
}
_PHRASAL = """call/for/on complain/of/about refer/to speak/of/about talk/about point/to/out respond/to/with object/to
    apologise/for apologize/for vouch/for boast/of/about lash/out hint/at insist/on disagree/with
    warn/of/about/against/over appeal/for/to testify/to/about rule/out push/back hit/back/out fire/back comment/on
    campaign/for"""
_ATTITUDE = {
    "c": "believe think suspect reckon doubt worry know understand learn realise realize feel",
    "ct": "hope expect anticipate decide fear",
    "cn": "fear doubt consider regret",
    "nt": "want support oppose favour favor prefer plan seek intend",
    "n": "reject blame dislike admire resent distrust trust view regard embrace",
}
_IRREGULAR = {
    "hit": "hits hit hitting hit",
    "put": "puts put putting put",
    "say": "says said saying said",
    "write": "writes wrote writing written",
    "tell": "tells told telling told",
    "think": "thinks thought thinking thought",
    "find": "finds found finding found",
    "show": "shows showed showing shown",
    "see": "sees saw seeing seen",
    "know": "knows knew knowing known",
    "speak": "speaks spoke speaking spoken",
    "swear": "swears swore swearing sworn",
    "forecast": "forecasts forecast forecasting forecast",
    "understand": "understands understood understanding understood",
    "seek": "seeks sought seeking sought",
    "rebut": "rebuts rebutted rebutting rebutted",
    "quip": "quips quipped quipping quipped",
    "admit": "admits admitted admitting admitted",
    "snap": "snaps snapped snapping snapped",
    "sob": "sobs sobbed sobbing sobbed",
    "slam": "slams slammed slamming slammed",
    "plan": "plans planned planning planned",
    "refer": "refers referred referring referred",
    "prefer": "prefers preferred preferring preferred",
    "dub": "dubs dubbed dubbing dubbed",
    "label": "labels labelled labelling labelled",
    "regret": "regrets regretted regretting regretted",
}
LOADED = word_set(
    """claim allege insist admit concede boast maintain assert contend vow slam blast hail tout reveal confess
    gush fume accuse blame denounce decry lash brand mock ridicule lambast proclaim deride disparage charge
    swear threaten tout protest"""
)
DENIAL = word_set("deny reject dismiss dispute refute rebut")
# Forms that are nouns or adjectives more often than verbs: they need a plain subject before them.
AMBIGUOUS = word_set(
    """talk talks claim claims report reports plan plans call calls note notes offer offers state states demand
    demands charge charges promise promises view views estimate estimates question questions doubt doubts
    fear fears hope hopes blame thought support back order orders request requests attack attacks challenge
    challenges show shows find finds finding forecast forecasts post posts comment comments rule rules ruling
    point points protest protests trust like warning regard regards counter want wants praise appeal appeals
    quote quotes label labels brand brands saw pledge pledges recommended found proposed planned caution
    repeat signal signals worry worries hint hints see feared reported alleged ordered"""
)


def _inflections(lemma: str) -> tuple[str, str, str, str]:
    if lemma in _IRREGULAR:
        third, past, gerund, participle = _IRREGULAR[lemma].split()
        return third, past, gerund, participle
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing", lemma[:-1] + "ied"
    if lemma.endswith("e"):
        return lemma + "s", lemma + "d", lemma[:-1] + "ing", lemma + "d"
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
    return third, lemma + "ed", lemma + "ing", lemma + "ed"


def _compile() -> dict[str, tuple[Verb, Form]]:
    frames: dict[str, set[str]] = {}
    particles: dict[str, list[str]] = {}
    acts: dict[str, Act] = {}
    entries = [(word, frame, "speech") for frame, words in _SPEECH.items() for word in words.split()]
    entries += [(word, "", "speech") for word in _PHRASAL.split()]
    entries += [(word, frame, "attitude") for frame, words in _ATTITUDE.items() for word in words.split()]
    for word, frame, act in entries:
        lemma, *after = word.split("/")
        frames.setdefault(lemma, set()).update(frame)
        particles.setdefault(lemma, []).extend(after)
        acts.setdefault(lemma, "speech" if act == "speech" else "attitude")
    forms: dict[str, tuple[Verb, Form]] = {}
    for lemma, letters in frames.items():
        verb = Verb(lemma, "".join(sorted(letters)), acts[lemma], tuple(dict.fromkeys(particles[lemma])))
        third, past, gerund, participle = _inflections(lemma)
        forms[participle] = (verb, "participle")
        forms[past] = (verb, "past")
        forms[third] = (verb, "s")
        forms[gerund] = (verb, "ing")
        forms.setdefault(lemma, (verb, "base"))
    return forms


# Verbs with many other uses: without *that* or quotation marks they need a clause with a subject and a verb.
LOOSE = word_set(
    """add find show hold indicate signal rule continue post write know learn feel understand charge reveal
    realise realize observe record note muse accept state snap sob sigh rage"""
)

FORMS = _compile()
"""Every inflected form, in lower case, with its verb."""
