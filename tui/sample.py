"""An article that comes with the program, to be tried on. People, town and outlet in it are invented."""

from importlib.resources import files
from io import BytesIO

from store.article import Imported
from store.importing import read_stream


def sample() -> Imported:
    """The article, as if it came through standard input: where the program is kept is no place of an article."""
    return read_stream(BytesIO(files("tui").joinpath("data/sample.md").read_bytes()), "the sample")
