"""Whole screens: each decides what happens; its widgets only say what happened."""
