"""Bytes in any encoding become text, and the reader is told where it had to be guessed."""

import codecs

import pytest

from store.importing.decoding import decode

FRENCH = "Le café était fermé depuis l’été, a déclaré « le ministre » – à la télévision."
RUSSIAN = "Москва заявила, что войска отошли от линии фронта в среду вечером."
JAPANESE = "東京で会議が開かれ、大臣は次のように述べた。"


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_unicode_with_a_byte_order_mark_needs_no_notice(encoding: str, mark: str) -> None:
    if mark or encoding == "utf-8":
        assert decode((mark + FRENCH).encode(encoding)) == (FRENCH, "")


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (FRENCH, "cp1252", "windows-1252"),
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "koi8_r", "koi8-r"),
        (JAPANESE, "shift_jis", "cp932"),
    ],
)
def test_other_encodings_are_detected_and_said(text: str, encoding: str, name: str) -> None:
    assert decode(text.encode(encoding)) == (text, f"read as {name}, since it is not UTF-8")


def test_one_foreign_byte_far_into_an_ascii_text_is_enough_to_detect() -> None:
    text = "Nothing to see in this line.\n" * 20_000 + "It’s here.\n" + "Nor in this one.\n" * 20_000
    assert decode(text.encode("cp1252")) == (text, "read as windows-1252, since it is not UTF-8")


def test_damaged_utf_8_stays_utf_8() -> None:
    data = FRENCH.encode()
    decoded = decode(data[:-30] + b"\xff" + data[-30:])
    assert decoded is not None
    text, notice = decoded
    assert text.replace("�", "") == FRENCH
    assert "UTF-8" in notice


def test_a_cut_utf_16_text_is_read_as_far_as_it_goes() -> None:
    decoded = decode(codecs.BOM_UTF16_LE + "word".encode("utf-16-le")[:-1])
    assert decoded is not None
    assert decoded[0].startswith("wor")


def test_bytes_that_are_no_text_are_told_apart() -> None:
    assert decode(b"text\0text") is None
    assert decode(b"%PDF-1.4 text") is None
    assert decode(b"\x01\x02\x03\x04" * 5 + b"text" * 20) is None
    assert decode(b"Terminal \x1b[1mrecording\x1b[0m of a long session.") is not None
