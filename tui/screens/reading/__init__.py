"""The reading screen, a part a file: each is a screen that does one thing, and `reader` is all of them."""
