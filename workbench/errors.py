"""The one error that a student is meant to read."""


class Trouble(Exception):
    """What is wrong and what to do about it, in a line; nothing was changed."""
