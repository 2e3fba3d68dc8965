"""How sure each rule is, and what it saw, in plain words."""

NAME = "rules-6"

# Share of a rule's findings that matched an annotator's claim (at least half of the content, and the source), in the
# fifth of the PolNeAR training articles that the rules were not tuned on; for rare constructions, in all of them.
# Those articles hold no hearings, no transcripts and no dialogues set off by dashes: those figures are estimates.
MEASURED: dict[str, tuple[float, str]] = {
    "quotation before": (0.93, "a quotation, and who says it after it"),
    "quotation around": (0.93, "a quotation that its attribution interrupts"),
    "quotation after": (0.83, "a reporting verb, and a quotation after it"),
    "clause before": (0.75, "a clause, and who says it after a comma"),
    "clause around": (0.75, "a clause that its attribution interrupts"),
    "that clause": (0.86, "a reporting verb, and a clause with “that” after it"),
    "clause after": (0.72, "a reporting verb, and a clause after it"),
    "participle": (0.62, "a reporting verb that goes on from the speaker before it"),
    "object": (0.59, "a verb that judges or calls, and whom or what"),
    "attitude": (0.50, "a verb of wanting or thinking, and what"),
    "according to": (0.82, "“according to”, and the clause that it belongs to"),
    "raising": (0.60, "a passive verb that names nobody, and what is said of its subject"),
    "passive": (0.60, "a passive verb, and what was told"),
    "hearing": (0.60, "a court or an inquiry that heard it from somebody"),
    "dash": (0.70, "a quotation, and a name after a dash"),
    "signed": (0.70, "a displayed quotation, and a name after a dash under it"),
    "colon": (0.66, "a name, a colon, and what follows it"),
    "introduced": (0.69, "an announcement that ends in a colon, and a quotation in the next paragraph"),
    "turn": (0.85, "a transcript, in which a label tells who speaks"),
    "line": (0.75, "a dialogue, in which a dash opens what is said"),
    "runs into the next": (0.85, "a quotation that runs on into the next paragraph"),
    "relative clause": (0.63, "an attribution inside a relative clause"),
}
