"""What is drawn on the text is chosen layer by layer and kept; one claim can be looked at alone."""

from pathlib import Path

import pytest
from textual.widgets import Input

from claims.model import Caveat, Claim, Hedge, Quantity, Reading, Sentence
from tests.tui.dialog_stage import screen_text
from tests.tui.pane_drafts import PaneApp, claim, painted, paragraphs, passage, span_of
from tests.tui.reading import go_to, reading, until
from tui.dialogs.layers import LayersDialog
from tui.widgets.article.layers import AT_FIRST, LAYERS, Layer, from_kept, kept
from tui.widgets.article.pane import ArticlePane

DOCUMENT = paragraphs("The board said that 40 ferries may go. It was not verified.", "Ferries are dear.", "So it is.")
FOUND = Claim(
    content=(span_of(DOCUMENT, "that 40 ferries may go"),),
    source=(span_of(DOCUMENT, "The board"),),
    cue=(span_of(DOCUMENT, "said"),),
    hedges=(Hedge(span_of(DOCUMENT, "may"), "source"),),
    quantities=(Quantity(span_of(DOCUMENT, "40"), "count", 40.0),),
    caveats=(0,),
)
READING = Reading(
    "made by hand",
    (FOUND,),
    (Caveat("unverified", span_of(DOCUMENT, "It was not verified.")),),
    tuple(
        Sentence(span_of(DOCUMENT, words), "own-voice" if n else "attributed")
        for n, words in enumerate(
            ("The board said that 40 ferries may go.", "It was not verified.", "Ferries are dear.")
        )
    ),
)
ITEMS = [
    claim(DOCUMENT, "that 40 ferries may go", "The board", "said", number=1),
    passage(DOCUMENT, "Ferries are dear", note="Since when?"),
]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "sayso.db"


def look(pane: ArticlePane, words: str) -> tuple[object, ...]:
    """How the first of ``words`` is painted: underlined, bold, italic, dim, on what ground."""
    y, row = next((y, row) for y, row in enumerate(painted(pane)) if words in row)
    style = pane.render_line(y).crop(row.index(words), row.index(words) + 1)._segments[0].style
    assert style is not None
    return style.underline, style.bold, style.italic, style.dim, style.bgcolor


WORDS: dict[Layer, str] = {
    "claims": "that 40",
    "hedges": "may",
    "caveats": "It was",
    "quantities": "40",
    "notes": "Ferries are dear",
}


@pytest.mark.parametrize("layer", WORDS)
async def test_each_layer_is_drawn_where_it_is_shown_and_nowhere_else(layer: Layer) -> None:
    app = PaneApp(DOCUMENT)
    async with app.run_test(size=(90, 12)):
        app.pane.mark(ITEMS, READING)
        app.pane.show_layers(frozenset())
        plain = {words: look(app.pane, words) for words in WORDS.values()}
        assert len(set(plain.values())) == 1
        app.pane.show_layers(frozenset({layer}))
        assert look(app.pane, WORDS[layer]) != plain[WORDS[layer]]
        app.pane.show_layers(frozenset())
        assert {words: look(app.pane, words) for words in WORDS.values()} == plain


async def test_a_number_and_a_pen_go_with_their_layers() -> None:
    app = PaneApp(DOCUMENT)
    async with app.run_test(size=(90, 12)):
        app.pane.mark(ITEMS, READING)
        shown = "".join(painted(app.pane))
        assert "¹The board" in shown
        assert "dear▏✎" in shown
        app.pane.show_layers(frozenset({"hedges"}))
        assert not {"¹", "✎", "▏"} & set("".join(painted(app.pane)))


async def test_the_selected_claim_is_drawn_though_claims_are_not_shown() -> None:
    app = PaneApp(DOCUMENT)
    async with app.run_test(size=(90, 12)):
        app.pane.mark(ITEMS, READING)
        app.pane.show_layers(frozenset())
        app.pane.selected = 0
        assert look(app.pane, "that 40")[0]


