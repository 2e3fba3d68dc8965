"""The pieces that screens are made of. They report by messages and never reach into the store."""
