"""How sure each rule is, and what it saw, in plain words."""

NAME = "rules-1"

# Share of a rule's findings that matched a careful annotator's claim (content by at least half, and the source),
# measured on the part of the PolNeAR training articles that the rules were not tuned on.
MEASURED: dict[str, tuple[float, str]] = {
    "quotation before": (0.94, "a quotation, and who says it after it"),
    "quotation around": (0.92, "a quotation that its attribution interrupts"),
    "quotation after": (0.77, "a reporting verb, and a quotation after it"),
    "clause before": (0.47, "a clause, and who says it after a comma"),
    "clause around": (0.73, "a clause that its attribution interrupts"),
    "that clause": (0.75, "a reporting verb, and a clause with “that” after it"),
    "clause after": (0.64, "a reporting verb, and a clause after it"),
    "participle": (0.55, "a reporting verb that goes on from the speaker before it"),
    "object": (0.56, "a verb that judges or calls, and whom or what"),
    "attitude": (0.29, "a verb of wanting or thinking, and what"),
    "according to": (0.76, "“according to”, and the clause that it belongs to"),
    "raising": (0.65, "a passive verb that names nobody, and what is said of its subject"),
    "passive": (0.45, "a passive verb, and what was told"),
    "dash": (0.8, "a quotation, and a name after a dash"),
    "colon": (0.7, "a name, a colon, and what follows it"),
    "introduced": (0.8, "an announcement that ends in a colon, and a quotation in the next paragraph"),
    "relative clause": (0.40, "an attribution inside a relative clause"),
}
