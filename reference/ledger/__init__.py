"""What became of every line of each source document."""
