"""Finding things in the library by their words."""
