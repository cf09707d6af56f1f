"""Autograders for other systems: what `grader package` writes, and what runs there."""
