"""The verbs of the command line, a file for each concern; `grader.cli` puts them together."""
