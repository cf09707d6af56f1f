"""Run a verb of the grader in this process, as the tests do."""

from pathlib import Path

from click.testing import CliRunner, Result

from grader.cli import main
from grader.course.term import Course


def run(course: Course | Path, *arguments: str) -> Result:
    """`grader --course ... VERB ...`."""
    folder = course.folder if isinstance(course, Course) else course
    return CliRunner().invoke(main, ["--course", str(folder), *arguments], catch_exceptions=False)


def complaint(result: Result) -> str:
    """The one line of a run that was refused."""
    assert result.exit_code == 2, result.output
    (line,) = result.stderr.splitlines()
    assert line.startswith("Error: ")
    return line.removeprefix("Error: ")
