"""Which finder reads a text: the trained tagger; the rules where its model cannot be loaded; quotation marks alone in
other languages.

The model is loaded when a text is first to be read, once a process, whichever thread asks.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from claims import rules, tagger
from claims.attributions import Finder
from claims.language import is_english
from claims.quotes_only import NAME as QUOTATIONS
from claims.quotes_only import QuotationFinder

if TYPE_CHECKING:
    from claims.tagger.network import Model

NOT_ENGLISH = "Taken for another language than English, so only quotations are marked."


@dataclass(frozen=True, slots=True)
class Choice:
    """A finder, and in a plain line each what whoever reads its claims should know."""

    finder: Finder
    notices: tuple[str, ...] = ()


class Chooser:
    """Chooses between the finders, given the folder of the tagger's model."""

    def __init__(self, folder: Path = tagger.FOLDER) -> None:
        self._folder = folder
        self._lock = Lock()
        self._loaded: Model | str | None = None

    def of(self, text: str, cores: int = 1) -> Choice:
        """The finder for ``text``, which takes no more than so many ``cores``."""
        return self.best(cores=cores) if is_english(text) else Choice(QuotationFinder(), (NOT_ENGLISH,))

    def best(self, *, polnear: bool = False, cores: int = 1) -> Choice:
        """The best finder there is, with ``polnear`` one that marks by that corpus's conventions if it can."""
        model = self._model()
        if isinstance(model, str):
            return Choice(rules.FINDER, (model,))
        from claims.tagger.encoding import GUIDE, POLNEAR
        from claims.tagger.finder import TaggerFinder

        return Choice(TaggerFinder(POLNEAR if polnear else GUIDE, replace(model, cores=cores)))

    def up_to_date(self, engines: Collection[str]) -> str | None:
        """Which of ``engines`` has made a reading that a new one would be no better than; None where none has.

        The model is loaded only where the answer hangs on it: where a text has been read by the rules alone, which may
        have been for want of a model, or before there was one.
        """
        for name in (tagger.NAME, QUOTATIONS):
            if name in engines:
                return name
        name = rules.FINDER.name
        return name if name in engines and isinstance(self._model(), str) else None

    def _model(self) -> "Model | str":
        """The model, or in a line why there is none."""
        with self._lock:
            if self._loaded is None:
                self._loaded = _loaded(self._folder)
            return self._loaded


def _loaded(folder: Path) -> "Model | str":
    try:
        from claims.tagger.network import ModelError, load
    except Exception:  # it is missing, or not made for this machine, of which each release tells in its own way
        return _without_model("numpy cannot be imported")
    try:
        return load(folder)
    except ModelError as error:
        return _without_model(str(error))


def _without_model(why: str) -> str:
    return f"Found by rules: the trained model cannot be used ({why})."


IN_USE = Chooser()
"""The chooser of this process."""


def up_to_date(engines: Collection[str]) -> str | None:
    """Which of ``engines``, that have read a text, need not read it again; see `Chooser.up_to_date`."""
    return IN_USE.up_to_date(engines)
