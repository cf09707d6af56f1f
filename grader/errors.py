"""The errors that a person who uses the tools is meant to read; the command line prints them in one line."""

import click

from grader.text import printable

RERUN = "What was finished is kept; the same command does the rest."


class CourseError(click.ClickException):
    """What is wrong and what to do about it, for something that the user can mend."""

    exit_code = 2

    def format_message(self) -> str:
        """The message without what would steer a terminal: it may hold names that students have chosen."""
        return printable(self.message, also="\n")


class NoNamespaces(CourseError):
    """The system cannot lock submissions in."""


class StaleRelease(CourseError):
    """A release is not what its source gives now."""


class Stopped(click.ClickException):
    """The user stopped a run."""

    exit_code = 130
