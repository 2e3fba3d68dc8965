"""Models that cannot be loaded, in folders of their own, and why."""

from collections.abc import Callable
from pathlib import Path

import numpy as np

from claims.tagger import FOLDER

ENGLISH = "The mayor said on Monday that the bridge was safe. “We looked twice,” she told reporters.\n" * 3


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _reversed(path: Path) -> None:
    path.write_text("\n".join(reversed(path.read_text(encoding="utf-8").splitlines())), encoding="utf-8")


def _without_numbers(path: Path) -> None:
    with np.load(path) as file:
        arrays = {name: np.full_like(file[name], np.nan) for name in file.files}
    np.savez(path, **arrays)


def _garbage(path: Path) -> None:
    path.write_bytes(b"\x93garbage" * 100)


DAMAGE: dict[str, tuple[str, Callable[[Path], None], str]] = {
    "network cut short": ("network.onnx", _cut, "network.onnx is damaged"),
    "network of garbage": ("network.onnx", _garbage, "network.onnx is damaged"),
    "empty network": ("network.onnx", lambda path: path.write_bytes(b""), "network.onnx is damaged"),
    "no network": ("network.onnx", Path.unlink, "network.onnx is missing"),
    "garbage for decoding": ("decoding.npz", _garbage, "decoding.npz is damaged"),
    "decoding cut short": ("decoding.npz", _cut, "decoding.npz is damaged"),
    "decoding without numbers": ("decoding.npz", _without_numbers, "decoding.npz is damaged"),
    "vocabulary upside down": ("vocabulary.txt", _reversed, "vocabulary.txt is damaged"),
    "no vocabulary": ("vocabulary.txt", Path.unlink, "vocabulary.txt is missing"),
    "vocabulary cut short": ("vocabulary.txt", _cut, "vocabulary.txt is damaged"),
    "vocabulary of garbage": ("vocabulary.txt", _garbage, "vocabulary.txt is damaged"),
}
"""By name: the file, what happens to it, and what is said."""


def damaged_model(folder: Path, file: str, damage: Callable[[Path], None]) -> Path:
    """The model as it is, in ``folder``, but for ``damage`` done to ``file``."""
    for path in FOLDER.iterdir():
        if path.name == file:
            (folder / file).write_bytes(path.read_bytes())
        else:
            (folder / path.name).symlink_to(path)
    damage(folder / file)
    return folder
