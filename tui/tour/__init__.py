"""The tour: what a newcomer should have done once, over the real screen."""
