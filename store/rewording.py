"""Annotations whose words have changed since the reader last had a hand in them.

A note or a verdict goes where its words went, also where they say something else by now: "knew" has become "never
knew". Nobody judged that. So the annotation keeps what its words were, until the reader has had a hand in it again.
"""

from dataclasses import replace
from typing import Literal

from store.anchors import alike
from store.annotations import Annotation, Place

Group = Place | Literal["reworded"]
"""What an annotation is to its reader, who is asked about all but those that are sure."""


def group_of(annotation: Annotation) -> Group:
    """Return whether it stands on changed words, else what its place is."""
    return "reworded" if annotation.reworded else annotation.place


def since(annotation: Annotation, words: str) -> str:
    """Return what `Annotation.was` is of ``annotation`` once it stands on ``words``; '' where they are the same."""
    was = annotation.was or annotation.words
    return "" if alike(was, words) else was


def remembered(annotation: Annotation) -> Annotation:
    """Return ``annotation`` without words that it is said to have stood on, if they are those it stands on now."""
    if not annotation.reworded or not alike(annotation.was, annotation.words):
        return annotation
    return replace(annotation, was="")


def looked_at(before: Annotation, after: Annotation, theirs: Annotation, made: Annotation) -> Annotation:
    """Return ``made``, a change from ``before`` to ``after`` on top of ``theirs``, with what its words were.

    Whoever changes what bears a mark that its words have changed has seen the mark: it goes. It stays where
    ``before`` had not borne it yet, and where the change is to leave the annotation without a place.
    """
    if before.was != theirs.was:
        return made
    touched = replace(made, was="") != replace(theirs, was="")
    return replace(made, was="" if touched and made.place == "sure" else after.was)
