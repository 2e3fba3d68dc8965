"""``python -m tests.bench.library [ARTICLES [FOLDER]]``: what a library of a hundred thousand articles costs.

Each figure stands beside the same one of a library of a thousand, taken in turn with it. In FOLDER the libraries are
kept for the next time; the large one takes a few gigabytes.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from random import Random

from store.library import Library
from store.noting import on_passage
from store.searching.query import parse
from tests.bench.synthetic import ANNOTATIONS, fill, vocabulary
from tui.app import SaysoApp
from tui.screens.library import LibraryScreen
from tui.screens.reading.reader import ReaderScreen
from tui.widgets.article_table import ArticleTable

FEW, MANY = 1_000, 100_000
RUNS, NOTES, SEARCHES = 15, 60, 200
Times = list[float]
"""In milliseconds."""


def main() -> None:
    """Measure, print, and fail where a figure has grown too much."""
    many = int(sys.argv[1]) if len(sys.argv) > 1 else MANY
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(temporary)
        libraries = [made(folder, articles) for articles in (FEW, many)]
        found = searches(libraries)
        # In turn, so that a machine that slows down slows both.
        rows: list[tuple[str, list[Times], float, float]] = [
            ("open the library screen", asyncio.run(on_screen(libraries, library_screen)), 0.5, 3),
            ("open an article", asyncio.run(on_screen(libraries, article_screen)), 0.5, 3),
            (f"search, 95 % of {SEARCHES}", found, 0.95, 5),
            ("search, median", found, 0.5, 5),
            ("search and count all, median", searches(libraries, counted=True), 0.5, 5),
            ("save a note", notes(libraries), 0.5, 3),
        ]
    print(f"{'':28}{FEW:>9,} articles {many:>9,} articles   ratio (at most)")
    grown = [line(*row) for row in rows]
    if any(grown):
        sys.exit("something has grown too much with the library")


def line(name: str, times: list[Times], share: float, most: float) -> bool:
    """Print a figure of both libraries, and return whether it has grown too much."""
    few, many = (statistics.quantiles(some, n=100, method="inclusive")[round(100 * share) - 1] for some in times)
    print(f"{name:28}{few:>15.1f} ms {many:>15.1f} ms {many / few:>7.2f} ({most:g})")
    return many / few > most


def made(folder: Path, articles: int) -> Path:
    """The library of that many articles, made if it is not there."""
    database = folder / f"{articles}.db"
    if not database.exists():
        started = time.perf_counter()
        fill(part := database.with_suffix(".part"), articles)
        part.rename(database)
        taken = time.perf_counter() - started
        print(f"made {articles:,} articles, {ANNOTATIONS * articles:,} annotations in {taken:.0f} s")
    print(f"{articles:,} articles: {database.stat().st_size / 1_000_000:,.0f} MB", flush=True)
    return database


async def on_screen(libraries: list[Path], opened: Callable[[SaysoApp, Random], Awaitable[float]]) -> list[Times]:
    """How long it takes to open a screen, in an application that is running."""
    apps = [SaysoApp(database) for database in libraries]
    times: list[Times] = [[] for _ in libraries]
    for app, some in zip(apps, times, strict=True):
        random = Random(1)
        async with app.run_test(size=(120, 36)):
            await _until(partial(_listed, app))
            for _ in range(RUNS):
                some.append(await opened(app, random))
                await app.action_leave()
        app.close()
    return times


async def library_screen(app: SaysoApp, _random: Random) -> float:
    """Until the first rows are painted."""
    started = time.perf_counter()
    screen = LibraryScreen(app.desk)
    await app.push_screen(screen)
    await _until(lambda: _rows(screen))
    return await _painted(screen, started)


async def article_screen(app: SaysoApp, random: Random) -> float:
    """Until the text with its claims and annotations is painted."""
    article = random.randrange(1, await app.desk.do(lambda library: library.articles.count()) + 1)
    started = time.perf_counter()
    await app.action_open(article)
    screen = app.screen
    assert isinstance(screen, ReaderScreen)
    await _until(lambda: screen.workspace.items and not screen.panel.loading_claims)
    return await _painted(screen, started)


def searches(libraries: list[Path], *, counted: bool = False) -> list[Times]:
    """All kinds of searches, each of them once in each library; where ``counted``, all places counted too."""
    random, words = Random(2), vocabulary().words
    times: list[Times] = [[] for _ in libraries]
    opened = [Library(database) for database in libraries]
    for number in range(SEARCHES):
        query = parse(_query(number, random, words))
        for library, some in zip(opened, times, strict=True):
            started = time.perf_counter()
            found = library.search.find(query)
            if counted:
                library.search.counted(query, found)
            some.append(1000 * (time.perf_counter() - started))
    for library in opened:
        library.close()
    return times


def _query(number: int, random: Random, words: tuple[str, ...]) -> str:
    frequent, middling, rare = (words[random.randrange(*ranks)] for ranks in ((1, 30), (100, 1_000), (5_000, 20_000)))
    kinds = (
        frequent,
        middling,
        rare,
        f"{frequent} {middling}",
        f"{middling} {rare}",
        f'"{frequent} {words[random.randrange(1, 30)]}"',
        f"{middling[:3]}*",
        f"speaker:{middling}",
        f"{frequent} tag:tag{random.randrange(1, 200)}",
        f"{middling} outlet:{random.randrange(40)} after:{random.randrange(2008, 2024)}",
        f"{frequent} after:2015-06 before:2015-08",
        f"finding:disputed progress:checked {frequent}",
    )
    return kinds[number % len(kinds)]


def notes(libraries: list[Path]) -> list[Times]:
    """A note on a new passage of an article of any age."""
    random = Random(3)
    times: list[Times] = [[] for _ in libraries]
    opened = [Library(database) for database in libraries]
    counts = [library.articles.count() for library in opened]
    for _ in range(NOTES):
        for library, count, some in zip(opened, counts, times, strict=True):
            article = library.articles.get(random.randrange(1, count + 1))
            text = library.articles.document(article).text
            start = random.randrange(len(text) - 20)
            note = on_passage(article, text, (start, start + 20))
            started = time.perf_counter()
            library.annotations.save(note)
            some.append(1000 * (time.perf_counter() - started))
    for library in opened:
        library.close()
    return times


def _listed(app: SaysoApp) -> bool:
    return isinstance(app.screen, LibraryScreen) and _rows(app.screen) > 0


def _rows(screen: LibraryScreen) -> int:
    tables = screen.query(ArticleTable)
    return tables.first().row_count if tables else 0


async def _until(true: Callable[[], object]) -> None:
    while not true():
        await asyncio.sleep(0.001)


async def _painted(screen: LibraryScreen | ReaderScreen, started: float) -> float:
    painted = asyncio.Event()
    screen.call_after_refresh(painted.set)
    await painted.wait()
    return 1000 * (time.perf_counter() - started)


if __name__ == "__main__":
    main()
