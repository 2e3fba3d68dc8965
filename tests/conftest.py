"""What holds for all tests."""

from hypothesis import settings

# How long an example takes depends on the machine, and says nothing of the program.
settings.register_profile("sayso", deadline=None)
settings.load_profile("sayso")
