"""A file of settings is taken as a whole, or refused with the line and the key of each thing that is wrong."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.reading import reading, until
from tui.config.lines import lines
from tui.config.reading import LARGEST, ConfigError, config_path, parse, read_config
from tui.config.schema import OPTIONS, Config
from tui.widgets.fields import Line

WRONG = [
    ("[look]\ntheme = 'dark'", 2, "look.theme", '"dark" is not possible', '"night"'),
    ("[look]\n\ntheme = 3", 3, "look.theme", "3 is not possible"),
    ("look.motion = true", 1, "look.motion", "true", '"full" or "none"'),
    ("[look]\nmeasure = 3", 2, "look.measure", "3 is not possible", "from 20 to 200"),
    ('[notes]\nmeanings = ["one", "two"]', 2, "notes.meanings", "a list of 5 names"),
    ('[notes]\nmeanings = ["a", "b", "c", "d", " "]', 2, "notes.meanings", "a list of 5 names"),
    ("[look]\ncards = true", 2, "look.cards", "true is not possible", '"auto", "long" or "short"'),
    ("[look]\ndouble-underline = 1", 2, "look.double-underline", "1 is not possible", '"auto", true or false'),
    ("[claims]\nadvance = 'no'", 2, "claims.advance", '"no" is not possible', "true or false"),
    ("[claims]\nfindings = ['false']", 2, "claims.findings", "a list of 6 different ones of", '"unverifiable"'),
    (f"[claims]\nfindings = {['false'] * 6}", 2, "claims.findings", "6 different"),
    (f"[claims]\nfindings = {['1', '2', '3', '4', '5', '6']}", 2, "claims.findings", "6 different"),
    ("[claims]\nfindings = [1, 2, 3, 4, 5, 6]", 2, "claims.findings", "6 different"),
    ("[claim]\nadvance = true", 1, "claim", "no such setting"),
    ("[notes]\nquotation = 'html'", 2, "notes.quotation", '"html" is not possible', '"plain" or "markdown"'),
    ("[look]\nmeasure = true", 2, "look.measure", "true"),
    ("[look]\nmeasure = 80.0", 2, "look.measure", "80.0"),
    ("[look]\nmeasure = 2026-03-02", 2, "look.measure", "a date"),
    (f"[look]\nmeasure = 0x{'f' * 5000}", 2, "look.measure", "such a number"),
    ("[look]\nmeasur = 80", 2, "look.measur", "did you mean look.measure?"),
    ('[keys]\naccept = "k"', 2, "keys.accept", "did you mean claims.accept or bulk.accept?"),
    ("[lok]\nmeasure = 80", 1, "lok", "no such setting"),
    ("look = 3", 1, "look", "no such setting"),
    ("[[look]]\nmeasure = 80", 1, "look", "no such setting"),
    ("keys = 3", 1, "keys", "3 is no table"),
    ('[keys]\n"claims.accept" = "yy"', 2, "keys.claims.accept", '"yy" is no key', '"ctrl+g"'),
    ('[keys]\nclaims.accept = "y"\n\nclaims.reject = "hyper+x"', 4, "keys.claims.reject", "is no key"),
    ('[keys.claims]\naccept = "f17"\nrejct = "x"', 3, "keys.claims.rejct", "did you mean claims.reject?"),
    ('[keys]\nclaims = {accept = "f17",\treject = ""' + ', note = "h,j"}', 2, "keys.claims.note", "are a list"),
    ('[keys]\nclaims.accept = [\n  "f17",\n  "nokey",\n]', 2, "keys.claims.accept", '"nokey" is no key'),
    ("[keys]\nclaims.accept = 1", 2, "keys.claims.accept", "1 is no key", "quotes"),
    ('[keys]\nclaims.accept = "shift+y"', 2, "keys.claims.accept", "capital by itself"),
    ('[keys]\nclaims.accept = "ctrl+m"', 2, "keys.claims.accept", "is Enter to terminals"),
    ('[keys]\napp.palette = "p"', 2, "keys.app.palette", "typed as a letter"),
    ('[keys]\napp.quit = ""', 2, "keys.app.quit", "needs a key"),
    ("[keys]\naround.help = []", 2, "keys.around.help", "needs a key"),
    ('[keys]\n"claims.accept" = "f17"\nclaims.accept = "f18"', 3, "keys.claims.accept", "twice"),
    ('# a comment\n[keys]\nclaims.accept = "x"', 3, "keys.claims.accept", "claims.reject", "too"),
    ('[keys]\nclaims.accept = "k"', 2, 'to free it, write below [keys]: "read.line-up" = '),
    ('[keys]\nclaims.accept = "x"', 2, 'write below [keys]: "claims.reject" = []'),
    ('[keys]\nclaims.accept = "f6"\nclaims.reject = "f6"', 3, "give one of them another"),
    ("[look\ntheme = 1", 1, "expected"),
    ("[look]\ntheme = 'night'\ntheme = 'day'", 3, "overwrite"),
    ("[look]\ntheme = 'night", 2, "line 2"),
]


@pytest.mark.parametrize(("text", "line", "words"), [(text, line, words) for text, line, *words in WRONG])
def test_what_is_wrong_is_told_with_its_line_and_key(text: str, line: int, words: list[str]) -> None:
    with pytest.raises(ConfigError) as refused:
        parse(text, Path("my.toml"))
    said = str(refused.value)
    assert said.startswith(f"my.toml, line {line}"), said
    assert said.endswith("; nothing was opened")
    for word in words:
        assert word in said
    assert len(said.splitlines()) == 1


def test_all_that_is_wrong_is_told_at_once_in_the_order_of_the_file() -> None:
    with pytest.raises(ConfigError) as refused:
        parse('[keys]\nclaims.accept = "yy"\n[look]\ntheme = "x"\n[look.claims]\nreject = "zz"', Path("f"))
    assert [line.split(":")[0] for line in str(refused.value).splitlines()] == [
        "f, line 2, keys.claims.accept",
        "f, line 4, look.theme",
        "f, line 5, look.claims",
    ]


def test_several_things_that_are_wrong_on_one_line_are_all_told() -> None:
    with pytest.raises(ConfigError) as refused:
        parse('[keys]\nclaims = {accept = "yy", reject = "xx", nothing = "f17"}', Path("f"))
    assert [line.split(":")[0] for line in str(refused.value).splitlines()] == [
        "f, line 2, keys.claims.accept",
        "f, line 2, keys.claims.reject",
        "f, line 2, keys.claims.nothing",
    ]


def test_of_very_much_that_is_wrong_the_first_is_told_and_how_much_more_there_is() -> None:
    with pytest.raises(ConfigError) as refused:
        parse("\n".join(f"wrong{n} = 1" for n in range(1000)), Path("f"))
    said = str(refused.value).splitlines()
    assert said[0].startswith("f, line 1, wrong0: ")
    assert said[-1] == "f: and 980 more; nothing was opened"


def test_hostile_names_and_values_are_harmless_in_the_error() -> None:
    name = "\\u001B[2J\\u202Eevil\\n"
    with pytest.raises(ConfigError) as refused:
        parse(
            f'"{name}" = 1\n[keys]\n"{name}" = "{name}"\nclaims.note = "{name}"\n[look]\ntheme="{name}"',
            Path("\x1b]0;f"),
        )
    said = str(refused.value)
    assert len(said.splitlines()) == 4
    assert said.replace("\n", "").isprintable()


def test_good_settings_are_taken() -> None:
    config = parse(
        '[look]\ntheme = "day"\nmotion = "none"\nmeasure = 60\n[keys]\nclaims.accept = ["f17", "ctrl+g"]\n'
        '"claims.tags" = ""\nread.search = "question_mark"\naround.help = "F7"\nclaims.note = "CTRL+ALT+Left"',
        Path("f"),
    )
    assert (config.theme, config.motion, config.measure) == ("day", "none", 60)
    assert config.keys == {
        "claims.accept": ("f17", "ctrl+g"),
        "claims.tags": (),
        "read.search": ("?",),
        "around.help": ("f7",),
        "claims.note": ("alt+ctrl+left",),
    }


def test_each_option_is_a_field_of_the_settings() -> None:
    assert {option.field for option in OPTIONS.values()} | {"keys"} == set(Config._fields)


def test_without_a_file_all_is_as_usual(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SAYSO_CONFIG", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert read_config() == Config()
    assert config_path().name == "config.toml"
    config_path().parent.mkdir(parents=True)
    config_path().write_text("look.measure = 70")
    assert read_config().measure == 70


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda _: None, "no such file"),
        (lambda path: path.mkdir(), "no ordinary file"),
        (lambda path: path.write_bytes(b"# fine\n# \xff"), "line 2: it is not UTF-8"),
        (lambda path: path.write_bytes(b"#" * (LARGEST + 1)), "larger than 64 kB"),
        (lambda path: path.write_text("a = " + "[" * 5000), "nested too deep"),
    ],
    ids=["missing", "folder", "bytes", "large", "deep"],
)
def test_a_file_that_was_named_and_cannot_be_read_is_refused(
    tmp_path: Path, make: "object", words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "my.toml"
    assert callable(make)
    make(path)
    monkeypatch.setenv("SAYSO_CONFIG", str(path))
    with pytest.raises(ConfigError, match=words):
        read_config()
    monkeypatch.delenv("SAYSO_CONFIG")
    with pytest.raises(ConfigError, match=words):
        read_config(str(path))


def test_a_name_that_no_file_can_have_is_refused() -> None:
    with pytest.raises(ConfigError):
        read_config("a\0b")


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_no_bytes_are_more_than_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "fuzzed.toml"
    path.write_bytes(data)
    try:
        read_config(str(path))
    except ConfigError as error:
        assert all(line.isprintable() for line in str(error).splitlines())  # noqa: PT017


_NAMES = st.text("ab.\"'\\\n#[]= é", min_size=1, max_size=4) | st.sampled_from(["keys", "look", "theme", "claims"])
_VALUES = st.recursive(
    st.integers() | st.booleans() | st.text('ab é"\\\n#[]=', max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_NAMES, inner, max_size=3),
    max_leaves=8,
)


def _toml(value: object) -> str:
    import json

    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)} = {_toml(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[\n" + ",\n".join(map(_toml, value)) + "\n]"
    return json.dumps(value)


@given(st.dictionaries(_NAMES, _VALUES, min_size=1, max_size=5))
def test_every_key_is_found_on_the_line_where_its_statement_begins(table: dict[str, object]) -> None:
    text, expected = "", {}
    for name, value in table.items():
        written = _toml({name: value})[1:-1]
        expected[name] = text.count("\n") + 1
        text += written + "\n"
    assert tomllib.loads(text) == table
    found = lines(text)
    assert {name: found[(name,)] for name in table} == expected


async def test_lines_are_as_long_as_was_set_and_nothing_moves_where_that_was_set(tmp_path: Path) -> None:
    long = "Words of a paragraph that is longer than any line. " * 8
    config = Config(measure=30, motion="none")
    async with reading(tmp_path / "sayso.db", long, config=config) as (pilot, screen):
        assert screen.pane._flow.width == 30
        assert pilot.app.animation_level == "none"
        await pilot.press("slash")
        await until(pilot, lambda: isinstance(screen.focused, Line))
        assert not screen.query_one(Line).cursor_blink
