"""Text that tries to work the terminal: shown as text everywhere, and nowhere obeyed."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.e2e.hostile import all_at, attacks, breaches, copied, markers_painted
from tests.terminal import PATIENCE, SAYSO, Terminal, reader, run

NAME = "evil\x1b]0;ZQname\x07[red]\u202e\u009b31m.md"


def article() -> str:
    """Attacks in every part of an article, and a claim with each of them."""
    claims = [
        f"Minister {speaker} said on Monday that bridge {content} was shut."
        for speaker, content in zip(attacks("speaker").values(), attacks("content").values(), strict=True)
    ]
    front = {"title": "Bridge " + all_at("title"), "author": all_at("author"), "outlet": all_at("outlet")}
    cells = "\n".join(f"| {cell} | open |" for cell in attacks("cell").values())
    return "\n\n".join(
        [
            # JSON's escapes are YAML's: the characters themselves come to be when the front matter is read.
            "\n".join(["---", *(f"{key}: {json.dumps(value)}" for key, value in front.items()), "---"]),
            *(f"## {heading}" for heading in attacks("heading").values()),
            *(f"Here stands {words} in the text." for words in attacks("body").values()),
            f"[an address](<https://evil.example/{all_at('address')}>)",
            f"| Bridge | State |\n|---|---|\n{cells}",
            "```\n" + "\n".join(attacks("code").values()) + "\n```",
            *(f"And `{code}` in a line." for code in attacks("inline").values()),
            *claims,
            "Here the article ends.",
        ]
    )


@pytest.fixture(scope="module")
def evil(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("evil") / NAME
    path.write_text(article(), encoding="utf-8")
    return str(path)


@pytest.fixture(scope="module")
def added(evil: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library that holds the article; to be copied."""
    path = tmp_path_factory.mktemp("library") / "sayso.db"
    assert run(path, "add", evil).returncode == 0
    return path


def test_it_is_shown_as_text_wherever_it_stands_and_never_reaches_the_terminal(
    database: Path, evil: str, tmp_path: Path
) -> None:
    # So high that the whole article is on the screen at once.
    with reader(database, evil, cwd=tmp_path, rows=400) as terminal:
        terminal.until(lambda words: "unreviewed" in words and "Here the article ends." in words)
        places = ("heading", "body", "cell", "code", "inline", "speaker", "content")
        assert markers_painted(terminal.raw) >= {marker for place in places for marker in attacks(place)}
        terminal.resize(120, 40)
        terminal.until(lambda words: "unreviewed" in words and "/ Search" in words)
        _walk(terminal)
        _write_on_the_last_claim(terminal)
        quoted = _copy(terminal)
        _look_around(terminal)
        terminal.press("L")
        terminal.until(lambda words: "Unreviewed" in words and "ZQtitlecolour" in words)
        _find(terminal)
        terminal.press("enter")
        terminal.until("unreviewed")
        terminal.press("q")
        terminal.until("Unreviewed")
        terminal.press("q")
        assert terminal.wait() == 0
        assert not list(breaches(terminal.raw, quoted))


def _copy(terminal: Terminal) -> list[str]:
    """Copy the last claim; what the terminal was given, which is that claim with its source."""
    terminal.press("Y")
    terminal.until("Copied as it is reported")
    quoted = copied(terminal.raw)
    assert len(quoted) == 1
    assert markers_painted(quoted[0].encode()) >= {"ZQcontentstyle", "ZQspeakerstyle", "ZQtitlecolour"}
    return quoted


def _walk(terminal: Terminal) -> None:
    """Step through every claim, once all are known."""
    terminal.until("found by the trained tagger")
    claims = int(terminal.words.partition(" unreviewed")[0].split()[-1])
    terminal.press("g", *["]"] * (claims + 1))
    terminal.until("That was the last claim.")


def _write_on_the_last_claim(terminal: Terminal) -> None:
    terminal.press("a")
    terminal.until("Save and close")
    terminal.paste(all_at("note"))
    terminal.until("ZQnotestyle")
    terminal.press("ctrl+s")
    terminal.until(lambda words: "Save and close" not in words and "✎" in words)
    terminal.press("s")
    terminal.until("Assess claim")
    terminal.press("tab")
    terminal.until(lambda _: terminal.cells("none yet")[0].bold)
    terminal.press("tab")
    terminal.until(lambda _: not terminal.cells("none yet")[0].bold)
    terminal.paste(in_one_line(all_at("reason")))
    terminal.until("ZQreasonstyle")
    terminal.press("enter")
    terminal.until("∵")
    terminal.press("t")
    terminal.until("separate tags by commas")
    terminal.paste(in_one_line(",".join(attacks("tag").values())))
    terminal.until("ZQtagstyle")
    terminal.press("enter")
    terminal.until(lambda words: "#" in words and "Complete" not in words)


