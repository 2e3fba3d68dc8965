"""How often an annotation comes to its right place in an edited text: ``python -m tests.torture.placing COUNT``."""

import sys
import time
from collections import Counter
from itertools import cycle, islice, product

from claims.model import Span
from store.anchoring.finding import Finder
from store.anchoring.placing import placed
from store.anchors import selector
from store.annotations import Annotation
from tests.torture.edits import Case, Edit, Text, case

TEXTS: tuple[Text, ...] = ("news", "repeating", "few words")
EDITS: tuple[Edit, ...] = ("outside", "inside", "deleted")
RATES = (0.02, 0.1, 0.2)
"""The shares of words outside the quote that are edited."""

COLUMNS = ("right", "asked", "wrong asked", "orphan", "silently wrong")


def annotation(text: str, span: Span) -> Annotation:
    """A note on a passage of ``text``."""
    return Annotation(uid="u", article=1, kind="passage", selectors=(selector(text, *span, role="passage"),))


def judged(one: Case, whole: bool) -> tuple[str, ...]:
    """What placing made of a case, of `COLUMNS`. ``whole``: the very place is right, else one that is half the same."""
    after = placed(annotation(one.old, one.quote), Finder(one.old, one.new), 2)
    if after.place == "lost":
        # Of a quote that was deleted there is no other right place.
        return ("orphan", "right") if one.truth is None else ("orphan",)
    span = (after.proposed or after.selectors)[0]
    right = one.truth is not None and _same((span.start, span.end), one.truth, whole)
    if after.place == "sure":
        return ("right",) if right else ("silently wrong",)
    return ("right", "asked") if right else ("asked", "wrong asked")


def measured(count: int) -> dict[tuple[Text, Edit], Counter[str]]:
    """The judgements of ``count`` cases, by text and edit, the same at every run; ``cases`` is how many they were."""
    results: dict[tuple[Text, Edit], Counter[str]] = {kind: Counter() for kind in product(TEXTS, EDITS)}
    for seed, (rate, text, edit) in enumerate(islice(cycle(product(RATES, TEXTS, EDITS)), count)):
        one = case(seed, text, edit, rate)
        results[text, edit].update(("cases", *judged(one, whole=edit == "outside")))
    return results


def _same(found: Span, truth: Span, whole: bool) -> bool:
    shared = min(found[1], truth[1]) - max(found[0], truth[0])
    return found == truth if whole else 2 * shared >= max(found[1], truth[1]) - min(found[0], truth[0])


def _line(name: str, counts: Counter[str]) -> str:
    shares = (f"{100 * counts[column] / max(1, counts['cases']):13.2f} %" for column in COLUMNS)
    return f"{name:<22}{counts['cases']:>8,}" + "".join(shares)


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    started = time.perf_counter()
    results = measured(count)
    print(f"{'quotes':<22}{'cases':>8}" + "".join(f"{column:>15}" for column in COLUMNS))
    for (text, edit), counts in results.items():
        print(_line(f"{text}, {edit}", counts))
    for edit in EDITS:
        print(_line(f"all, {edit}", sum((results[text, edit] for text in TEXTS), Counter())))
    total = sum(results.values(), Counter())
    print(_line("all", total))
    print(f"silently wrong: {total['silently wrong']} of {count:,} cases; {time.perf_counter() - started:.0f} s")


if __name__ == "__main__":
    main()
