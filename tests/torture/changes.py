"""What a reader does to a library, one change at a time: adding, noting, deleting, taking back, typing."""

from dataclasses import replace
from random import Random

from store.annotations import Annotation
from store.article import Article
from store.library import Library
from store.noting import on_passage
from tests.store.kept import imported
from tests.torture.session import BINNED, NOTHING, Change, Session, State, drafted, noted, of_text, rows

TEXT = "the mayor said a bridge was safe but engineers doubted it on Monday when crews and ferries came back"
WORDS = TEXT.split()


def _some(session: Session) -> Article | None:
    articles = [summary.article for summary in session.library.articles.list()]
    return session.random.choice(articles) if articles else None


def _annotation(session: Session) -> Annotation | None:
    article = _some(session)
    there = session.library.annotations.of(article.id) if article else []
    return session.random.choice(there) if there else None


def _text(random: Random) -> str:
    return " ".join(random.choices(WORDS, k=60)) + "."


def _tags(library: Library, uid: str) -> list[str]:
    query = "SELECT name FROM annotation_tags JOIN tags ON tags.id = tag WHERE annotation = ?"
    return [str(name) for (name,) in rows(library, query, uid)]


def add(session: Session) -> State:
    """Add an article."""
    text = _text(session.random)
    return of_text(session.library.articles.add(imported(text, f"Article {session.name}")).article, text)


def revise(session: Session) -> State:
    """Add the next text of an article."""
    article = _some(session)
    if article is None:
        return {}
    words = session.library.articles.document(article).text.split()
    for _ in range(3):
        words[session.random.randrange(len(words))] = session.random.choice(WORDS)
    text = " ".join(words)
    return of_text(session.library.articles.add(imported(text), known_as=article).article, text)


def _new(session: Session) -> Annotation | None:
    article = _some(session)
    if article is None:
        return None
    text = session.library.articles.document(article).text
    start = session.random.randrange(len(text) - 10)
    tags = tuple(session.random.sample(WORDS, session.random.randrange(3)))
    return replace(on_passage(article, text, (start, start + 10)), note=f"Note {session.name}", tags=tags)


def annotate(session: Session) -> State:
    """Note something on a passage."""
    made = _new(session)
    if made is None:
        return {}
    session.library.annotations.save(made)
    return {made.uid: noted(made.note, made.tags)}


def edit(session: Session) -> State:
    """Write another note in the place of one."""
    before = _annotation(session)
    if before is None:
        return {}
    note = f"Edited {session.name}"
    after = session.library.annotations.apply(before, replace(before, note=note))
    return {before.uid: noted(note, after.tags), drafted(before.uid): NOTHING}


def edit_all(session: Session) -> State:
    """Write notes in the place of all those on an article, as one change."""
    article = _some(session)
    there = session.library.annotations.of(article.id) if article else []
    note = f"All edited {session.name}"
    now = {one.uid: noted(note, one.tags) for one in there} | {drafted(one.uid): NOTHING for one in there}
    if not there:
        return {}
    session.doing("edit all", now)
    session.library.annotations.apply_all([(one, replace(one, note=note)) for one in there])
    return now


def rename_tag(session: Session) -> State:
    """Call a tag something else wherever it is, as one change; maybe what another is called."""
    query = "SELECT uid, note FROM annotations WHERE deleted IS NULL ORDER BY uid"
    there = {str(uid): str(note) for uid, note in rows(session.library, query)}
    tags = {uid: session.library.annotations.get(uid).tags for uid in there}
    used = sorted({tag for some in tags.values() for tag in some})
    if not used:
        return {}
    old, new = session.random.choice(used), session.random.choice([*used, f"tag-{session.name}"])
    now = {
        uid: noted(there[uid], tuple(dict.fromkeys(new if tag == old else tag for tag in some)))
        for uid, some in tags.items()
        if old in some and old != new
    }
    session.doing("rename tag", now)
    session.library.tags.rename(old, new)
    return now


