"""The reporter's remarks on claims, and which claims each is about."""
