"""Component classes are styled when something is first drawn with them."""

import pytest
from textual.app import App, ComposeResult
from textual.color import Color
from textual.widget import Widget

from tui.widgets.late_styles import LateStyles


class Many(LateStyles, Widget):
    DEFAULT_CSS = """
    Many { height: 1; }
    Many > .many--words { color: $primary; }
    """
    LATE_CSS = "Many > .many--other { color: $error; }"
    COMPONENT_CLASSES = {"many--words", "many--other"}


class ManyApp(App[None]):
    def compose(self) -> ComposeResult:
        yield Many()


async def test_what_nothing_is_drawn_with_is_not_styled() -> None:
    async with ManyApp().run_test() as pilot:
        many = pilot.app.query_one(Many)
        assert many.get_component_styles("many--words").color == Color.parse(pilot.app.theme_variables["primary"])
        assert set(many._component_styles) == {"many--words"}


async def test_another_theme_gives_it_other_colours() -> None:
    async with ManyApp().run_test() as pilot:
        many = pilot.app.query_one(Many)
        before = many.get_component_styles("many--words").color
        pilot.app.theme = "gruvbox"
        await pilot.pause()
        after = many.get_component_styles("many--words").color
        assert after == Color.parse(pilot.app.theme_variables["primary"]) != before


async def test_its_late_rules_are_read_with_the_first_of_its_classes() -> None:
    async with ManyApp().run_test() as pilot:
        assert not pilot.app.stylesheet.has_source("", "Many.LATE_CSS")
        many = pilot.app.query_one(Many)
        assert many.get_component_styles("many--other").color == Color.parse(pilot.app.theme_variables["error"])
        pilot.app.theme = "gruvbox"
        await pilot.pause()
        assert many.get_component_styles("many--other").color == Color.parse(pilot.app.theme_variables["error"])


async def test_one_that_the_widget_does_not_have_is_an_error() -> None:
    async with ManyApp().run_test() as pilot:
        with pytest.raises(KeyError):
            pilot.app.query_one(Many).get_component_styles("many--none")