def in_one_line(text: str) -> str:
    """``text`` without what ends a line: a field takes the first line of what is pasted."""
    return " ".join(text.splitlines())


def _look_around(terminal: Terminal) -> None:
    """Search, look at the help, export."""
    terminal.press("/")
    terminal.until("words to look for")
    terminal.paste(in_one_line(all_at("query")))
    terminal.until("ZQquerystyle")
    terminal.press("enter")
    terminal.until("Not found:")
    terminal.press("?")
    terminal.until("next claim, previous")
    terminal.press("q")
    terminal.until(lambda words: "next claim, previous" not in words)
    terminal.press("e")
    terminal.until("Export as Markdown")
    terminal.paste(in_one_line(all_at("path")))
    terminal.until("There is no folder")
    terminal.press("escape")
    terminal.until("Forget what you wrote")
    terminal.press("y")
    terminal.until(lambda words: "Export as Markdown" not in words)
    terminal.press("e")
    terminal.until("A new file.")
    terminal.press("enter")
    terminal.until("Wrote")


def _find(terminal: Terminal) -> None:
    """Search the library, from where nothing but the library is on the screen."""
    terminal.press("/")
    terminal.until("begin*")
    for query, found in (("zqnote*", "ZQnote"), ("speaker:zqspeaker*", "ZQspeaker"), ("zqtitle*", "ZQtitle")):
        terminal.paste(query)
        terminal.until(lambda words, query=query, found=found: query in words and found in words)
        terminal.press("\x15")
        terminal.until("what to look for in the library")
    terminal.paste(in_one_line(all_at("query")))
    terminal.until("Nothing found.")
    terminal.press("escape")
    terminal.until("Unreviewed")


COMMANDS = {
    "claims": ["claims", "{file}"],
    "list": ["list"],
    "note": ["note", "1", "--quote", "[/red] in the text", "--note", all_at("note"), "--tag", all_at("tag")],
    "export": ["export", "1", "--unreviewed"],
    "search": ["search", "bridge"],
    "not found": ["search", all_at("query")],
    "missing": ["claims", f"nowhere{NAME}"],
    "unknown": ["export", all_at("article")],
    "not in it": ["note", "1", "--quote", all_at("quote"), "--note", "a"],
    "no folder": ["export", "1", "-o", f"nowhere{NAME}/out.md"],
    "database": ["list", "--db", f"/dev/null/{NAME}"],
    "written": ["export", "1", "-o", f"out{NAME}"],
    "settings": ["keys", "--config", "{settings}"],
    "no settings": ["keys", "--config", f"nowhere{NAME}"],
    "usage": ["claims", "one.md", all_at("argument")],
}


@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_passes_it_on_to_a_terminal_or_a_pipe(
    database: Path, added: Path, evil: str, tmp_path: Path, name: str
) -> None:
    shutil.copy(added, database)
    # JSON's strings are TOML's, but for the one character that JSON lets stand.
    hostile = json.dumps(all_at("settings")).replace("\x7f", "\\u007f").replace("\\udb40\\udc01", "")
    settings = tmp_path / f"settings{NAME}"
    settings.write_text(f"{hostile} = 1\n[keys]\n{hostile} = {hostile}\n", encoding="utf-8")
    given = {"{file}": evil, "{settings}": str(settings)}
    command = [SAYSO, "--db", str(database), *(given.get(part, part) for part in COMMANDS[name])]
    with Terminal(command, cwd=tmp_path) as terminal:
        terminal.wait()
        assert terminal.raw.strip()
        assert not list(breaches(terminal.raw))
    piped = subprocess.run(command, capture_output=True, check=False, timeout=2 * PATIENCE, cwd=tmp_path)
    assert piped.stdout + piped.stderr
    assert not list(breaches(piped.stdout + piped.stderr))


@pytest.mark.parametrize(
    "arguments",
    [
        ["add", "{file}"],
        ["list"],
        ["search", "bridge"],
        ["claims", "{file}"],
        ["note", "1", "--quote", "[/red] in the text", "--note", all_at("note"), "--tag", all_at("tag")],
    ],
    ids=lambda arguments: arguments[0],
)
def test_json_stays_json_and_holds_no_such_text_either(
    database: Path, added: Path, evil: str, arguments: list[str]
) -> None:
    shutil.copy(added, database)
    done = run(database, *(evil if part == "{file}" else part for part in arguments), "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)
    assert not list(breaches(done.stdout.encode()))
