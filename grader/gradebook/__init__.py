"""The gradebook: scores, verdicts, late penalties and CSV."""
