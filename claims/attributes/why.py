"""What speaks for a claim, in plain words: how it was found, and what can be seen of its three spans."""

from claims.attributes.quote import quote
from claims.attributions import Attribution
from claims.context import Context
from claims.cues import cue_words
from claims.foretelling import is_foretold
from claims.lexicon.verbs import FORMS
from claims.lexicon.words import CUE_MARKS
from claims.negation import is_negated

NO_SOURCE = "no source is named"


def why(context: Context, attribution: Attribution) -> tuple[str, ...]:
    """The evidence, the surest first."""
    return tuple(
        filter(
            None,
            (attribution.evidence, _cue(context, attribution), _source(attribution), _content(context, attribution)),
        )
    )


def _cue(context: Context, attribution: Attribution) -> str:
    words = cue_words(context.text, attribution.cue)
    if not words:
        return "no cue"
    cue = " … ".join(" ".join(cue_words(context.text, (span,))) for span in attribution.cue)
    if not set(cue) - CUE_MARKS - {" ", "…"}:
        return f"cue {cue}: a mark that stands for “said”"
    known = [FORMS[word][0] for word in words if word in FORMS]
    if cue.startswith("according"):
        return f"cue “{cue}”: names whom it is from"
    if is_negated(context.text, attribution):
        turned = ", negated"
    else:
        turned = ", of what is yet to be said" if is_foretold(context.text, attribution.cue) else ""
    if not known:
        return f"cue “{cue}”: no verb in the word list, taken for one from the words around it{turned}"
    kind = "a reporting verb" if any(one.act == "speech" for one in known) else "a verb of wanting or thinking"
    return f"cue “{cue}”: {kind}{turned}"


def _source(attribution: Attribution) -> str:
    if not attribution.source:
        return NO_SOURCE
    if not attribution.cue:
        return "a source, but no cue"
    before = attribution.source[0][0] < attribution.cue[-1][0]  # *nor did she say*, *will hear her say*
    return "the source stands before the cue" if before else "the source stands after the cue"


def _content(context: Context, attribution: Attribution) -> str:
    start, end = attribution.content[0]
    text = context.text[start:end]
    if len(attribution.content) > 1:
        return "the attribution stands between the parts of the content"
    if quote(context, attribution) == "direct":
        return "the content is in quotation marks"
    if text.lower().startswith(("that ", "whether ", "if ")):
        return f"the content is a clause that begins with “{text.split()[0].lower()}”"
    if not attribution.cue:
        return ""
    return "the content stands before the cue" if start < attribution.cue[-1][0] else "the content stands after the cue"
