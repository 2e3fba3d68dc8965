"""An article that changes, in a real terminal: from the notice of its new text to every note in its place again."""

from pathlib import Path

from store.library import Library
from tests.e2e.added import add
from tests.terminal import reader, run
from tests.tui.revised import CHANGED, GONE, NEW, SURE, article_file


def places(database: Path) -> dict[str, tuple[str, str]]:
    """By the words of each note: what is known of its place, and on which words it is."""
    with Library(database) as library:
        kept = (*library.annotations.of(1), *library.annotations.unplaced(1))
        return {annotation.note: (annotation.place, annotation.words) for annotation in kept}


def test_a_changed_text_its_notice_its_changes_a_confirmed_note_and_one_linked_anew(
    database: Path, tmp_path: Path
) -> None:
    file = str(article_file(tmp_path))
    add(database, file)
    for words, note in ((SURE, "Count them."), (CHANGED, "Says who?"), (GONE, "All?")):
        assert run(database, "note", "1", "--quote", words, "--note", note).returncode == 0
    article_file(tmp_path, NEW)

    with reader(database, file) as terminal:
        terminal.until(
            "New revision: 14 words changed, 1 note moved along, 1 to confirm, 1 lost: r shows it, O what waits."
        )
        terminal.until("1 to confirm · 1 lost")
        terminal.press("r")
        terminal.until("[-one page-]{+two pages+}")
        terminal.until("“Passengers noticed” · lost · ✎ All?")
        assert all(cell.strikethrough for cell in terminal.cells("one page"))
        assert all(cell.underscore for cell in terminal.cells("two pages"))
        terminal.press("q")
        terminal.until(lambda words: "[-one page-]" not in words)

        terminal.press("O")
        terminal.until("Now maybe on")
        terminal.press("enter")
        terminal.until(lambda words: "To confirm" not in words and "Lost" in words)
        terminal.press("l")
        terminal.until("Select where this passage belongs now")
        terminal.drag_over("The minister was seen")
        terminal.press("enter")
        terminal.until("▕The minister was seen")
        assert places(database) == {
            "Count them.": ("sure", SURE),
            "Says who?": ("sure", "“We have not cut a single job this year,”"),
            "All?": ("sure", "The minister was seen"),
        }

        terminal.press("U")
        terminal.until(lambda words: "▕The minister" not in words and "1 lost" in words)
        assert places(database)["All?"] == ("lost", GONE)
        assert places(database)["Says who?"][0] == "sure"
        terminal.press("q")
        assert terminal.wait() == 0


def test_a_file_that_is_changed_while_it_is_read_is_told_of_and_comes_with_a_key(
    database: Path, tmp_path: Path
) -> None:
    file = str(article_file(tmp_path))
    add(database, file)
    assert run(database, "note", "1", "--quote", SURE, "--note", "Count them.").returncode == 0
    with reader(database, file) as terminal:
        terminal.until("unreviewed")
        article_file(tmp_path, NEW)
        terminal.press("\x1b[O", "\x1b[I")  # as the terminal says that another window came to the front, and went
        terminal.until("The file “ferry.md” has changed: f5 reads it anew, and your notes move along.")
        assert "Passengers noticed" in terminal.words
        terminal.click_on("f5 reads it anew", at="f5")
        terminal.until("New revision: 14 words changed, 1 note moved along")
        terminal.until("The minister was seen")
        assert "has changed" not in terminal.words
        (tmp_path / "ferry.md").unlink()
        terminal.press("\x1b[O", "\x1b[I")
        terminal.until("The file “ferry.md” is no longer there")
        terminal.press("q")
        assert terminal.wait() == 0
    assert places(database)["Count them."] == ("sure", SURE)