def test_what_is_kept_of_layers_is_what_was_shown() -> None:
    assert from_kept(kept(frozenset(LAYERS))) == frozenset(LAYERS)
    assert from_kept(kept(frozenset())) == frozenset()
    assert from_kept(None) == AT_FIRST
    assert from_kept("claims, own voice, \x1b[31m, a layer of another time") == {"claims", "own voice"}


async def test_layers_are_switched_by_digit_by_space_and_by_mouse_and_at_once(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await pilot.press("z")
        await until(pilot, lambda: isinstance(pilot.app.screen, LayersDialog))
        await pilot.press("1")
        await until(pilot, lambda: screen.pane.shown == {"notes"})
        await pilot.press("down", "space")
        await until(pilot, lambda: screen.pane.shown == {"notes", "attitudes"})
        assert screen.workspace.attitudes
        await until(pilot, lambda: "○ claims" in screen_text(pilot.app))
        await pilot.click("OptionList", offset=(4, 2))
        await until(pilot, lambda: screen.pane.shown == {"notes", "attitudes", "hedges"})
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)


async def test_what_was_chosen_is_drawn_the_next_time_too(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await pilot.press("z", "4", "1", "escape", "A")
        await until(pilot, lambda: screen.pane.shown == {"notes", "caveats", "attitudes"})
    async with reading(database) as (pilot, screen):
        await until(pilot, lambda: screen.pane.shown == {"notes", "caveats", "attitudes"})
        assert screen.workspace.attitudes


async def test_one_claim_alone_is_lit_and_goes_along_with_the_reader(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await pilot.press("f")
        assert not screen.pane.focused_on
        await go_to(pilot, screen, "that it had rejected")
        await pilot.press("f")
        await until(pilot, lambda: screen.pane.focused_on)
        await until(pilot, lambda: "This claim only · ] [ go on · f all again" in screen_text(pilot.app))
        lit, dark = look(screen.pane, "it had rejected"), look(screen.pane, "We have not")
        assert lit[0]
        assert not dark[0]
        await go_to(pilot, screen, "“We have not")
        assert look(screen.pane, "We have not")[0]
        assert not look(screen.pane, "it had rejected")[0]
        await pilot.press("f")
        await until(pilot, lambda: look(screen.pane, "it had rejected")[0])


async def test_without_colour_all_but_the_claim_is_dim(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = PaneApp(DOCUMENT)
    async with app.run_test(size=(90, 12)):
        app.pane.mark(ITEMS, READING)
        app.pane.selected = 0
        app.pane.focused_on = True
        assert [bool(look(app.pane, words)[3]) for words in ("that 40", "It was", "So it is")] == [False, True, True]


async def test_moving_the_light_moves_no_text() -> None:
    app = PaneApp(DOCUMENT)
    async with app.run_test(size=(40, 12)):
        app.pane.mark(ITEMS, READING)
        before = [row[4:] for row in painted(app.pane)]
        app.pane.focused_on = True
        app.pane.selected = 0
        assert [row[4:] for row in painted(app.pane)] == before


async def test_one_claim_alone_is_shown_where_it_was_off_the_screen(database: Path) -> None:
    article = "Ada Bo said that one fell.\n\n" + "Nothing went on.\n\n" * 60 + "Cy Do said that two fell.\n"
    async with reading(database, article) as (pilot, screen):
        await go_to(pilot, screen, "that one")
        await pilot.press("G")
        await until(pilot, lambda: screen.pane.visible_span[0] > 100)
        await pilot.press("f")
        await until(pilot, lambda: screen.pane.focused_on and screen.pane.visible_span[0] < 20)
        # With a filter it is what that shows.
        await pilot.press("f", "backslash")
        await until(pilot, lambda: isinstance(screen.focused, Input))
        await pilot.press(*"two", "enter", "g")
        await until(pilot, lambda: screen.pane.visible_span[0] < 20 and screen.pane.has_focus)
        await pilot.press("f")
        await until(pilot, lambda: "two fell" in screen.pane.text[slice(*screen.pane.visible_span)])
