"""What is written down: marks, verdicts, late penalties, CSV."""
