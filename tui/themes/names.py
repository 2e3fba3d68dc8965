"""What the themes are called, for settings: known before the screen opens."""

NAMES = ("night", "day", "contrast", "contrast-day", "safe", "safe-day", "ansi", "terminal")
