"""An encrypted library in real terminals: the passphrase is asked for before anything is shown, and shown nowhere."""

import subprocess
from pathlib import Path

import pytest

from store.encrypting import rewrite
from store.importing import read_file
from store.keeping import driver, keyring
from store.library import Library
from store.unlocking import unlock
from tests.terminal import SAYSO, Terminal, at_the_first_claim, reader

pytest.importorskip("sqlcipher3")

PASSPHRASE = "seven owls by the canal"
ARTICLE = "The harbour board said on Monday that the lamp was sound.\n\nZeb Ash said that it was not.\n"


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "lamp.md"
    path.write_text(ARTICLE, encoding="utf-8")
    return str(path)


@pytest.fixture
def plain(database: Path, article: str) -> Path:
    """A library with the article, not encrypted."""
    with Library(database) as library:
        library.articles.add(read_file(article))
    return database


@pytest.fixture
def secret(plain: Path) -> Path:
    """The same, encrypted."""
    rewrite(plain, keyring.derived(PASSPHRASE))
    return plain


def test_a_library_is_encrypted_at_a_terminal_that_does_not_show_the_passphrase(plain: Path) -> None:
    with Terminal([SAYSO, "--db", str(plain), "db", "encrypt"]) as terminal:
        terminal.until("New passphrase:")
        terminal.press(PASSPHRASE, "enter")
        terminal.until("Once more:")
        terminal.press(PASSPHRASE, "enter")
        terminal.until("The library is encrypted now")
        assert terminal.wait() == 0
        assert PASSPHRASE.encode() not in terminal.raw
    assert driver.is_encrypted(plain)


def unlocked(terminal: Terminal) -> None:
    """Answer the question for the passphrase, which comes before anything of the library does."""
    terminal.until("Passphrase of sayso.db:")
    assert "lamp" not in terminal.text
    terminal.press(PASSPHRASE, "enter")


@pytest.mark.parametrize(("columns", "rows"), [(120, 36), (80, 24)])
def test_two_windows_ask_for_the_passphrase_and_see_each_others_changes(
    secret: Path, article: str, columns: int, rows: int
) -> None:
    size = {"columns": columns, "rows": rows}
    with reader(secret, article, **size) as first, reader(secret, article, **size) as second:
        for terminal in (first, second):
            unlocked(terminal)
            at_the_first_claim(terminal)
        first.press("y")
        second.until("¹✓")
        process = Path(f"/proc/{first.child.pid}")
        for told in ("cmdline", "environ"):
            assert PASSPHRASE.encode() not in (process / told).read_bytes()
        second.press("a")
        second.until("Save and close")
        second.press("Half a thought")
        second.until("Half a thought")
        second.press("ctrl+s")
        first.until("✎ Half a thought" if rows > 24 else "sound✎")
        second.kill()
        first.press("q")
        assert first.wait() == 0
        for terminal in (first, second):
            assert PASSPHRASE.encode() not in terminal.raw
    unlock(secret, PASSPHRASE)
    with Library(secret) as library:
        (annotation,) = library.annotations.of(1)
        assert (annotation.decision, annotation.note) == ("accepted", "Half a thought")


def test_a_wrong_passphrase_is_told_of_on_a_clean_screen_and_three_are_enough(secret: Path) -> None:
    with reader(secret) as terminal:
        for number in range(3):
            terminal.until(lambda words, number=number: words.count("is not the passphrase") == number)  # type: ignore[misc]
            terminal.until(lambda words, number=number: words.count("Passphrase of") == number + 1)  # type: ignore[misc]
            terminal.press("wrong", "enter")
        assert terminal.wait() == 2
        assert terminal.words.count("is not the passphrase") == 3
        assert "sqlcipher" not in terminal.words.lower()
        assert b"\x1b[?1049h" not in terminal.raw
    with reader(secret) as terminal:
        terminal.until("Passphrase of")
        terminal.press("ctrl+c")
        assert terminal.wait() == 130


def test_an_article_through_a_pipe_leaves_the_terminal_to_the_passphrase(secret: Path, article: str) -> None:
    with Terminal(["sh", "-c", f"cat {article} | {SAYSO} --db {secret} -"]) as terminal:
        unlocked(terminal)
        at_the_first_claim(terminal)
        terminal.press("q")
        assert terminal.wait() == 0


def test_where_there_is_no_terminal_it_is_one_line(secret: Path) -> None:
    ran = subprocess.run(
        [SAYSO, "--db", str(secret), "list"],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
    )
    assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (2, "", 1)
    assert "SAYSO_PASSPHRASE_FILE" in ran.stderr


def test_a_reader_that_is_open_keeps_the_library_from_being_decrypted(secret: Path, article: str) -> None:
    with reader(secret, article) as window:
        unlocked(window)
        at_the_first_claim(window)
        with Terminal([SAYSO, "--db", str(secret), "db", "decrypt", "--yes"], columns=400) as terminal:
            unlocked(terminal)
            terminal.until("is open in another window")
            assert terminal.wait() == 2
        window.press("y")
        window.until("¹✓")
        window.press("q")
        assert window.wait() == 0
    assert driver.is_encrypted(secret)


def test_a_library_that_goes_from_under_the_reader_is_rescued_encrypted(
    secret: Path, article: str, tmp_path: Path
) -> None:
    with reader(secret, article, cwd=tmp_path) as terminal:
        unlocked(terminal)
        at_the_first_claim(terminal)
        secret.unlink()
        terminal.until("Nothing can be saved")
        terminal.press("y")
        terminal.until("Not saved: 1 change (W rescues it)")
        terminal.press("q")
        terminal.until("1 change is not saved yet")
        terminal.press("W")
        terminal.until("Rescue what is on the screen")
        terminal.press("enter")
        assert terminal.wait() == 0
    (rescued,) = tmp_path.glob("sayso-unsaved-*.db")
    assert b"harbour" not in rescued.read_bytes()
    unlock(rescued, PASSPHRASE)
    with Library(rescued) as library:
        assert [annotation.decision for annotation in library.annotations.of(1)] == ["accepted"]
