"""A claim of which nobody looked for who says it is open wherever it is told, and anonymous nowhere."""

import pytest

import claims
from store.article import Metadata
from store.document import Block, Document
from store.exporting.files import export
from store.matching_items import Haystacks, matching
from store.review import merge
from store.searching.query import IN_CLAIMS, parse
from store.shares import shares
from store.telling_plain import told_plainly

TEXT = (
    'שר הבריאות, יוסי כהן, אמר ביום שני כי "המים בטוחים לשתייה" בכל רחבי העיר, והוסיף דברים רבים על מצב הצינורות.\n'
    '"we are fine here," Ann Lee said.'
)
READING = claims.read(TEXT)
ITEMS = merge(READING, (), text=TEXT)
DOCUMENT = Document(TEXT, (Block("paragraph", 0, len(TEXT)),), ())


@pytest.mark.parametrize(
    ("asked", "found"), [("is:anonymous", []), ("speaker:anonymous", []), ("is:open", [0, 1]), ("speaker:open", [0, 1])]
)
def test_filters_count_it_as_open(asked: str, found: list[int]) -> None:
    assert matching(parse(asked, IN_CLAIMS), ITEMS, Haystacks(TEXT)) == found


def test_its_voice_is_that_of_an_open_speaker() -> None:
    voices = [share.voice for share in shares(READING, ITEMS)]
    assert "speaker open" in voices
    assert "anonymous" not in voices


def test_exports_and_plain_text_call_nobody_anonymous() -> None:
    written = export(DOCUMENT, Metadata("T"), (), READING, unreviewed=True).markdown
    plain = "\n".join(told_plainly(Metadata("T"), DOCUMENT, READING, ITEMS))
    for told in (written, plain):
        assert "nonymous" not in told
        assert "peaker open" in told
