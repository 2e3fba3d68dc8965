"""Bytes to text: Unicode where it is, otherwise the encoding that fits best, and said so."""

import codecs
from itertools import islice

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Controls that no text file has reason to hold; the backspaces and escapes of a terminal recording are let through.
_CONTROLS = bytes(set(range(0x20)) - set(b"\b\t\n\v\f\r\x1a\x1b"))
_SIGNATURES = (b"%PDF-", b"{\\rtf")
# The single-byte and East Asian encodings that articles on disk are in; the others only invite false matches.
_CANDIDATES = [
    *(f"cp{n}" for n in (1252, 1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258, 874, 932, 949)),
    *("koi8_r", "gb18030", "big5", "euc_jp"),
]
_SAMPLE = 100


def decode(data: bytes) -> tuple[str, str] | None:
    """The text of ``data`` and a notice, empty where the text is sound Unicode. None where it is not text."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _lossy(data, encoding)
    if not is_text(data):
        return None
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        text, notice = _lossy(data, "utf-8")
        lost = text.count("�")
        sound = len(text) - len(text.encode("ascii", "ignore")) - lost
        # Well-formed sequences beyond ASCII do not come about by chance.
        if sound > 4 * lost:
            return text, notice
        guess = _guess(data)
        return (data.decode(guess, "replace"), _read_as(guess)) if guess else None


def is_text(data: bytes) -> bool:
    """Whether ``data``, or what begins with it, may be text in whatever encoding."""
    if data.startswith(tuple(mark for mark, _ in _BYTE_ORDER_MARKS)):
        return True
    return not (data.startswith(_SIGNATURES) or b"\0" in data or _share_of_controls(data) > 0.01)


def _lossy(data: bytes, encoding: str) -> tuple[str, str]:
    try:
        return data.decode(encoding), ""
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        return text, f"some bytes are not {encoding.removesuffix('-sig').upper()} and are shown as �"


def _share_of_controls(data: bytes) -> float:
    return 1 - len(data.translate(None, _CONTROLS)) / len(data) if data else 0.0


def _guess(data: bytes) -> str | None:
    """The encoding of ``data``, as Python names it, judged by its first lines beyond ASCII; the others say nothing."""
    from charset_normalizer import from_bytes

    telling = (line for line in data.splitlines() if not line.isascii())
    matches = from_bytes(b"\n".join(islice(telling, _SAMPLE)), cp_isolation=_CANDIDATES)
    best = matches.best()
    if best is None:
        return None
    # Where the Western encoding fits as well as the best, it is by far the most likely.
    for match in matches:
        if "cp1252" in match.could_be_from_charset and match.chaos <= best.chaos + 0.05:
            return "cp1252"
    return str(best.encoding)


def _read_as(encoding: str) -> str:
    name = encoding.replace("_", "-")
    name = "windows-" + name[2:] if name.startswith("cp") and len(name) == 6 else name
    return f"read as {name}, since it is not UTF-8"
