"""The verbs of encryption, and how they come by a passphrase: asked for, or from a file, never in the open."""

import getpass
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from store import backups
from store.encrypting import rewrite_file
from store.keeping import driver, keyring
from tests.tui.commands.conftest import Sayso
from tui.commands import passphrases

pytest.importorskip("sqlcipher3")

PASSPHRASE = "seven owls by the canal"
ASKS = f"there is no terminal to ask on: name a file that holds it in {passphrases.OURS}\n"

Answer = Callable[..., list[str]]


@pytest.fixture
def kept(sayso: Sayso, article: Path, database: Path) -> Path:
    """A library with an article and a backup."""
    assert sayso("add", article).code == 0
    return database


@pytest.fixture(autouse=True)
def nobody_to_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no terminal, wherever the tests are run, and nothing was unlocked by another test; keys come quickly."""
    monkeypatch.setattr(keyring, "_ROUNDS", 1000)
    monkeypatch.setattr(passphrases, "can_ask", lambda: False)
    monkeypatch.setattr(keyring, "_keys", {})


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """``answer(*lines)`` is what the user types when asked; it returns what they were asked so far."""
    asked: list[str] = []

    def answering(*lines: str) -> list[str]:
        left = iter(lines)

        def ask(prompt: str) -> str:
            asked.append(prompt)
            return next(left)

        monkeypatch.setattr(passphrases, "can_ask", lambda: True)
        monkeypatch.setattr(getpass, "getpass", ask)
        keyring._keys.clear()
        asked.clear()
        return asked

    return answering


@pytest.fixture
def from_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """``from_file(passphrase, variable)`` puts a passphrase into a file that a variable names."""

    def put(contents: str | bytes, variable: str = passphrases.OURS) -> None:
        path = tmp_path / variable.lower()
        path.write_bytes(contents if isinstance(contents, bytes) else contents.encode())
        monkeypatch.setenv(variable, str(path))
        keyring._keys.clear()

    return put


def test_a_library_is_encrypted_with_a_passphrase_that_is_asked_for_twice(
    sayso: Sayso, kept: Path, answer: Answer
) -> None:
    asked = answer("first try", "not the same", "", PASSPHRASE, PASSPHRASE)
    ran = sayso("db", "encrypt")
    assert asked == ["New passphrase: ", "Once more: ", "New passphrase: ", "New passphrase: ", "Once more: "]
    assert (ran.code, ran.out.splitlines()[0]) == (0, "The library is encrypted now, with 1 backup.")
    assert "Whoever forgets it has lost the library" in ran.err
    assert "what you exported" in ran.out
    asked = answer(PASSPHRASE)
    assert len(sayso("list", "--json").json) == 1
    assert asked == ["Passphrase of sayso.db: "]
    answer(PASSPHRASE)
    assert sayso("db", "encrypt").out.startswith("It was encrypted already.\n")
    assert all(driver.is_encrypted(path) for path in (kept, *backups.files(kept)))


def test_a_wrong_passphrase_may_be_typed_twice_and_not_three_times(sayso: Sayso, kept: Path, answer: Answer) -> None:
    answer(PASSPHRASE, PASSPHRASE)
    sayso("db", "encrypt")
    line = f"sayso: that is not the passphrase of {kept}, or the file is damaged, or no Sayso database\n"
    asked = answer("wrong", "wrong", "wrong", PASSPHRASE)
    ran = sayso("list")
    assert (ran.code, ran.out, ran.err, len(asked)) == (2, "", 3 * line, 3)
    answer("wrong", "wrong", PASSPHRASE)
    ran = sayso("list", "--json")
    assert (ran.code, ran.err, len(ran.json)) == (0, 2 * line, 1)


def test_for_scripts_the_passphrase_is_in_a_file(sayso: Sayso, kept: Path, from_file: Callable[..., None]) -> None:
    from_file(PASSPHRASE + "\n")
    assert sayso("db", "encrypt", "--json").json == {"encrypted": True, "backups": 1, "left": []}
    for contents in (PASSPHRASE, PASSPHRASE + "\r\n"):
        from_file(contents)
        assert len(sayso("list", "--json").json) == 1
    from_file("eight herons\n", passphrases.NEW)
    assert sayso("db", "rekey").out.startswith("The library has another passphrase now, with 1 backup.\n")
    from_file(PASSPHRASE)
    assert "is not the passphrase" in sayso("list").err
    from_file("eight herons")
    assert sayso("db", "decrypt", "--yes", "--json").json["encrypted"] is False
    assert not any(driver.is_encrypted(path) for path in (kept, *backups.files(kept)))
    assert sayso("db", "decrypt").err == f"sayso: {kept} is not encrypted: there is nothing to decrypt\n"


def test_where_there_is_no_library_an_empty_one_is_encrypted_and_none_is_made_to_be_decrypted(
    sayso: Sayso, database: Path, from_file: Callable[..., None]
) -> None:
    from_file(PASSPHRASE)
    for verb, why in (("rekey", "sayso db encrypt encrypts it"), ("decrypt", "there is nothing to decrypt")):
        assert sayso("db", verb).err == f"sayso: {database} is not encrypted: {why}\n"
    assert not database.exists()
    assert sayso("db", "encrypt").code == 0
    assert driver.is_encrypted(database)
    assert sayso("list").out == "No articles yet. Open one with: sayso FILE\n"


def test_backups_with_another_passphrase_are_told_of(
    sayso: Sayso, kept: Path, tmp_path: Path, from_file: Callable[..., None]
) -> None:
    from_file(PASSPHRASE)
    sayso("db", "encrypt")
    (backup,) = backups.files(kept)
    rewritten = keyring.derived("eight herons")
    rewrite_file(backup, rewritten)
    from_file(PASSPHRASE)
    ran = sayso("db", "restore", "--json")
    assert (ran.json, ran.err) == ([], "sayso: 1 backup more has another passphrase\n")
    assert sayso("db", "restore", backup.name, "--yes").code == 2
    from_file("eight herons", passphrases.OTHER)
    assert sayso("db", "restore", backup.name, "--yes").code == 0
    assert [file.name for file in tmp_path.rglob("*.damaged*")] == []


@pytest.mark.parametrize(
    ("contents", "line"),
    [
        (b"", "must hold one line, the passphrase"),
        (b"\n", "must hold one line, the passphrase"),
        (b"one\ntwo\n", "must hold one line, the passphrase"),
        (b"x" * 5000, "must hold one line, the passphrase"),
        (b"\xff\xfe", "is not UTF-8 text"),
    ],
)
def test_a_file_that_holds_no_passphrase_is_one_line(
    sayso: Sayso, kept: Path, from_file: Callable[..., None], contents: bytes, line: str
) -> None:
    from_file(contents)
    ran = sayso("db", "encrypt")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert line in ran.err
    assert not driver.is_encrypted(kept)


def test_without_a_terminal_or_a_file_it_is_one_line_that_says_what_to_do(
    sayso: Sayso, kept: Path, answer: Answer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert sayso("db", "encrypt").err == f"sayso: a passphrase is needed; {ASKS}"
    answer(PASSPHRASE, PASSPHRASE)
    sayso("db", "encrypt")
    keyring._keys.clear()
    monkeypatch.setattr(passphrases, "can_ask", lambda: False)
    for verb in (["list"], ["add", "x.md"], ["db", "check"], ["db", "restore"], ["db", "decrypt", "--yes"]):
        ran = sayso(*verb)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == f"sayso: {kept} is encrypted, or no Sayso database; {ASKS}"
    monkeypatch.setenv(passphrases.OURS, str(tmp_path / "missing"))
    assert sayso("list").err.endswith(f"missing ({passphrases.OURS}): no such file or directory\n")


@pytest.mark.usefixtures("kept")
def test_without_the_extra_it_is_one_line_that_says_what_to_install(
    sayso: Sayso, answer: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(PASSPHRASE, PASSPHRASE)
    sayso("db", "encrypt")
    asked = answer(PASSPHRASE)
    monkeypatch.setitem(sys.modules, "sqlcipher3.dbapi2", None)
    for verb in (["list"], ["db", "encrypt"]):
        ran = sayso(*verb)
        assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
        assert "pip install 'sayso[encryption]'" in ran.err
    assert asked == []


def test_without_the_extra_nothing_false_is_said_of_a_library_that_is_not_encrypted(
    sayso: Sayso, kept: Path, answer: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answer(PASSPHRASE)
    monkeypatch.setitem(sys.modules, "sqlcipher3.dbapi2", None)
    install = "pip install 'sayso[encryption]'"
    assert sayso("db", "encrypt").err == f"sayso: what encrypts libraries is not installed yet: {install}\n"
    assert sayso("db", "decrypt").err == f"sayso: {kept} is not encrypted: there is nothing to decrypt\n"
    assert asked == []
    for verb in ("encrypt", "rekey", "decrypt"):
        assert install in " ".join(sayso("db", verb, "--help").out.split())


def test_decrypting_asks_first(sayso: Sayso, kept: Path, from_file: Callable[..., None]) -> None:
    from_file(PASSPHRASE)
    sayso("db", "encrypt")
    ran = sayso("db", "decrypt")
    assert (ran.code, ran.err) == (2, "sayso: decrypting asks first: give --yes\n")
    assert driver.is_encrypted(kept)


def test_another_library_is_asked_for_by_its_name_and_what_comes_of_it_is_said(
    sayso: Sayso, kept: Path, tmp_path: Path, answer: Answer, from_file: Callable[..., None]
) -> None:
    other = tmp_path / "other.db"
    sayso("db", "backup", other)
    answer("eight herons", "eight herons")
    sayso("--db", other, "db", "encrypt")
    asked = answer("eight herons")
    ran = sayso("db", "merge", other)
    assert (ran.code, asked) == (0, ["Passphrase of other.db: "])
    assert ran.err == "sayso: OTHER is encrypted, and your library, which has all of it now, is not\n"
    from_file(PASSPHRASE)
    sayso("db", "encrypt")
    from_file("eight herons", passphrases.OTHER)
    ran = sayso("db", "merge", other)
    assert (ran.code, ran.err) == (0, "")
    before = driver.salt_of(kept)
    keyring._keys.clear()
    assert sayso("db", "restore", other, "--yes").code == 0
    assert driver.salt_of(kept) == before


def test_a_library_whose_passphrase_is_lost_is_put_aside_for_a_backup_by_an_empty_answer(
    sayso: Sayso, kept: Path, tmp_path: Path, answer: Answer
) -> None:
    sayso("db", "backup", copy := tmp_path / "copy.db")
    answer(PASSPHRASE, PASSPHRASE)
    sayso("db", "encrypt")
    before = kept.read_bytes()
    asked = answer("")
    ran = sayso("db", "restore", copy, "--yes", "--json")
    assert asked == ["Passphrase of sayso.db (Enter alone: put that file aside): "]
    assert Path(ran.json["kept"]).read_bytes() == before
    assert not driver.is_encrypted(kept)


def test_what_is_exported_is_said_to_be_in_clear(
    sayso: Sayso, kept: Path, tmp_path: Path, from_file: Callable[..., None]
) -> None:
    from_file(PASSPHRASE)
    sayso("db", "encrypt")
    ran = sayso("db", "export-all", tmp_path / "out")
    assert (ran.code, ran.err) == (0, "sayso: the library is encrypted, and what was exported is not\n")
    assert driver.is_encrypted(kept)


@pytest.mark.usefixtures("kept")
def test_no_passphrase_is_in_the_environment_the_arguments_or_what_is_said(
    sayso: Sayso, tmp_path: Path, answer: Answer
) -> None:
    answer(PASSPHRASE, PASSPHRASE)
    ran = sayso("db", "encrypt")
    said = [ran.out, ran.err]
    answer("a wrong one", PASSPHRASE)
    ran = sayso("list")
    said += [ran.out, ran.err, *sys.argv, *os.environ.values()]
    assert not any(secret in line for line in said for secret in (PASSPHRASE, "a wrong one"))
    written = [file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()]
    assert not any(PASSPHRASE.encode() in data for data in written)