def type_(session: Session) -> State:
    """Type at a note, new or not, or go on with what was typed, which is kept as a draft."""
    random = session.random
    left = session.library.drafts.left_anywhere()
    typed = random.choice([left[0].annotation if left else None, _annotation(session), _new(session)])
    if typed is None:
        return {}
    now = {drafted(typed.uid): f"Typing at {session.name}"[: random.randrange(1, 30)]}
    session.doing("draft", now)
    session.library.drafts.keep(replace(typed, note=now[drafted(typed.uid)]))
    return now


def drop(session: Session) -> State:
    """Throw away what was typed."""
    drafts = rows(session.library, "SELECT uid FROM drafts ORDER BY uid")
    if not drafts:
        return {}
    uid = str(session.random.choice(drafts)[0])
    session.doing("drop", {drafted(uid): NOTHING})
    session.library.drafts.drop(uid)
    return {drafted(uid): NOTHING}


def delete(session: Session) -> State:
    """Delete an annotation."""
    gone = _annotation(session)
    if gone is None:
        return {}
    session.library.annotations.delete(gone.uid)
    return {gone.uid: NOTHING, drafted(gone.uid): NOTHING}


def undo(session: Session) -> State:
    """Take back the last change to an article."""
    article = _some(session)
    change = session.library.history.undo(article.id) if article else None
    state: State = {}
    for one in (change, *change.along) if change else ():
        state |= _became(one.uid, one.after) | {drafted(one.uid): NOTHING}
    return state


def redo(session: Session) -> State:
    """Make again what was taken back."""
    article = _some(session)
    change = session.library.history.redo(article.id) if article else None
    state: State = {}
    for one in (change, *change.along) if change else ():
        state |= _became(one.uid, one.after)
    return state


def _became(uid: str, after: Annotation | None) -> State:
    return {uid: noted(after.note, after.tags) if after else NOTHING}


def put_in_bin(session: Session) -> State:
    """Put an article into the bin."""
    article = _some(session)
    if article is None:
        return {}
    text = session.library.articles.document(article).text
    session.library.bin.put(article)
    return {uid: digest + BINNED for uid, digest in of_text(article, text).items()}


def restore_from_bin(session: Session) -> State:
    """Take an article or an annotation, together with its article, out of the bin."""
    binned = session.library.bin.contents()
    if not binned:
        return {}
    one = session.random.choice(binned)
    article = session.library.articles.get(one.article)
    now = of_text(article, session.library.articles.document(article).text)
    if one.kind != "article":
        now[one.uid] = noted(one.note, _tags(session.library, one.uid))
    session.library.bin.restore(one.uid)
    return now


def purge(session: Session) -> State:
    """Delete something in the bin for good, an article with all that is on it."""
    binned = session.library.bin.contents()
    if not binned:
        return {}
    one = session.random.choice(binned)
    uids = {one.uid}
    if one.kind == "article":
        for table in ("annotations", "drafts"):
            uids |= {
                str(uid) for (uid,) in rows(session.library, f"SELECT uid FROM {table} WHERE article = {one.article}")
            }
    session.library.bin.purge([one.uid])
    return dict.fromkeys((*uids, *map(drafted, uids)), NOTHING)


SMALL: dict[str, tuple[Change, int]] = {
    "add": (add, 3),
    "revise": (revise, 2),
    "annotate": (annotate, 8),
    "edit": (edit, 6),
    "edit all": (edit_all, 2),
    "rename tag": (rename_tag, 2),
    "draft": (type_, 5),
    "drop": (drop, 1),
    "delete": (delete, 3),
    "undo": (undo, 3),
    "redo": (redo, 2),
    "bin": (put_in_bin, 1),
    "restore from the bin": (restore_from_bin, 2),
    "purge": (purge, 1),
}
"""What changes some of the library, and how often."""
