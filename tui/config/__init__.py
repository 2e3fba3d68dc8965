"""What readers set in a file of their own: read before the screen opens, and never written by the program."""
