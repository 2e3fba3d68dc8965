"""Which columns the library has room for."""

import pytest

from tui.ordering import Order
from tui.screens.library_columns import heads


@pytest.mark.parametrize("width", [80, 90, 100, 120])
def test_from_eighty_columns_on_every_column_is_there_and_fits(width: int) -> None:
    columns = heads(width, Order("title", descending=False))
    keys = ["title", "outlet", "day", "claims", "unreviewed", "notes", "unplaced"]
    assert [one.key for one in columns] == keys
    assert sum(one.width + 2 for one in columns) + 4 <= width
    assert columns[0].width >= 18
