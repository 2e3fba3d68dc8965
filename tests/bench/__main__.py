"""``make bench``: medians of seven, each beside what it is measured against."""

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.bench.articles import SAMPLES, plain
from tests.bench.engine import engines
from tests.bench.memory import memory
from tests.bench.painting import BARE, Painted, paint, sayso
from tests.bench.panel import MEDIAN, P95, panel
from tests.bench.targets import beside, end
from tests.bench.waiting import waiting

RUNS = 7
START = 1.5
"""Times the start of a bare Textual app that the first text of 600 words takes at most."""
SEED = Path(__file__).parents[3] / "shared" / "articles"


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        for measure in (painting, waiting, panel, memory, working):
            place = Path(folder, measure.__name__)
            place.mkdir()
            measure(place)
    engines()
    end()


def painting(folder: Path) -> None:
    """First paint and key to paint, in a real pseudo-terminal."""
    short, ten, big = (folder / name for name in ("seed.txt", "10kB.txt", "10MB.txt"))
    seeds = sorted(SEED.glob("*.txt"))
    words = plain(6_000).split()[:600]
    usual = folder / "600 words.txt"
    usual.write_text("\n".join(" ".join(words[i : i + 60]) for i in range(0, 600, 60)), encoding="utf-8")
    short.write_text(seeds[0].read_text(encoding="utf-8") if seeds else plain(5_000), encoding="utf-8")
    ten.write_text(plain(10_000), encoding="utf-8")
    big.write_text(plain(10_000_000), encoding="utf-8")
    jobs: dict[str, Callable[[int], Painted]] = {
        "bare Textual app": lambda _: paint(BARE, "bare minimum"),
        "600 words": lambda run: paint(sayso(folder / f"w{run}.db", usual), "Yardstick"),
        "short article": lambda run: paint(sayso(folder / f"a{run}.db", short), short.read_text()[:12]),
        "Markdown sample": lambda run: paint(sayso(folder / f"b{run}.db", SAMPLES / "war-wire.md"), "said"),
        "10 kB": lambda run: paint(sayso(folder / f"c{run}.db", ten), "Yardstick"),
        # While claims are being looked for, only keys that paint by themselves: others would measure the progress.
        "10 MB": lambda run: paint(
            sayso(folder / f"d{run}.db", big), "Yardstick", ["j", "k", " ", "d", "u"] * 8 if run == 0 else []
        ),
        "10 MB, claims found": lambda run: paint(
            sayso(found(folder / "found.db", big), big),
            "Yardstick",
            [" ", "j", "]", "k"] * 10 if run == 0 else [],
            ready="unreviewed",
        ),
    }
    # In turn, so that a machine that slows down slows all of them.
    found(folder / "found.db", big)
    results: dict[str, list[Painted]] = {name: [] for name in jobs}
    for run in range(RUNS):
        for name, job in jobs.items():
            results[name].append(job(run))
    firsts = {name: statistics.median(p.first for p in painted) for name, painted in results.items()}
    bare = results["bare Textual app"]
    print(f"first painted text, medians of {RUNS}")
    for name, painted in results.items():
        # Each beside the bare one of its own turn.
        times = statistics.median(one.first / plainly.first for one, plainly in zip(painted, bare, strict=True))
        best = min(one.first for one in painted) / min(one.first for one in bare)
        target = f"  {beside(f'first text of {name}', best, START, 'x')}" if name == "600 words" else ""
        line = f"  {name:20} {firsts[name]:6.0f} ms  {times:5.2f} x bare, {best:.2f} at best{target}"
        lags = sorted(lag for p in painted for lag in p.lags)
        if lags:
            slow = lags[int(0.95 * (len(lags) - 1))]
            median = beside(f"key to paint, {name}", statistics.median(lags), MEDIAN, "ms")
            line += f"  key to paint {median}, 95 % under {beside(f'95 % of {name}', slow, P95, 'ms')}"
        print(f"{line}  peak {max(p.peak for p in painted):.0f} MiB")
    print(f"  10 MB / 10 kB        {firsts['10 MB'] / firsts['10 kB']:.2f}")


def found(database: Path, file: Path) -> Path:
    """``database`` with ``file`` and its claims in it: those of the rules, which take a tenth of the tagger's time."""
    import claims
    from claims import rules, tagger
    from store.importing import read_file
    from store.library import Library

    if not database.exists():
        with Library(database) as library:
            imported = read_file(file)
            article, _ = library.articles.add(imported)
            reading = claims.read(imported.document.text, finder=rules.FINDER)
            library.readings.keep(article, reading._replace(engine=tagger.NAME))
    return database


def working(folder: Path) -> None:
    """Claims of an article, its import and its export, inside one process."""
    import claims
    from store.exporting import export_article
    from store.importing import read_file
    from store.library import Library

    text = folder / "600 words.txt"
    words = plain(6_000).split()[:600]
    text.write_text(" ".join(words), encoding="utf-8")
    article_text = "\n".join(" ".join(words[i : i + 60]) for i in range(0, 600, 60))
    with Library(folder / "work.db") as library:
        sample, _ = library.articles.add(read_file(SAMPLES / "war-wire.md"))
        library.readings.read(sample)
        jobs: dict[str, Callable[[], object]] = {
            "claims of 600 words": lambda: claims.read(article_text),
            "import a plain text": lambda: read_file(text),
            "import a Markdown sample": lambda: read_file(SAMPLES / "war-wire.md"),
            "export a sample": lambda: export_article(library, sample, unreviewed=True),
        }
        print(f"work, medians of {RUNS}")
        for name, job in jobs.items():
            job()
            times = []
            for _ in range(RUNS):
                start = time.perf_counter()
                job()
                times.append(1000 * (time.perf_counter() - start))
            print(f"  {name:26} {statistics.median(times):6.1f} ms")


if __name__ == "__main__":
    main()
