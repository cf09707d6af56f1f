"""The error whose message is written for the student."""


class UserError(Exception):
    """Says in one line what is wrong and what to do. Nothing was changed."""
