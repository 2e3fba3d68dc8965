"""The words around what was found."""

from hypothesis import given
from hypothesis import strategies as st

from store.searching.snippets import CLOSE, OPEN, best, snippet, unmarked

WORDS = st.lists(st.sampled_from(["bridge", "safe", "the", "a", "council\n"]), max_size=60)


def marked(words: list[str], looked_for: set[str]) -> str:
    return " ".join(f"{OPEN}{word}{CLOSE}" if word in looked_for else word for word in words)


@given(WORDS)
def test_marks_become_spans_of_the_text_that_was_marked(words: list[str]) -> None:
    text, spans = unmarked(marked(words, {"bridge"}))
    assert text == " ".join(words)
    assert [text[start:end] for start, end in spans] == ["bridge"] * words.count("bridge")


@given(WORDS)
def test_a_snippet_is_one_line_around_its_place_and_marks_what_was_found(words: list[str]) -> None:
    text, spans = unmarked(marked(words, {"bridge", "safe"}))
    place = best(text, spans)
    if place is not None:
        pieces = snippet(text, spans, place)
        line = "".join(words for words, _ in pieces)
        assert "\n" not in line
        assert len(line) < 150
        assert any(found and words == text[place[0] : place[1]] for words, found in pieces)
        assert line.strip("…") in " ".join(text.split(" ")).replace("\n", " ").replace("  ", " ")


def test_the_place_is_where_most_of_the_words_stand_together() -> None:
    text, spans = unmarked(marked(["safe", *["a"] * 100, "safe", "bridge", *["a"] * 100, "bridge"], {"safe", "bridge"}))
    assert best(text, spans) == (205, 209)


def test_what_a_terminal_would_act_on_is_taken_out() -> None:
    assert snippet("\x1b[31mred\u202e\ttext", []) == (("␛[31mred\ufffd text", False),)
