"""Names of files made of titles: whole words, and nothing that leaves the folder."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.article import Metadata
from store.exporting import suggested_path
from store.exporting.titles import LONGEST, name_of


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Mayor: “Bridge is safe”", "mayor-bridge-is-safe.annotated.md"),
        ("../../etc/passwd", "etc-passwd.annotated.md"),
        ("…", "article.annotated.md"),
        ("-rf *", "rf.annotated.md"),
        (
            "Lifeboat fund’s money was ‘only resting’, treasurer told bookkeeper",
            "lifeboat-fund-s-money-was-only-resting-treasurer-told.annotated.md",
        ),
    ],
)
def test_a_suggested_name_is_made_of_the_title_s_words_and_never_leaves_the_folder(title: str, name: str) -> None:
    assert suggested_path(Metadata(title)) == name


def test_words_that_just_fit_stay_whole_and_one_that_fills_the_name_is_cut() -> None:
    fits = f"{'a' * 40} {'b' * 19}"
    assert name_of(fits) == name_of(f"{fits} c") == f"{'a' * 40}-{'b' * 19}"
    assert name_of(f"Too {'x' * 70}") == f"too-{'x' * 56}"


@given(st.one_of(st.text(), st.lists(st.text("aé漢字İß5_𐐨", min_size=1, max_size=40), max_size=12).map(" – ".join)))
def test_whatever_the_title_the_name_is_safe_no_longer_than_may_be_and_ends_with_a_word_s_end(title: str) -> None:
    name = name_of(title)
    whole = re.sub(r"[^\w]+", "-", title.lower()).strip("-")
    assert len(name) <= LONGEST
    assert len(f"{name}.annotated.md~".encode()) <= 255  # bytes, as most disks have it
    assert re.fullmatch(r"(\w+(-\w+)*)?", name)
    assert whole.startswith(name)
    last_begins = name.rfind("-") + 1
    assert whole[len(name) :][:1] in ("", "-") or last_begins <= LONGEST // 2
