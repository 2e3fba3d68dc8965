"""How sure the tagger is of a claim."""

from itertools import product

from claims.tagger.confidence import Signs, confidence

LEVELS = (0.3, 0.7, 0.99)


def test_it_is_a_share() -> None:
    for content, cue, rules in product(LEVELS, (None, *LEVELS), (False, True)):
        assert 0 < confidence(Signs(content=content, cue=cue, rules=rules)) < 1


def test_the_surer_the_network_is_of_the_content_the_surer_is_the_claim() -> None:
    shares = [confidence(Signs(content=content, cue=0.9, source=0.9)) for content in LEVELS]
    assert shares == sorted(set(shares))


def test_what_the_rules_find_too_is_surer() -> None:
    for content in LEVELS:
        alone, with_rules = (confidence(Signs(content=content, cue=0.9, rules=rules)) for rules in (False, True))
        assert with_rules > alone
