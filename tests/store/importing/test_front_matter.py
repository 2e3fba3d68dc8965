"""Front matter as web clippers write it, and as it should not be written."""

from datetime import date

import pytest

from store.importing.front_matter import own_tags, split


def test_front_matter_and_body_are_parted() -> None:
    assert split('---\nTitle: "A: b"\ntags: [x, y]\n---\n\nBody\n') == (
        {"title": "A: b", "tags": "x, y"},
        "\nBody\n",
        "",
    )


def test_text_without_front_matter_is_all_body() -> None:
    for text in ("Body", "---\nNo end of it", "----\na: b\n---\n", " ---\na: b\n---\n", "---\njust a line\n---\nBody"):
        assert split(text) == ({}, text, "")


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ('"[[Ann Lee]]"', "Ann Lee"),
        ("[[Ann Lee]]", "Ann Lee"),
        ('"[[People/Ann|Ann Lee]]"', "Ann Lee"),
        ('\n  - "[[Ann Lee]]"\n  - Bo Ek', "Ann Lee, Bo Ek"),
        ("[Ann Lee, Bo Ek]", "Ann Lee, Bo Ek"),
        ("|\n  Two\n  lines", "Two lines"),
        ("no", "no"),
        ("2024-02-15", str(date(2024, 2, 15))),
        ("1.50", "1.50"),
        ('"\\e[31mred"', "␛[31mred"),
        ("{name: Ann}", ""),
        ("", ""),
    ],
)
def test_values_are_safe_lines_as_they_were_written(value: str, read: str) -> None:
    assert split(f"---\nauthor: {value}\n---\nBody")[0] == {"author": read}


def test_a_block_that_is_no_yaml_is_read_line_by_line_and_said() -> None:
    text = "---\ntitle: Quake: the toll\nauthor: [[Ann Lee]], [[Bo Ek]]\n---\nBody"
    fields, body, notice = split(text)
    assert fields == {"title": "Quake: the toll", "author": "Ann Lee, Bo Ek"}
    assert body == "Body"
    assert notice == "the front matter is not valid YAML at line 2 and was read line by line"


def test_aliases_cannot_blow_a_small_block_up() -> None:
    levels = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30))
    fields, body, _ = split(f"---\na0: &a0 [x, y]\n{levels}\n---\nBody")
    assert body == "Body"
    assert fields["a0"] == "x, y"
    assert all(len(value) < 200 for value in fields.values())


def test_nesting_beyond_reason_is_no_error() -> None:
    text = f"---\na: {'[' * 5000}\nb: c\n---\nBody"
    assert split(text)[1] == "Body"


def test_an_article_between_two_rules_is_no_front_matter() -> None:
    text = f"---\n{'Prose without a colon. ' * 5000}\n---\nBody"
    assert split(text) == ({}, text, "")


@pytest.mark.parametrize(
    ("fields", "tags"),
    [
        ("tags: [courts, fraud, Saltmere]", ("courts", "fraud", "Saltmere")),
        ('tags:\n  - "#press freedom"\n  - "[[Ann Lee]]"', ("press freedom", "Ann Lee")),
        ('Tags: "courts, #fraud, courts, Fraud"', ("courts", "fraud")),
        ("title: A: b: c\ntags: [courts, fraud]", ("courts", "fraud")),
        ("tags: {a: b}", ()),
        ("tags:", ()),
        ("title: none", ()),
        ("exported-by: sayso\ntags: [courts, mine]\narticle-tags: [courts]\nreader-tags: [mine]", ("courts",)),
        ("exported-by: sayso\ntags: [mine]", ()),
        ("tags: [a, &x [b], *x]", ("a", "b")),
    ],
)
def test_the_tags_that_an_article_gives_itself(fields: str, tags: tuple[str, ...]) -> None:
    for end in ("\n", "\r\n"):
        assert own_tags(f"---\n{fields}\n---\n\nBody\n".replace("\n", end)) == tags
    assert own_tags(f"{fields}\n\nBody") == ()
