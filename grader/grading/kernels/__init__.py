"""The stock engine: nbgrader's Autograde, in one process for each submission."""
