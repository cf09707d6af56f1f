"""Test the course itself: checks, the answer library run through the grading, mutation testing."""
