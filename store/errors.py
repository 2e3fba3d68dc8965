"""What a user can get wrong, said in one line: what, where, what to do."""


class SaysoError(Exception):
    """An error that a user can cause and mend. The command line prints it and exits with code 2."""
