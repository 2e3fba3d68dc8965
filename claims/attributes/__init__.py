"""What is worked out from a claim's three spans, one attribute a file; `claims.engine` lists the analysers."""
