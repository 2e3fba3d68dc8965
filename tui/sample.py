"""An article that comes with the program, to be tried on. People, town and outlet in it are invented."""

from importlib.resources import files

from store.article import Imported
from store.importing import read_stream


def sample() -> Imported:
    """The article, as if it came through standard input: where the program is kept is no place of an article."""
    with files("tui").joinpath("data/sample.md").open("rb") as stream:
        return read_stream(stream, "the sample")
