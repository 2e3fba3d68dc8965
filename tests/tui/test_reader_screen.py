"""The reading screen: the article and its claims side by side, and what the keys do to them."""

from pathlib import Path

import pytest
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Input

from store.library import Library
from tests.tui.reading import ARTICLE, go_to, index_of, reading, said, until
from tui.dialogs.note import NoteDialog
from tui.modes.marking import Marking
from tui.screens.library import LibraryScreen
from tui.screens.reading.reader import ReaderScreen

QUOTE = "“We have not cut a single post,”"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "sayso.db"


def kept(database: Path) -> list[object]:
    with Library(database) as library:
        return [vars_of(a) for a in library.annotations.of(1)]


def vars_of(annotation: object) -> dict[str, object]:
    return {name: getattr(annotation, name) for name in annotation.__slots__}  # type: ignore[attr-defined]


async def export(pilot: Pilot[None], screen: ReaderScreen, out: Path) -> None:
    """Export to ``out`` by the keys."""
    await pilot.press("e")
    await until(pilot, lambda: pilot.app.screen is not screen)
    pilot.app.screen.query_one(Input).value = str(out)
    await pilot.press("enter")
    await until(pilot, out.exists)


async def test_stepping_selects_the_same_claim_in_the_text_and_in_the_panel(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await go_to(pilot, screen, QUOTE)
        assert screen.panel.selected == screen.pane.selected == index_of(screen, QUOTE)
        await pilot.press("left_square_bracket")
        await until(pilot, lambda: screen.pane.selected == index_of(screen, QUOTE) - 1)
        assert screen.panel.selected == screen.pane.selected


async def test_a_click_on_a_claim_in_the_text_selects_its_card(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        lines = [screen.pane.render_line(y).text for y in range(screen.pane.size.height)]
        row = next(y for y, line in enumerate(lines) if "not cut a single" in line)
        column = lines[row].index("not cut a single")
        await pilot.click(screen.pane, offset=(column + 3, row + 1))
        await until(pilot, lambda: screen.panel.selected == index_of(screen, QUOTE))


async def test_choosing_a_card_selects_and_reveals_the_claim_in_the_text(database: Path) -> None:
    article = ARTICLE.replace("“We have", "Nothing happened here.\n\n" * 60 + "“We have")
    async with reading(database, article) as (pilot, screen):
        await pilot.press("tab")
        await until(pilot, lambda: screen.panel.has_focus)
        index = index_of(screen, QUOTE)
        while screen.panel.selected != index:
            await pilot.press("j")
        await until(pilot, lambda: screen.pane.selected == index)
        await until(
            pilot,
            lambda: screen.pane.visible_span[0] <= screen.workspace.text.index(QUOTE) < screen.pane.visible_span[1],
        )
        await pilot.press("enter")
        await until(pilot, lambda: screen.pane.has_focus)


async def test_accepting_is_kept_and_counted_and_the_same_key_takes_it_back(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        claims = len([i for i in screen.workspace.items if i.is_claim])
        await go_to(pilot, screen, QUOTE)
        await pilot.press("y")
        await until(pilot, lambda: screen.workspace.annotations)
        assert screen.workspace.annotations[0].decision == "accepted"
        assert screen.workspace.annotations[0].speaker == "Marta Lindqvist"
        await until(pilot, lambda: f"{claims} · {claims - 1} unreviewed" in str(screen.panel.border_title))
        await pilot.press("left_square_bracket", "y")
        await until(pilot, lambda: not screen.workspace.annotations)
    assert kept(database) == []


async def test_a_rejected_claim_loses_its_mark_in_the_text_but_keeps_its_number(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        numbers = [item.number for item in screen.workspace.items]
        await go_to(pilot, screen, QUOTE)
        await pilot.press("x")
        await until(pilot, lambda: any(item.rejected for item in screen.workspace.items))
        assert [item.number for item in screen.workspace.items] == numbers


async def test_a_note_is_saved_when_its_editor_closes(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await go_to(pilot, screen, QUOTE)
        await pilot.press("a")
        await until(pilot, lambda: isinstance(pilot.app.screen, NoteDialog))
        await pilot.press(*"Rota", "enter", *"first", "escape")
        await until(pilot, lambda: screen.workspace.annotations)
        assert screen.workspace.annotations[0].note == "Rota\nfirst"
        await until(pilot, lambda: "Note saved. U takes it back." in said(pilot.app))
        await until(pilot, lambda: "✎" in "".join(screen.pane.render_line(y).text for y in range(30)))
        await pilot.press("a", *["backspace"] * len("Rota\nfirst"), "escape")
        await until(pilot, lambda: "Note taken away. U takes it back." in said(pilot.app))


async def test_a_draft_left_by_a_crash_is_offered_and_saved(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await go_to(pilot, screen, QUOTE)
        await pilot.press("a")
        await until(pilot, lambda: isinstance(pilot.app.screen, NoteDialog))
        await pilot.press(*"unfinished")
        with Library(database) as library:
            await until(pilot, lambda: any(d.annotation.note == "unfinished" for d in library.drafts.of(1)))
    async with reading(database) as (pilot, screen):
        await until(pilot, lambda: isinstance(pilot.app.screen, NoteDialog))
        await pilot.press("escape")
        await until(pilot, lambda: screen.workspace.annotations)
        assert screen.workspace.annotations[0].note == "unfinished"
    with Library(database) as library:
        assert library.drafts.of(1) == []


async def test_a_selected_passage_is_highlighted(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        start = screen.workspace.text.index("Passengers")
        screen.pane.select(start, start + 10)
        await pilot.press("h")
        await until(pilot, lambda: screen.workspace.annotations)
        annotation = screen.workspace.annotations[0]
        assert (annotation.kind, annotation.selectors[0].exact) == ("passage", "Passengers")


async def test_a_missed_claim_is_marked_content_first_then_source_then_cue(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        text = screen.workspace.text

        def select(words: str) -> None:
            screen.pane.select(text.index(words), text.index(words) + len(words))

        select("nothing")
        await pilot.press("m")
        await until(pilot, lambda: isinstance(screen.mode, Marking) and len(screen.mode.done) == 1)
        select("Passengers")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(screen.mode, Marking) and len(screen.mode.done) == 2)
        select("noticed")
        await pilot.press("enter")
        await until(pilot, lambda: screen.workspace.annotations)
        annotation = screen.workspace.annotations[0]
        assert {s.role: s.exact for s in annotation.selectors} == {
            "content": "nothing",
            "source": "Passengers",
            "cue": "noticed",
        }
        assert annotation.by_hand
        assert screen.mode is None
        await until(pilot, lambda: "Marked as claim 5 (Passengers). U takes it back." in said(pilot.app))
        item = screen.workspace.items[screen.workspace.index_of(annotation.uid) or 0]
        assert item.is_claim
        assert not item.unreviewed


async def test_what_is_marked_leaves_the_separators_around_its_words_and_its_deletion_tells_of_the_numbers(
    database: Path,
) -> None:
    async with reading(database) as (pilot, screen):
        text = screen.workspace.text
        last = max(item.number or 0 for item in screen.workspace.items)
        start = text.index("Its reasons")
        screen.pane.select(start - 1, start + len("Its reasons "))
        await pilot.press("m", "enter", "enter")
        await until(pilot, lambda: screen.workspace.annotations)
        assert screen.workspace.annotations[0].selectors[0].exact == "Its reasons"
        assert max(item.number or 0 for item in screen.workspace.items) == last + 1
        await until(
            pilot, lambda: "Marked as claim 3; those after it count one more. U takes it back." in said(pilot.app)
        )
        await pilot.press("D")
        gone = "Deleted: claim 3, marked by hand; those after it count one less. U brings it back."
        await until(pilot, lambda: gone in said(pilot.app))
        for key, told in (
            ("U", "Undone: deletion of marked claim of “Its reasons”; those after it count one more. R does it again."),
            ("U", "Undone: marking, acceptance on “Its reasons”; those after it count one less. R does it again."),
            ("R", "Done again: marking, acceptance on “Its reasons”; those after it count one more."),
        ):
            await pilot.press(key)
            await until(pilot, lambda told=told: told in said(pilot.app))


async def test_marking_goes_back_a_step_skips_a_role_and_stops(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await pilot.press("m", "enter")
        await until(pilot, lambda: "Select words first, with the mouse or with v." in said(pilot.app))
        assert screen.mode == Marking()
        screen.pane.select(0, 7)
        await pilot.press("enter", "enter")
        await until(pilot, lambda: isinstance(screen.mode, Marking) and screen.mode.done[1:] == ((),))
        await pilot.press("backspace")
        await until(pilot, lambda: isinstance(screen.mode, Marking) and len(screen.mode.done) == 1)
        await pilot.press("escape")
        await until(pilot, lambda: screen.mode is None)
    assert kept(database) == []


async def test_words_that_are_the_claim_are_not_taken_for_who_says_it_and_the_step_stays(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        start = screen.workspace.text.index("Passengers")
        screen.pane.select(start, start + len("Passengers "))
        await pilot.press("m")
        await until(pilot, lambda: isinstance(screen.mode, Marking) and len(screen.mode.done) == 1)
        step = screen.mode
        screen.pane.select(start, start + len("Passengers"))
        await pilot.press("enter")
        await until(
            pilot, lambda: "Not taken: those words are what is claimed. Select others, or none." in said(pilot.app)
        )
        assert (screen.mode, screen.pane.selection) == (step, None)
        await pilot.press("enter", "enter")
        await until(pilot, lambda: screen.workspace.annotations)
    assert len(kept(database)) == 1


@pytest.mark.parametrize("key", ["w", "right_parenthesis", "V", "plus", "minus"])
async def test_a_key_that_is_the_caret_s_alone_says_what_brings_that_out(database: Path, key: str) -> None:
    async with reading(database) as (pilot, screen):
        await pilot.press(key)
        await until(pilot, lambda: any("is for the caret: v brings it out." in words for words in said(pilot.app)))
        assert (screen.pane.caret, screen.pane.selection) == (None, None)
        before = len(said(pilot.app))
        await pilot.press("v", key)
        await until(pilot, lambda: screen.pane.caret is not None)
        assert not any("is for the caret" in words for words in said(pilot.app)[before:])


async def test_progress_finding_and_tags_are_kept(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await go_to(pilot, screen, QUOTE)
        await pilot.press("t")
        await until(pilot, lambda: pilot.app.screen is not screen)
        await pilot.press(*"labour", "enter")
        await until(pilot, lambda: screen.workspace.annotations and screen.workspace.annotations[0].tags == ("labour",))


async def test_deleting_is_undone_after_a_restart(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await go_to(pilot, screen, QUOTE)
        await pilot.press("y")
        await until(pilot, lambda: screen.workspace.annotations)
        await pilot.press("left_square_bracket", "D")
        await until(pilot, lambda: not screen.workspace.annotations)
    async with reading(database) as (pilot, screen):
        assert not screen.workspace.annotations
        await pilot.press("U")
        await until(pilot, lambda: screen.workspace.annotations)
        await pilot.press("R")
        await until(pilot, lambda: not screen.workspace.annotations)


async def test_searching_goes_from_hit_to_hit_and_says_which(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await pilot.press("slash", *"post", "enter")
        await until(pilot, lambda: screen.pane.has_focus)
        await pilot.press("n")
        assert "Hit" in str(screen.query_one("Hint").render())


async def test_the_place_is_remembered(database: Path) -> None:
    article = ARTICLE + "\nA long afternoon went by at the quay.\n" * 200
    async with reading(database, article) as (pilot, screen):
        await pilot.press("space", "space", "space")
        await until(pilot, lambda: screen.pane.top > 500)
        top = screen.pane.top
        await pilot.press("q")
        await until(pilot, lambda: not pilot.app.is_running)
    async with reading(database, article) as (pilot, screen):
        await until(pilot, lambda: screen.pane.top == top)


async def test_the_library_lies_one_key_away_and_opens_the_article_again(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await pilot.press("L")
        await until(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen) and pilot.app.screen.query("DataTable"))
        await until(pilot, lambda: pilot.app.screen.query_one("ArticleTable").row_count == 1)  # type: ignore[attr-defined]
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen) and pilot.app.screen is not screen)
        again = pilot.app.screen
        assert isinstance(again, ReaderScreen)
        await until(pilot, lambda: again.workspace.items)
        assert again.workspace.text == screen.workspace.text


async def test_in_a_narrow_window_the_claims_are_a_drawer(database: Path) -> None:
    async with reading(database, size=(60, 20)) as (pilot, screen):
        assert not screen.panel.display
        assert screen.pane.display
        await pilot.press("right_square_bracket")
        await until(pilot, lambda: "harbour board" in str(screen.query_one("Hint").render()).lower())
        await pilot.press("tab")
        await until(pilot, lambda: screen.panel.display and screen.panel.has_focus)
        await pilot.press("tab")
        await until(pilot, lambda: screen.pane.display and screen.pane.has_focus)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
async def test_keys_that_come_together_with_the_one_that_leads_to_the_claims_go_there(
    database: Path, size: tuple[int, int]
) -> None:
    async with reading(database, size=size) as (pilot, screen):
        for key in ("tab", "j", "j", "tab", "v"):
            pilot.app.post_message(Key(key, None))
        await until(pilot, lambda: screen.pane.caret is not None and screen.pane.selected == 1)
        assert screen.focused is screen.pane


@pytest.mark.parametrize("size", [(79, 24), (40, 12)])
async def test_where_the_claims_cover_the_text_one_steps_through_them_all_the_same(
    database: Path, size: tuple[int, int]
) -> None:
    async with reading(database, size=size) as (pilot, screen):
        await pilot.press("tab", "]")
        await until(pilot, lambda: screen.panel.selected == 0)
        await pilot.press("]", "]")
        await until(pilot, lambda: screen.panel.selected == 2)
        await pilot.press("[", ",")
        await until(pilot, lambda: screen.panel.selected == 0)


async def test_an_engine_that_fails_leaves_the_article_and_the_hand(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import claims

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(claims, "read", broken)
    async with reading(database) as (pilot, screen):
        assert screen.workspace.items == ()
        screen.pane.select(0, 7)
        await pilot.press("h")
        await until(pilot, lambda: screen.workspace.annotations)
        await export(pilot, screen, database.with_name("out.md"))
    assert "<mark>Harbour</mark>" in database.with_name("out.md").read_text(encoding="utf-8")


async def test_what_is_exported_with_a_key_keeps_the_tags_that_the_article_gives_itself(database: Path) -> None:
    out = database.with_name("out.md")
    tagged = f"---\ntitle: Harbour board rejects ferry plan\ntags: [ferries, harbour]\n---\n\n{ARTICLE}"
    async with reading(database, tagged) as (pilot, screen):
        await export(pilot, screen, out)
    assert "\ntags:\n- ferries\n- harbour\narticle-tags:\n" in out.read_text(encoding="utf-8")


async def test_exporting_with_a_key_writes_the_file(database: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.md"
    async with reading(database) as (pilot, screen):
        await go_to(pilot, screen, QUOTE)
        await pilot.press("y")
        await until(pilot, lambda: screen.workspace.annotations)
        await export(pilot, screen, out)
    assert "<mark>“We have not cut a single post,”</mark>" in out.read_text(encoding="utf-8")


async def test_a_selected_claim_stays_in_sight_when_the_window_becomes_small(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db", size=(120, 36)) as (pilot, screen):
        low, high = screen.pane.visible_span
        last = max(i for i, item in enumerate(screen.workspace.items) if low <= item.span[0] < high)
        while screen.pane.selected != last:
            await pilot.press("]")
        assert screen.pane.visible_span[0] == low
        at = screen.workspace.items[last].span[0]
        await pilot.resize_terminal(120, 12)
        await until(pilot, lambda: screen.pane.visible_span[0] <= at < screen.pane.visible_span[1])
        assert screen.pane.visible_span[0] > low
