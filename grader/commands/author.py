"""The verbs of an author of source notebooks: `lab`, `check`, `answers`, `proof`."""

import os
import subprocess
import sys
from pathlib import Path

import click

from grader.commands.options import chosen, engine_option, module_option
from grader.course.errors import CourseError
from grader.course.term import Course
from grader.terminal import console, say

# Beside this Python, since the environment may not be activated.
BIN = Path(sys.executable).parent
SPELLED = (
    "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md",
    "docs", "modules", "grader", "site",
)  # fmt: skip
# Lint, types, what may import what, and spelling; each is a program of the `dev` packages.
CODE_CHECKS = (
    ("ruff", "check", "."),
    # pyproject.toml exempts the notebooks from its 100 characters, so this run leaves it out.
    ("ruff", "check", "--isolated", "--select", "E501", "--line-length", "120", "modules"),
    ("mypy",),
    ("lint-imports", "--no-logo"),
    ("codespell", *SPELLED),
)


@click.command()
@module_option
@click.pass_obj
def lab(course: Course, name: str | None) -> None:
    """Open the sources, and the form grader, in JupyterLab."""
    # The imports stand inside the verbs, so that `grader --help` does not load the stages.
    from grader.course.files import write_text
    from grader.library.book import make_book
    from grader.marking.settings import SERVER_EXTENSIONS

    opened = course.source(course.manifest.module(name)) if name else course.root / "modules"
    books = course.root / "build" / "books"  # what hidden tests compare with
    for module in course.manifest.modules:
        # Only for the owner: a book holds the reference solution.
        write_text(books / f"{module.id}.json", make_book(course, module).to_json(), mode=0o600)
    command = [sys.executable, "-m", "jupyterlab"]
    command.append(f"--ServerApp.jpserver_extensions={SERVER_EXTENSIONS}")
    command.append(f"--LabApp.default_url=/lab/tree/{opened.relative_to(course.root).as_posix()}")
    # The server's root is the course's, so that the form grader finds a term in it.
    # One BLAS thread, as for students: waiting threads disturb experiments that measure time.
    more = {"COURSE": str(course.folder), "TINYTORCH_BOOK": str(books), "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(command, cwd=course.root, env={**os.environ, **more})
    raise click.exceptions.Exit(done.returncode)


@click.command()
@click.option(
    "--code",
    is_flag=True,
    help="First check lint, types, imports and spelling (dev packages).",
)
@click.pass_obj
def check(course: Course, code: bool) -> None:
    """Check that sources, package and releases agree.

    Also that nothing that is handed out holds a solution or a hidden test.
    """
    from grader.proof.check import problems

    if code:
        _check_code(course.root)
    found = problems(course)
    for problem in found:
        click.echo(problem)
    if found:
        raise CourseError(f"{len(found)} problem(s) found.")
    say(
        "Nothing is wrong: notebooks, package and releases agree, and nothing secret is handed out."
    )


def _check_code(root: Path) -> None:
    """Run each program of `CODE_CHECKS` in `root`, up to the first that finds something."""
    for program, *arguments in CODE_CHECKS:
        try:
            done = subprocess.run([BIN / program, *arguments], cwd=root)
        except FileNotFoundError:
            raise CourseError(
                f"{program} is missing: pip install -c constraints.txt -e '.[dev]'"
            ) from None
        if done.returncode:
            raise click.exceptions.Exit(1)


@click.command()
@module_option
@click.option("--exercise", metavar="NAME", help="One exercise. Default: all.")
@click.option(
    "--seeds",
    type=click.IntRange(min=2),
    metavar="N",
    help="Also try N inputs of every hidden test, with mutants. Takes minutes.",
)
@click.pass_obj
def answers(course: Course, name: str | None, exercise: str | None, seeds: int | None) -> None:
    """Run the answer library through the tests, in this process.

    Says which wrong answers are caught, with which sentence, and whether right ones pass.
    Takes seconds.

    With --seeds it also names answers that a hidden test catches with some inputs only. Students
    get different inputs, and the same mistake has to cost all of them the same.
    """
    from grader.terminal import show_coverage, show_uneven

    good = True
    for module in chosen(course, name):
        good = show_coverage(course, module, exercise) and good
        if seeds:
            good = show_uneven(course, module, exercise, seeds) and good
    if not good:
        raise click.exceptions.Exit(1)


@click.command()
@module_option
@click.option(
    "--one-in",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="Use only every N-th answer.",
)
@engine_option
@click.pass_obj
def proof(course: Course, name: str | None, one_in: int, engine: str) -> None:
    """Run the answer library through the real grading and count.

    It works in proof/ unless --course or $COURSE names another folder. Takes minutes.
    """
    from grader.proof.proof import prove, save
    from grader.proof.table import table

    failed = 0
    for module in chosen(course, name):
        result = prove(course, module, one_in=one_in, engine=engine)
        path = course.folder / f"proof_{module.id}.json"
        save(result, path)
        console.print(table(result))
        for line in result.complaints():
            say(f"  {line}")
        say(f"Everything in detail: {path}")
        # The other modules are still proved, and the exit code comes at the end.
        failed += not result.holds
    if failed:
        raise CourseError("The proof does not hold; the lines above say where.")
