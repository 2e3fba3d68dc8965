"""What is kept: articles, revisions, annotations, history. Reading files in and writing them out. No screen."""
