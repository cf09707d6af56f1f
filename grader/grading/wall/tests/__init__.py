"""The trusted side: it runs the tests and never a student's code."""
