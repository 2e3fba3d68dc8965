"""Word lists of English news prose: reporting verbs, function words, nouns of people and papers."""
