"""The reader in a real terminal, killed at random moments: ``python -m tests.torture.terminal TIMES``.

What its screen showed as saved is looked for in the library, and on the screen of the next one.
"""

import re
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

from store.checking import check
from store.library import Library
from tests.e2e.ways import until_drafted
from tests.terminal import Terminal, at_the_first_claim, reader

SPEAKERS = ("Ada Bo", "Cy Do", "Ed Fu")
ARTICLE = "\n\n".join(
    f"{name} said that {what} fell." for name, what in zip(SPEAKERS, ("one", "two", "three"), strict=True)
)
SIGNS = {None: "○", "accepted": "●", "rejected": "✗"}
MOST = 6
"""Changes that a session waits for at most."""
MOMENT = 0.3
"""Seconds after the last key at which a session is killed at the latest, before its change can be waited for."""


@dataclass(frozen=True)
class Noted:
    """What a reader put on a claim."""

    decision: str | None = None
    note: str = ""


Claims = tuple[Noted, ...]


@dataclass
class Reading:
    """What a library holds, by what the screens showed; ``undone`` can be done again. ``draft`` is being typed."""

    claims: Claims = (Noted(),) * len(SPEAKERS)
    done: list[Claims] = field(default_factory=list)
    undone: list[Claims] = field(default_factory=list)
    draft: str = ""

    def shown(self, words: str) -> bool:
        """Whether a screen shows just that."""
        cards = (f"{SIGNS[one.decision]} {number} {SPEAKERS[number - 1]}" for number, one in enumerate(self.claims, 1))
        notes = sorted(one.note for one in self.claims if one.note)
        return all(card in words for card in cards) and sorted(re.findall(r"✎ (n\d+)", words)) == notes

    def changed(self, at: int, to: Noted) -> "Reading":
        """This with another thing put on a claim."""
        claims = (*self.claims[:at], to, *self.claims[at + 1 :])
        return Reading(claims, [*self.done, self.claims], [])

    def taken_back(self) -> "Reading":
        """This without the last change."""
        return Reading(self.done[-1], self.done[:-1], [*self.undone, self.claims])

    def made_again(self) -> "Reading":
        """This with the change that was taken back last."""
        return Reading(self.undone[-1], [*self.done, self.claims], self.undone[:-1])


@dataclass(frozen=True)
class Act:
    """Keys that change what is kept, and what that is ``after`` them."""

    what: str
    keys: tuple[str, ...]
    after: Reading


@dataclass
class Tally:
    """What came out of some killings; ``wrong`` is what is missing, and what is not clean."""

    killed: int = 0
    clean: int = 0
    acknowledged: Counter[str] = field(default_factory=Counter)
    halfway: int = 0
    wrong: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        what = ", ".join(f"{number:,} {name}" for name, number in sorted(self.acknowledged.items()))
        return (
            f"killed {self.killed} readers in a terminal, {self.halfway} of them right after a key: "
            f"{self.killed} opened, {self.clean} clean, "
            f"{self.acknowledged.total():,} changes shown as saved ({what}), {len(self.wrong)} missing or wrong"
        )


def act(random: Random, reading: Reading, at: int, name: str) -> Act:
    """Anything that a reader could do next to the claim ``at`` which it is."""
    here = reading.claims[at]
    acts = [
        Act("decision", (key,), reading.changed(at, replace(here, decision=None if here.decision == to else to)))
        for key, to in (("y", "accepted"), ("x", "rejected"))
    ]
    if not here.note:
        acts += 2 * [Act("note", ("a", name, "ctrl+s"), reading.changed(at, replace(here, note=name)))]
    if here != Noted():
        acts.append(Act("deletion", ("D",), reading.changed(at, Noted())))
    if reading.done:
        acts.append(Act("undo", ("U",), reading.taken_back()))
    if reading.undone:
        acts.append(Act("redo", ("R",), reading.made_again()))
    return random.choice(acts)


