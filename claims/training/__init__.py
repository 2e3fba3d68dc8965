"""How the tagger is made: annotated articles, training, export and measurement. Not part of the installed package."""
