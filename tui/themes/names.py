"""What the themes are called, for settings: known before the screen opens."""

NAMES = ("night", "day")
