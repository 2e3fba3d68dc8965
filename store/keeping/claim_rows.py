"""What was claimed in an article's newest text, as rows to search. Derived from its newest reading, speech only."""

from collections.abc import Iterator

from sqlite_utils import Database

from claims.model import Reading
from store.naming import named_in
from store.searching.indexing import claims_of, indexed


def spoken(reading: Reading, text: str) -> Iterator[tuple[int, int, str, str]]:
    """The claims of ``reading``: start and end of the content in ``text``, the speaker or '', the words.

    A guessed speaker stands behind the words of the source, so that a hit does not tell it for sure.
    """
    for claim in reading.claims:
        if claim.act == "speech":
            words = " … ".join(text[start:end] for start, end in claim.content)
            yield claim.content[0][0], claim.content[-1][1], named_in(claim, text) if claim.speaker else "", words


def refill(db: Database, article_id: int, reading: Reading | None) -> None:
    """Put the claims of ``reading``, of the article's newest text, in the place of those that are there."""
    (text,) = db.execute(
        "SELECT text FROM revisions JOIN articles ON articles.revision = revisions.id WHERE articles.id = ?",
        [article_id],
    ).fetchone()
    with indexed(db, claims_of(article_id)):
        db.execute("DELETE FROM claims WHERE article = ?", [article_id])
        for claim in spoken(reading, text) if reading else ():
            db.execute(
                'INSERT INTO claims (article, start, "end", speaker, words) VALUES (?, ?, ?, ?, ?)',
                [article_id, *claim],
            )
