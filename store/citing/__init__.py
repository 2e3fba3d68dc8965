"""Words of an article as they are cited elsewhere: quoted where they were said so, and told where they were not."""

from store.citing.citation import Form, claim_cited, passage_cited

__all__ = ["Form", "claim_cited", "passage_cited"]
