"""What can be under way on the reading screen: each asks for something, step by step."""
