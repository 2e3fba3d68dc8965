"""Where annotations stand after the text around them, or under them, has changed. Pure: two texts in, places out.

An anchor is looked for where the alignment of both texts carries it, then by its exact quote, then by its likeness:
the steps of Hypothesis' fuzzy anchoring, except that it has only the quote and its context where we have the old text.
"""
