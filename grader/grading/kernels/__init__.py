"""The stock engine: nbgrader's Autograde, a process for each submission."""
