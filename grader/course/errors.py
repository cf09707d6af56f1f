"""Errors for the user of the tools; the command line prints them without a traceback."""

import click

from grader.course.text import printable

RERUN = "Finished work is kept; rerun the command to continue."


class CourseError(click.ClickException):
    """An error that the user can fix: the message says what is wrong and what to do."""

    exit_code = 2

    def format_message(self) -> str:
        """Return the message without terminal control characters."""
        # A message may contain names that students chose.
        return printable(self.message, also="\n")


class NoNamespaces(CourseError):
    """The system cannot create the namespaces that a sandbox needs."""


class StaleRelease(CourseError):
    """A release is out of date: its source has changed since."""


class Stopped(click.ClickException):
    """The user stopped a run."""

    exit_code = 130
