"""Reading a plain text in UTF-8 loads no parser, so that the first screen does not wait for one."""

import subprocess
import sys
from pathlib import Path

PROBE = """
import sys
from store.importing import read_file
read_file(sys.argv[1])
print(*sorted({"markdown_it", "mdit_py_plugins", "yaml", "charset_normalizer"} & set(sys.modules)))
"""


def _loaded(path: Path) -> str:
    return subprocess.run(
        [sys.executable, "-c", PROBE, path], capture_output=True, text=True, check=True
    ).stdout.strip()


def test_plain_text_loads_no_parser_and_no_detector(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text("Plain ‘text’.\nIn two paragraphs.\n", encoding="utf-8")
    assert _loaded(path) == ""


def test_markdown_without_front_matter_loads_no_yaml(tmp_path: Path) -> None:
    path = tmp_path / "article.md"
    path.write_text("# Markdown\n", encoding="utf-8")
    assert _loaded(path) == "markdown_it mdit_py_plugins"
