"""The visitor’s own list of programs as a file, every figure with what it takes to read it."""
