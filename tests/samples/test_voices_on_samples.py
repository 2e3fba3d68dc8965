"""The samples as the engine reads them: whose voice a claim is in is one rule for shares, counts and filters."""

from collections import Counter
from pathlib import Path

import pytest

from claims import read
from store.importing import read_file
from store.matching_items import Haystacks, matching
from store.review import merge
from store.searching.query import IN_CLAIMS, parse
from store.shares import REPORTER, shares, voice_of
from tests.samples.sample_articles import ARTICLES
from tui.widgets.voices import filter_for


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_each_voice_has_claims_as_many_as_its_filter_shows(path: Path) -> None:
    document = read_file(path).document
    reading = read(str(document.text))
    items = merge(reading, ())
    voices = {one.voice for one in shares(reading, items)} - {REPORTER}
    counted = Counter(voice_of(item) for item in items if item.is_claim)
    shown = {
        voice: len(matching(parse(filter_for(voice), IN_CLAIMS), items, Haystacks(document.text), reading.caveats))
        for voice in voices
    }
    assert shown == counted
