"""Whether the course itself is right: the answer library run through the grading, mutation testing, checks."""
