"""Files and standard input into documents."""
