"""What is built of parts is one node to Textual, which goes over all that each class of nodes inherits."""

import pytest
from textual.dom import DOMNode

from tui.app import SaysoApp
from tui.screens.library import LibraryScreen
from tui.screens.reading.reader import ReaderScreen
from tui.widgets.article.pane import ArticlePane
from tui.widgets.panel.claims_panel import ClaimsPanel


@pytest.mark.parametrize("whole", [SaysoApp, ReaderScreen, LibraryScreen, ArticlePane, ClaimsPanel])
def test_no_part_is_a_node_by_itself(whole: type) -> None:
    parts = [part for part in whole.__mro__ if part.__module__.startswith("tui.")]

    assert len(parts) > 4
    assert [part for part in parts if issubclass(part, DOMNode)] == [whole]
