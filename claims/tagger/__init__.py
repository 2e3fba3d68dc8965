"""The finder of choice: a small transformer that tags sources, cues and contents, and links them.

This file needs nothing but Python: what else is here needs numpy and onnxruntime, which take a while to load.
"""

from pathlib import Path

NAME = "tagger-7"
"""Name and version: to be raised with every model, and with every change of what is made of its marks."""

FOLDER = Path(__file__).parent / "model"
"""Where the model's files are."""
