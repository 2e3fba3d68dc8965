"""Markdown that nobody would write, and what must hold of every document whatever it was read from."""

from hypothesis import strategies as st

from store.document import CELL_DIVIDER, Document
from store.safety import safe

SNIPPETS = [
    *(
        "word",
        "Feb. 24",
        "$27.4 billion",
        "snake_case",
        "3.5",
        "“Quoted”",
        "‘it’",
        "é",
        "\u00a0",
        "  ",
        "\t",
        "-",
        "🙂",
        "e\u0301",
    ),
    *(
        "*",
        "**",
        "_",
        "__",
        "~~",
        "~",
        "`",
        "``",
        "\\",
        "\\\n",
        "  \n",
        "\n",
        "&",
        "&amp;",
        "&#10;",
        "&nbsp;",
        "&lt;b>",
    ),
    *(
        "[",
        "]",
        "(",
        ")",
        "](",
        "![",
        "[^",
        "^[",
        "[^a]",
        "[^b-c]",
        "[^none]",
        "[x]",
        "[x]: ",
        "]: /u",
        ":",
        "!",
        "^",
        "|",
        "\\|",
    ),
    *(
        "[link](http://x.y/a_b?c=1&d=2)",
        "[l](<a b>)",
        "![alt *t*](i.png)",
        "[![a](b)](c)",
        "<http://x.y>",
        "[j](javascript:x)",
    ),
    *(
        "*em*",
        "**strong**",
        "***both***",
        "_u_",
        "~~gone~~",
        "`code`",
        "`` a`b ``",
        "*a **b** c*",
        "**a *b***",
        "a*b*c",
    ),
    *(
        "<b>",
        "</b>",
        "<em>",
        "</em>",
        "<br>",
        "<!-- c -->",
        "<script>x</script>",
        "<span title='>'>",
        "</span>",
        "<",
        ">",
        "<a",
    ),
    *("#", "# ", "> ", "- ", "+ ", "1. ", "2) ", "***", "---", "===", "```", "~~~", "    ", "|-|", "| a | b |", ": "),
    *("\x1b[31m", "\u202e", "\x07", "\u2028", "\u200b", "\ufeff", "<mark>", "</mark>", "[^claim-1]", "[^claim-1]: x"),
]
BLOCKS = [
    *(
        "# Heading\n",
        "## Two *em* ##\n",
        "Setext\n===\n",
        "Two\nlines\\\nthree\n---\n",
        "para one\npara two\n",
        "***\n",
    ),
    *(
        "> quote\n",
        "> a\n>\n> > b\n",
        "> lazy\nline\n",
        "- a\n- b\n",
        "- a\n\n  more\n- b\n",
        "* star\n",
        "+ plus\n  - nested\n",
    ),
    *(
        "3. three\n4. four\n",
        "1)\n2) two\n",
        "7. x\n8.\n9. y\n",
        "- [ ] open\n- [x] done\n",
        "- # head\n- > quote\n- ***\n",
        "10. - a\n    - b\n",
    ),
    *(
        "```py\n  a = 1\n\n\tb\n```\n",
        "~~~\n```\n~~~\n",
        "    indented\n",
        "```` ` x\n",
        "- ```\n  in item\n  ```\n",
        "> ```\n> q\n",
    ),
    *(
        "| a | b |\n|:-|-:|\n| 1 | `x\\|y` |\n|  | c |\n",
        "|a|\n|-|\n|*e*<br>f|\n",
        "| |\n|:-:|\n| only |\n",
        "- | t | u |\n  |---|---|\n  | v | w |\n",
    ),
    *(
        "[^a]: note *a*\n",
        "[^a]: first\n\n    second[^b-c]\n",
        "[^b-c]: - item\n",
        "[^b-c]:\n    ```\n    c\n    ```\n",
        "[^d]: | a |\n    |---|\n",
    ),
    *(
        "<div>\nhtml <i>it</i>\n</div>\n",
        "<!-- hidden -->\n",
        "<p>one<p>two &amp;\n",
        "<table><tr><td>x\n",
        "[x]: /ref\n",
        "> [^e]: in quote\n",
    ),
]


@st.composite
def _nested(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    first, rest = draw(
        st.sampled_from([("> ", "> "), ("- ", "  "), ("1. ", "   "), ("12) ", "    "), ("[^a]: ", "    ")])
    )
    lines = draw(inner).split("\n")
    return "\n".join((rest if index else first) + line for index, line in enumerate(lines))


lines = st.lists(st.sampled_from(SNIPPETS), min_size=1, max_size=8).map("".join)
spaced = st.lists(st.sampled_from(SNIPPETS), min_size=1, max_size=8).map(" ".join)
blocks = st.recursive(
    st.one_of(st.sampled_from(BLOCKS), lines, spaced),
    lambda inner: _nested(st.lists(inner, min_size=1, max_size=3).map("\n".join)),
    max_leaves=8,
)
markdown = st.lists(blocks, min_size=1, max_size=6).flatmap(
    lambda parts: st.sampled_from(["\n\n", "\n"]).map(lambda gap: gap.join(parts))
)
"""Markdown of hostile inline pieces, blocks of every kind, and nesting."""


def check(document: Document) -> None:
    """Assert what `store.document` promises."""
    text = document.text
    assert safe(text) == text
    assert text == "\n".join(text[block.start : block.end] for block in document.blocks)
    at = 0
    for block in document.blocks:
        assert block.start == at
        at = block.end + 1
        line = text[block.start : block.end]
        assert (block.kind == "rule") == (line == "")
        if block.kind == "code":
            assert line.strip()
            assert line == line.strip("\n").rstrip()
        elif block.kind == "row":
            cells = [
                (m.start, m.end) for m in document.marks if m.kind == "cell" and block.start <= m.start <= block.end
            ]
            assert line == CELL_DIVIDER.join(text[start:end] for start, end in cells)
            assert all(text[start:end] == text[start:end].strip() for start, end in cells)
            assert len(cells) == len(block.align)
        else:
            assert line == line.strip()
            assert "\n" not in line
    assert [m.start for m in document.marks] == sorted(m.start for m in document.marks)
    opened: list[int] = []
    linked = 0
    for mark in document.marks:
        assert mark.start < mark.end or mark.kind == "cell"
        assert "\n" not in text[mark.start : mark.end]
        while opened and opened[-1] <= mark.start:
            opened.pop()
        assert not opened or mark.end <= opened[-1], "marks cross"
        if mark.start < mark.end:
            opened.append(mark.end)
        if mark.kind == "link":
            assert mark.start >= linked, "a link in a link"
            linked = mark.end
        if mark.kind == "break":
            assert text[mark.start : mark.end] == " "
        if mark.kind == "reference":
            assert text[mark.start : mark.end] == f"[{mark.target}]"
