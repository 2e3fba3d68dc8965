"""What is worked out from a claim's three spans, one attribute a file; `claims.description` puts them together.

``frame`` and ``beside`` are what `claims.context` makes of the reporter's words around the spans.
"""
