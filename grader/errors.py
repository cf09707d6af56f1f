"""The one kind of error that a person who uses the tools is meant to read."""


class CourseError(Exception):
    """What is wrong and what to do about it, in one line; the command line prints it and exits with 2."""
