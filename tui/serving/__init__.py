"""The reader in a browser: a page, and for each that is open a reader of its own behind it."""
