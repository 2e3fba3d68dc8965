"""Which finder reads a text, and what is said of it: the tagger, the rules for want of a model, or quotations alone."""

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import claims
from claims import choosing, rules, tagger
from claims.choosing import NOT_ENGLISH, Chooser
from claims.raw import read_raw
from tests.claims.damage import DAMAGE, ENGLISH, damaged_model
from tests.claims.test_language import OTHERS


@pytest.fixture
def damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Chooser:
    """The chooser in use finds a network cut short."""
    chooser = Chooser(damaged_model(tmp_path, *DAMAGE["network cut short"][:2]))
    monkeypatch.setattr(choosing, "IN_USE", chooser)
    return chooser


def test_an_english_text_is_read_by_the_trained_tagger() -> None:
    reading = claims.read(ENGLISH)
    assert (reading.engine, reading.notices) == (tagger.NAME, ())


def test_of_a_text_in_another_language_only_the_quotations_are_read_and_it_is_said() -> None:
    text = OTHERS["Swedish"] + " “Vägen är öppen”, sade hon."
    reading = claims.read(text)
    assert (reading.engine, reading.notices) == ("quotations-6", (NOT_ENGLISH,))
    assert [text[slice(*claim.content[0])] for claim in reading.claims] == ["“Vägen är öppen”"]


@pytest.mark.parametrize(("file", "damage", "why"), DAMAGE.values(), ids=DAMAGE)
def test_a_model_that_is_missing_or_damaged_leaves_the_rules_and_one_clear_line(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    file: str,
    damage: Callable[[Path], None],
    why: str,
) -> None:
    monkeypatch.setattr(choosing, "IN_USE", Chooser(damaged_model(tmp_path, file, damage)))
    reading = claims.read(ENGLISH)
    assert reading.engine == rules.FINDER.name
    assert reading.claims == claims.read(ENGLISH, finder=rules.FINDER).claims
    (notice,) = reading.notices
    assert why in notice
    assert len(notice.splitlines()) == 1
    assert len(notice) < 160
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("module", "fault"),
    [
        (
            "onnxruntime",
            "import os; os.write(2, b'W: no graphics card'); raise ImportError('libgone.so: no such file')",
        ),
        ("numpy", "raise ImportError('libgone.so: no such file', name='numpy')"),
        ("numpy", "raise RuntimeError('this processor is too old')"),
    ],
)
def test_without_what_runs_the_model_the_rules_read_and_nothing_else_is_written(
    tmp_path: Path, module: str, fault: str
) -> None:
    (tmp_path / f"{module}.py").write_text(fault)
    code = "import claims, sys; reading = claims.read(sys.stdin.read()); print(reading.engine, *reading.notices)"
    done = subprocess.run(
        [sys.executable, "-c", code], input=ENGLISH, capture_output=True, text=True, env={"PYTHONPATH": str(tmp_path)}
    )
    assert done.stderr == ""
    assert done.stdout.startswith(f"{rules.FINDER.name} ")
    assert f"({module} cannot be imported" in done.stdout


def test_the_model_is_loaded_once_whoever_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    from claims.tagger import network

    loaded: list[Path] = []
    load = network.load

    def counted(folder: Path) -> network.Model:
        loaded.append(folder)
        return load(folder)

    monkeypatch.setattr(network, "load", counted)
    chooser = Chooser()
    with ThreadPoolExecutor(8) as threads:
        choices = list(threads.map(chooser.of, [ENGLISH] * 8))
    assert {choice.finder.name for choice in choices} == {tagger.NAME}
    assert len(loaded) == 1


def test_a_reading_by_the_tagger_is_up_to_date_and_that_is_told_without_loading_it(tmp_path: Path) -> None:
    nowhere = Chooser(tmp_path)
    assert nowhere.up_to_date(["rules-6", tagger.NAME]) == tagger.NAME
    assert nowhere.up_to_date(["quotations-6"]) == "quotations-6"
    assert nowhere.up_to_date([]) is None
    code = (
        "import sys, claims; claims.up_to_date(['tagger-7', 'rules-6']); claims.up_to_date([]); "
        "print(sorted({'numpy', 'onnxruntime'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "[]\n"


def test_a_reading_by_rules_is_up_to_date_as_long_as_the_model_is_damaged(damaged: Chooser) -> None:
    assert damaged.up_to_date(["rules-6"]) == "rules-6"
    assert Chooser().up_to_date(["rules-6"]) is None


def test_a_reading_by_an_earlier_version_is_not_up_to_date(damaged: Chooser) -> None:
    assert Chooser().up_to_date(["tagger-0", "rules-0"]) is None
    assert damaged.up_to_date(["tagger-0", "rules-0"]) is None


def test_raw_claims_are_the_finders_own_spans() -> None:
    from claims.paragraphs import paragraphs_of
    from claims.tagger.encoding import POLNEAR
    from claims.tagger.finder import TaggerFinder

    finder = TaggerFinder(POLNEAR)
    own = [one for found in finder(ENGLISH, paragraphs_of(ENGLISH)) for one in found]
    raw = read_raw(ENGLISH)
    assert (raw.engine, raw.notices) == (tagger.NAME, ())
    assert [(c.content, c.cue, c.source) for c in raw.claims] == [(o.content, o.cue, o.source) for o in own]
    assert not any(claim.nested for claim in raw.claims)
    assert len(own) > 2


@pytest.mark.usefixtures("damaged")
def test_raw_claims_are_those_of_the_rules_where_there_is_no_model() -> None:
    raw = read_raw(ENGLISH)
    assert raw.engine == "rules-6"
    assert len(raw.claims) > 2
    assert len(raw.notices) == 1
