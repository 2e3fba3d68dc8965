"""What is pasted is text alone, however the terminal hands it over."""

from hypothesis import given
from hypothesis import strategies as st

from tui.pasting import Parser, PastedText

TYPED = st.text("aZ[]~0;\x1b", max_size=12).filter(lambda text: "200~" not in text and not text.endswith("\x1b"))
PASTED = st.text("aZ[]~021;\x1b\x9b", max_size=20).filter(lambda text: "\x1b[201~" not in text + "\x1b[201~"[:-1])


@given(PASTED, st.integers(1, 5))
def test_no_escape_is_left_between_the_brackets_and_all_else_is(pasted: str, size: int) -> None:
    sent = f"ab\x1b[A\x1b[200~{pasted}\x1b[201~c\x1b[B"
    if pasted.endswith(("\x1b", "\x1b[", "\x1b[2", "\x1b[20", "\x1b[201")):
        pasted += "x"
        sent = f"ab\x1b[A\x1b[200~{pasted}\x1b[201~c\x1b[B"
    taken = PastedText()
    # The opening bracket comes in one piece, as a terminal writes it.
    begin = sent.index("\x1b[200~") + len("\x1b[200~")
    pieces = [sent[:begin], *(sent[at : at + size] for at in range(begin, len(sent), size))]
    cleaned = "".join(map(taken.cleaned, pieces))
    assert cleaned == f"ab\x1b[A\x1b[200~{pasted.replace(chr(27), '␛')}\x1b[201~c\x1b[B"


def test_an_escape_in_a_paste_is_no_key() -> None:
    parser = Parser()
    events = [*parser.feed("\x1b[200~a\x1bD/\x1b]0;q\x07b\x1b[201~"), *parser.feed("c")]
    assert [type(event).__name__ for event in events] == ["Paste", "Key"]
    assert getattr(events[0], "text", "") == "a␛D/␛]0;q\x07b"
