"""Settings: how the screen was set up is there again, and goes nowhere else."""

from pathlib import Path

from store.library import Library
from store.merging import merge


def test_a_setting_is_there_after_a_restart(path: Path) -> None:
    with Library(path) as library:
        assert library.settings.get("theme") is None
        library.settings.keep("theme", "night")
        library.settings.keep("theme", "day")
        library.settings.keep("sort", "title")
    with Library(path) as library:
        assert library.settings.all() == {"sort": "title", "theme": "day"}
        library.settings.keep("theme", None)
        assert library.settings.get("theme") is None


def test_settings_are_not_merged(path: Path, tmp_path: Path) -> None:
    for place, theme in ((path, "night"), (tmp_path / "other.db", "day")):
        with Library(place) as library:
            library.settings.keep("theme", theme)
    merge(path, tmp_path / "other.db")
    with Library(path) as library:
        assert library.settings.all() == {"theme": "night"}


def test_a_setting_may_be_any_text(library: Library) -> None:
    library.settings.keep("odd\udce9", "\x1b[31m'\udce9")
    assert library.settings.all() == {"odd?": "\x1b[31m'?"}