def gone_to(one: Act, before: Reading, at: int) -> int:
    """Where the reader is after it: the first decision on a claim goes on to the next, undo goes where it was done."""
    after = one.after.claims
    if one.what in ("undo", "redo"):
        return next(number for number, claim in enumerate(after) if claim != before.claims[number])
    if one.what == "decision" and before.claims[at].decision is None:
        return next((number for number in range(at + 1, len(after)) if after[number].decision is None), at)
    return at


def press(terminal: Terminal, one: Act) -> None:
    """Press the keys; what is typed is waited for, since a note's box may not be there yet."""
    for key in one.keys:
        terminal.press(key)
        if key == "a":
            terminal.until("Save and close")
        elif one.what == "note" and key != "ctrl+s":
            terminal.until(key)


def killed(database: Path, random: Random, reading: Reading, name: str, tally: Tally) -> Reading:
    """Read on until a random moment, and return what is in the library then, as far as it was shown or could be."""
    may_be = reading
    with reader(database, str(database.with_name("article.md")), rows=36) as terminal:
        at_the_first_claim(terminal)
        terminal.until(reading.shown)
        at = 0
        for number in range(random.randrange(MOST)):
            if at < len(SPEAKERS) - 1 and random.random() < 0.3:
                terminal.press("]")
                at += 1
            one = act(random, reading, at, f"n{name}{number}")
            press(terminal, one)
            terminal.until(one.after.shown)
            tally.acknowledged[one.what] += 1
            at = gone_to(one, reading, at)
            reading = may_be = one.after
        if random.random() < 0.3 and not reading.claims[at].note:
            press(terminal, Act("note", ("a", f"n{name}9"), reading))
            until_drafted(database, f"n{name}9")
            tally.acknowledged["draft"] += 1
            may_be = reading = replace(reading, draft=f"n{name}9")
        elif random.random() < 0.7:
            one = act(random, reading, at, f"n{name}9")
            press(terminal, one)
            tally.halfway += 1
            may_be = one.after
            time.sleep(random.uniform(0, MOMENT))
        terminal.kill()
    tally.killed += 1
    return judged(database, reading, may_be, tally)


def judged(database: Path, reading: Reading, may_be: Reading, tally: Tally) -> Reading:
    """Open the library, and return which of both is in it."""
    with Library(database) as library:
        text = library.articles.document(library.articles.get(1)).text
        starts = [text.index(name) for name in SPEAKERS[1:]]
        there = {sum(one.span[0] >= start for start in starts): one for one in library.annotations.of(1)}
        drafts = [draft.annotation.note for draft in library.drafts.left(1)]
    noted = (there.get(number) for number in range(len(SPEAKERS)))
    claims = tuple(Noted(one.decision, one.note) if one else Noted() for one in noted)
    found = may_be if claims == may_be.claims else reading
    if claims not in (reading.claims, may_be.claims):
        tally.wrong.append(f"{claims} where {reading.claims} was shown; at most {may_be.claims} could be there")
    if reading.draft and drafts != [reading.draft]:
        tally.wrong.append(f"the drafts {drafts} where {reading.draft} was typed")
    problems = [f"{one.name}: {problem}" for one in check(database) for problem in one.problems]
    tally.clean += not problems
    tally.wrong += problems
    return replace(found, draft=drafts[0] if drafts else "")


def tortured(folder: Path, times: int, seed: int = 1) -> Tally:
    """Kill ``times`` readers: each goes on with the library of the last, but where something typed would be offered."""
    random, tally = Random(seed), Tally()
    reading, database = Reading(), folder / "0.db"
    (folder / "article.md").write_text(ARTICLE, encoding="utf-8")
    for number in range(times):
        if reading.draft:
            reading, database = Reading(), folder / f"{number}.db"
        reading = killed(database, random, reading, str(number), tally)
    return tally


def main() -> None:
    """Kill, print what came of it, and fail where anything is missing or not clean."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        tally = tortured(Path(folder), times)
    print(f"{tally}; {time.perf_counter() - started:.0f} s")
    print(*tally.wrong, sep="\n", end="\n" if tally.wrong else "")
    if tally.wrong:
        sys.exit(1)


if __name__ == "__main__":
    main()
