"""A session that says what it has done: what a reader does to a library, at random but the same for the same seed."""

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from hashlib import sha256
from itertools import count
from pathlib import Path
from random import Random

from store.article import Article
from store.library import Library
from store.noting import on_passage
from tests.store.kept import imported

TEXT = "the mayor said a bridge was safe but engineers doubted it on Monday when crews and ferries came back"
WORDS = TEXT.split()
NOTHING = "nothing"
BINNED = ", in the bin"

Say = Callable[[str], None]
State = dict[str, str]
"""By the uid of an annotation its note and tags, by that of an article its text and whether it is in the bin."""


def play(database: Path, seed: int, say: Say) -> None:
    """Open the library, which may bring it up to date, and change it for ever.

    Says ``done {"what": …, "last": …, "now": …}`` after each change has been acknowledged: the number of the latest
    row of the history, and the `State` of what was changed, as it was asked for and not as it was read back.
    """
    random = Random(seed)
    with Library(database) as library:

        def done(what: str, now: State) -> None:
            say(f"done {json.dumps({'what': what, 'last': last_row(library), 'now': now})}")

        done("open", {})
        for number in count():
            what = random.choices(list(_CHANGES), [weight for _, weight in _CHANGES.values()])[0]
            now = _CHANGES[what][0](library, random, f"{seed}.{number}")
            if now:
                done(what, now)


def state(library: Library) -> State:
    """All that is kept, as the session would say it."""
    annotations = _rows(
        library,
        """SELECT uid, note, coalesce((SELECT group_concat(name, ' ') FROM annotation_tags JOIN tags ON tags.id = tag
        WHERE annotation = uid), '') FROM annotations WHERE deleted IS NULL""",
    )
    articles = _rows(
        library, "SELECT uid, text_sha256, deleted FROM articles JOIN revisions ON revisions.id = revision"
    )
    return {str(uid): _noted(str(note), str(tags).split()) for uid, note, tags in annotations} | {
        str(uid): f"{digest}{BINNED if deleted else ''}" for uid, digest, deleted in articles
    }


def last_row(library: Library) -> int:
    """The number of the latest row of the history."""
    return int(str(_rows(library, "SELECT coalesce(max(id), 0) FROM history")[0][0]))


def rows_since(library: Library, last: int) -> list[tuple[str, str]]:
    """The action and uid of each row of the history after that one."""
    rows = _rows(library, f"SELECT action, uid FROM history WHERE id > {last} ORDER BY id")
    return [(str(action), str(uid)) for action, uid in rows]


def _rows(library: Library, query: str) -> list[tuple[object, ...]]:
    with library._connection.reading() as db:
        return db.execute(query).fetchall()


def _text(random: Random) -> str:
    return " ".join(random.choices(WORDS, k=60)) + "."


def _some(library: Library, random: Random) -> Article | None:
    articles = [summary.article for summary in library.articles.list()]
    return random.choice(articles) if articles else None


def _of_text(article: Article, text: str) -> State:
    return {article.uid: sha256(text.encode()).hexdigest()}


def _noted(note: str, tags: Iterable[str]) -> str:
    return f"{note} {sorted(tags)}"


def _add(library: Library, random: Random, name: str) -> State:
    text = _text(random)
    return _of_text(library.articles.add(imported(text, f"Article {name}")).article, text)


def _revise(library: Library, random: Random, _: str) -> State:
    article = _some(library, random)
    if article is None:
        return {}
    words = library.articles.document(article).text.split()
    for _ in range(3):
        words[random.randrange(len(words))] = random.choice(WORDS)
    text = " ".join(words)
    return _of_text(library.articles.add(imported(text), known_as=article).article, text)


def _annotate(library: Library, random: Random, name: str) -> State:
    article = _some(library, random)
    if article is None:
        return {}
    text = library.articles.document(article).text
    start = random.randrange(len(text) - 10)
    tags = tuple(random.sample(WORDS, random.randrange(3)))
    made = replace(on_passage(article, text, (start, start + 10)), note=f"Note {name}", tags=tags)
    library.annotations.save(made)
    return {made.uid: _noted(made.note, made.tags)}


def _edit(library: Library, random: Random, name: str) -> State:
    article = _some(library, random)
    there = library.annotations.of(article.id) if article else []
    if not there:
        return {}
    before = random.choice(there)
    after = library.annotations.apply(before, replace(before, note=f"Edited {name}"))
    return {before.uid: _noted(f"Edited {name}", after.tags)}


def _delete(library: Library, random: Random, _: str) -> State:
    article = _some(library, random)
    there = library.annotations.of(article.id) if article else []
    if not there:
        return {}
    uid = random.choice(there).uid
    library.annotations.delete(uid)
    return {uid: NOTHING}


def _undo(library: Library, random: Random, _: str) -> State:
    article = _some(library, random)
    if article is None:
        return {}
    change = random.choice((library.history.undo, library.history.undo, library.history.redo))(article.id)
    if change is None:
        return {}
    return {change.uid: _noted(change.after.note, change.after.tags) if change.after else NOTHING}


def _bin(library: Library, random: Random, _: str) -> State:
    article = _some(library, random)
    if article is None:
        return {}
    text = library.articles.document(article).text
    library.bin.put(article)
    return {uid: digest + BINNED for uid, digest in _of_text(article, text).items()}


def _restore(library: Library, random: Random, _: str) -> State:
    binned = [one for one in library.bin.contents() if one.kind == "article"]
    if not binned:
        return {}
    article = library.articles.get(random.choice(binned).article)
    library.bin.restore(article.uid)
    return _of_text(article, library.articles.document(article).text)


def _purge(library: Library, random: Random, _: str) -> State:
    binned = [one for one in library.bin.contents() if one.kind == "article"]
    if not binned:
        return {}
    one = random.choice(binned)
    uids = [str(uid) for (uid,) in _rows(library, f"SELECT uid FROM annotations WHERE article = {one.article}")]
    library.bin.purge([one.uid])
    return dict.fromkeys((one.uid, *uids), NOTHING)


_CHANGES: dict[str, tuple[Callable[[Library, Random, str], State], int]] = {
    "add": (_add, 3),
    "revise": (_revise, 2),
    "annotate": (_annotate, 8),
    "edit": (_edit, 6),
    "delete": (_delete, 3),
    "undo": (_undo, 4),
    "bin": (_bin, 1),
    "restore": (_restore, 2),
    "purge": (_purge, 1),
}
