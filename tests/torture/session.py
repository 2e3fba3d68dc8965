"""A session that says what it has done: what a reader does to a library, at random but the same for the same seed."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from pathlib import Path
from random import Random

from store.article import Article
from store.library import Library

NOTHING = "nothing"
BINNED = ", in the bin"

Say = Callable[[str], None]
State = dict[str, str]
"""By the uid of an annotation its note and tags, by that of an article its text and whether it is in the bin, and by
`drafted` what is typed of an annotation."""


@dataclass
class Session:
    """What a change is made with; ``name`` is another one for each, and ``copy`` the backup that may be put back."""

    library: Library
    random: Random
    say: Say
    name: str = ""
    copy: Path | None = None

    def doing(self, what: str, now: State) -> None:
        """Say what is about to be done, and the `State` of what is changed by it: whole, or not at all."""
        self.say(f"doing {json.dumps({'what': what, 'now': now})}")


Change = Callable[[Session], State]
"""Makes one change; returns the `State` of what it was to change, empty where there was nothing to do."""


def play(database: Path, seed: int, changes: dict[str, tuple[Change, int]], say: Say) -> None:
    """Open the library, which may bring it up to date, and make one of ``changes`` after the other, by their weights.

    Says ``done {"what": …, "last": …, "now": …}`` after each has been acknowledged: the number of the latest row of
    the history, and the `State` of what was changed, as it was asked for and not as it was read back.
    """
    random = Random(seed)
    with Library(database) as library:
        session = Session(library, random, say)

        def done(what: str, now: State) -> None:
            say(f"done {json.dumps({'what': what, 'last': last_row(library), 'now': now})}")

        done("open", {})
        for number in count():
            session.name = f"{seed}.{number}"
            (what,) = random.choices(list(changes), [weight for _, weight in changes.values()])
            now = changes[what][0](session)
            if now:
                done(what, now)


def state(library: Library) -> State:
    """All that is kept, as the session would say it."""
    annotations = rows(
        library,
        """SELECT uid, note, coalesce((SELECT group_concat(name, ' ') FROM annotation_tags JOIN tags ON tags.id = tag
        WHERE annotation = uid), '') FROM annotations WHERE deleted IS NULL""",
    )
    articles = rows(library, "SELECT uid, text_sha256, deleted FROM articles JOIN revisions ON revisions.id = revision")
    drafts = rows(library, "SELECT uid, annotation FROM drafts")
    return (
        {str(uid): noted(str(note), str(tags).split()) for uid, note, tags in annotations}
        | {str(uid): f"{digest}{BINNED if deleted else ''}" for uid, digest, deleted in articles}
        | {drafted(str(uid)): str(json.loads(str(annotation))["note"]) for uid, annotation in drafts}
    )


def last_row(library: Library) -> int:
    """The number of the latest row of the history."""
    return int(str(rows(library, "SELECT coalesce(max(id), 0) FROM history")[0][0]))


def rows_since(library: Library, last: int) -> list[tuple[str, str]]:
    """The action and uid of each row of the history after that one."""
    found = rows(library, f"SELECT action, uid FROM history WHERE id > {last} ORDER BY id")
    return [(str(action), str(uid)) for action, uid in found]


def rows(library: Library, query: str, *values: object) -> list[tuple[object, ...]]:
    """What a query gives of the library's tables."""
    with library._connection.reading() as db:
        return db.execute(query, values).fetchall()


def of_text(article: Article, text: str) -> State:
    """The state of an article that has that text."""
    return {article.uid: sha256(text.encode()).hexdigest()}


def noted(note: str, tags: Iterable[str]) -> str:
    """The state of an annotation."""
    return f"{note} {sorted(tags)}"


def drafted(uid: str) -> str:
    """The name of the draft of an annotation."""
    return f"draft of {uid}"
