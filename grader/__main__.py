"""`python -m grader VERB` is `grader VERB`, for where the console script is not on the path."""

from grader.cli import main

main()
