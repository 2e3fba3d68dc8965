"""A dialog with a list of rows that is filtered as one types, of which one is chosen; a line under it explains it."""

from tui.dialogs.dialog import TALL, Answer, Dialog
from tui.widgets.row_list import RowList


class Rows(Dialog[Answer | None]):
    """A subclass yields a line, a `RowList` and what is ``about`` it, and answers with what is chosen."""

    DEFAULT_CSS = """
    Rows {
        & RowList { height: 3; }
        & .about { height: 1; color: $text-muted; text-align: right; text-wrap: nowrap; text-overflow: ellipsis; }
        &.-short .about { display: none; }
    }
    """

    def fit(self, most: int) -> None:
        """Leave room for the box around the list, which has ``most`` rows while nothing is typed."""
        height = self.app.size.height
        room = max(3, height - (10 if height >= TALL else 5))
        self.query_one(RowList).styles.height = min(room, max(3, most))

    def action_move(self, by: int) -> None:
        """Choose another row; from the last one the first, and back."""
        listed = self.query_one(RowList)
        if listed.chosen is not None:
            listed.choose((listed.chosen + by) % listed.count)

    def action_cancel(self) -> None:
        """Leave it at what was."""
        self.dismiss(None)
