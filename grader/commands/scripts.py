"""The verbs that run a script of this repository: `site`, `slides`, `audio`, `bench`, `binder`."""

import os
import subprocess
import sys
from pathlib import Path

import click

from grader.commands.options import module_option, to_option
from grader.course.errors import CourseError
from grader.course.term import Course


def run_script(course: Course, script: str, *arguments: str, imports: str = ".") -> None:
    """Run a script in this Python; end with its exit code if it fails.

    Args:
        course: where the script lies.
        script, arguments: what to run; a path below the course's root, and what it is given.
        imports: another folder below the root whose modules it imports.
    """
    environment = {
        **os.environ,
        # Python puts only the script's own folder on the search path.
        "PYTHONPATH": os.pathsep.join([str(course.root), str(course.root / imports)]),
    }
    done = subprocess.run([sys.executable, str(course.root / script), *arguments], env=environment)
    if done.returncode:
        # The code is negative if a signal ended the script; an exit code is not.
        raise click.exceptions.Exit(max(done.returncode, 1))


@click.command()
@to_option("build/site")
@click.option("--links", is_flag=True, help="Also check external links; needs a network.")
@click.pass_obj
def site(course: Course, target: str, links: bool) -> None:
    """Build the modules' pages and slides."""
    # Slides first: the pages link to them.
    run_script(course, "site/slides/command.py", "--to", str(Path(target) / "slides"))
    run_script(course, "site/publish.py", "--to", target, *(["--links"] if links else []))


@click.command()
@module_option
@to_option("build/slides")
@click.pass_obj
def slides(course: Course, name: str | None, target: str) -> None:
    """Build the slides of a module."""
    run_script(course, "site/slides/command.py", *_module(name), "--to", target)


@click.command()
@module_option
@to_option("build/audio")
@click.pass_obj
def audio(course: Course, name: str | None, target: str) -> None:
    """Record the audio overview of a module."""
    run_script(course, "site/audio/record.py", *_module(name), "--to", target)


@click.command()
@click.pass_obj
def bench(course: Course) -> None:
    """Measure a forward pass, and both engines side by side."""
    run_script(course, "benchmarks/forward.py")
    run_script(course, "benchmarks/grading.py")


@click.command()
@click.pass_obj
def binder(course: Course) -> None:
    """Try the Binder build locally, without Docker.

    Builds the student edition and this repository as Binder does, opens a notebook, runs it, and
    looks for solutions in what was built. Takes minutes and a network.
    """
    # Checked before the build, which takes minutes. It is not among the `dev` packages.
    if not Path(sys.executable).with_name("jupyter-repo2docker").is_file():
        raise CourseError(
            "repo2docker is missing: pip install -c constraints.txt jupyter-repo2docker"
        )
    # The rehearsal uses helpers of the tests.
    run_script(course, "tests/binder/rehearsal.py", imports="tests")


def _module(name: str | None) -> list[str]:
    return [f"--module={name}"] if name else []
