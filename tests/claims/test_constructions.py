"""Each construction of ``constructions.md``: the rules find the claims that stand there, and no others."""

from pathlib import Path

import pytest

from tests.claims.by_rules import read
from tests.claims.notation import written_all


def _cases() -> list[tuple[str, str, list[str]]]:
    fixtures = Path(__file__).with_name("constructions.md").read_text(encoding="utf-8")
    cases = []
    for section in fixtures.split("\n## ")[1:]:
        title, _, body = section.partition("\n")
        lines = [line for line in body.split("\n# ")[0].splitlines() if line]
        claims = [line.removeprefix("- ") for line in lines if line.startswith("- [")]
        cases.append((title, "\n".join(line for line in lines if not line.startswith("- [")), claims))
    return cases


@pytest.mark.parametrize(("text", "claims"), [pytest.param(*case[1:], id=case[0]) for case in _cases()])
def test_the_claims_of_a_construction_are_found_and_no_others(text: str, claims: list[str]) -> None:
    assert written_all(text, read(text).claims) == claims
