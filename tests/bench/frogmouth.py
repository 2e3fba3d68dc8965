"""Opening and scrolling the same Markdown in Sayso and in frogmouth, another reader made with Textual, in turn.

``make bench-frogmouth`` puts that into an environment of its own, whose command is the argument here.
"""

import statistics
import sys
import tempfile
from pathlib import Path

from tests.bench.articles import plain
from tests.bench.painting import Painted, paint, sayso

RUNS = 3
SIZES = (100_000, 1_000_000)
KEYS = ["j", " ", "j", " "] * 4


def frogmouth(command: str, folder: Path) -> None:
    """Measure and print."""
    for size in SIZES:
        file = folder / f"{size}.md"
        file.write_text(_markdown(size), encoding="utf-8")
        rows: dict[str, list[Painted]] = {"Sayso": [], "frogmouth": []}
        for run in range(RUNS):
            rows["Sayso"].append(paint(sayso(folder / f"{size}-{run}.db", file), "Yardtitle", KEYS))
            rows["frogmouth"].append(paint([command, str(file)], "Yardtitle", KEYS))
        print(f"{size // 1000:,} kB of Markdown, medians of {RUNS}")
        for name, painted in rows.items():
            first = statistics.median(one.first for one in painted)
            lags = sorted(lag for one in painted for lag in one.lags)
            print(
                f"  {name:10} first text {first:6.0f} ms, key to paint {statistics.median(lags):.0f} ms, "
                f"at most {lags[-1]:.0f} ms, peak {max(one.peak for one in painted):.0f} MiB"
            )
        pairs = zip(rows["frogmouth"], rows["Sayso"], strict=True)
        print(f"  frogmouth / Sayso, first text: {statistics.median(a.first / b.first for a, b in pairs):.1f}")


def _markdown(size: int) -> str:
    parts = ["# Yardtitle"]
    for i, line in enumerate(plain(size).splitlines()):
        parts += [f"## Section {i}"] * (not i % 8) + [line]
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        frogmouth(sys.argv[1], Path(place))
