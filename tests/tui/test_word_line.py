"""The lines of words around the article: there while they have something to say, and each only itself."""

import pytest
from textual.app import App, ComposeResult

from tests.tui.reading import until
from tui.widgets.hint import Hint
from tui.widgets.notice import Notice
from tui.widgets.word_line import WordLine


class Stage(App[None]):
    """Both lines."""

    def compose(self) -> ComposeResult:
        yield Notice()
        yield Hint()


@pytest.mark.parametrize("kind", [Hint, Notice])
async def test_a_line_is_there_while_it_has_words_and_is_never_taken_for_the_other(kind: type[WordLine]) -> None:
    stage = Stage()
    async with stage.run_test(size=(40, 6)) as pilot:
        line = stage.query_one(kind)
        assert stage.query_one(kind.__name__) is line
        assert not line.display
        line.say("v selects\x1b[2J [bold]here")
        await until(pilot, lambda: line.region.height == 1)
        assert str(line.render()) == "v selects␛[2J [bold]here"
        assert [one for one in stage.query(WordLine) if one.display] == [line]
        line.say("")
        await until(pilot, lambda: not line.display)


async def test_a_notice_that_is_wider_than_the_window_goes_on_in_another_line() -> None:
    stage = Stage()
    async with stage.run_test(size=(40, 6)) as pilot:
        notice = stage.query_one(Notice)
        for words, lines in (("word " * 7, 1), ("word " * 14, 2), ("word " * 7, 1)):
            notice.say(words)
            await until(pilot, lambda lines=lines: notice.region.height == lines)  # type: ignore[misc]
