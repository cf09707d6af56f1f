"""The verbs of a student: lab, check, export, hand-in."""

import argparse
import errno
import io
import sys
from collections.abc import Sequence

from workbench.assignment import ROOT, find_assignment
from workbench.errors import UserError

# Errors of the file system that a student can do something about. Any other OSError is a bug.
DISK = {
    errno.ENOSPC: "the disk is full: free some space and try again",
    errno.EDQUOT: "your disk quota is used up: free some space and try again",
    errno.EACCES: "permission denied: check who may read and write it",
    errno.EROFS: "the disk is read-only",
}
MODULE = {
    "nargs": "?",
    "metavar": "MODULE",
    "help": "03_layers, layers or 3; default: the newest module in this folder",
}


def parser() -> argparse.ArgumentParser:
    """The parser of the command line."""
    top = argparse.ArgumentParser(
        prog="python -m workbench", description="Work on a module of the course."
    )
    verbs = top.add_subparsers(dest="verb", required=True, metavar="VERB")
    for name, about in (
        ("lab", "open the notebook in JupyterLab"),
        ("check", "run the notebook and report the visible tests"),
        ("export", "write the package from the notebook, and import it"),
        ("hand-in", "make the file to hand in, and its receipt"),
    ):
        verb = verbs.add_parser(name, help=about, description=about)
        verb.add_argument("module", **MODULE)  # type: ignore[arg-type]
    about = "configure JupyterLab in this Python (Binder does it when it builds)"
    verbs.add_parser("prepare", help=about, description=about)
    return top


def main(arguments: Sequence[str]) -> int:
    """Run a verb and return the exit code.

    0 if all is well, 1 if something in the student's work failed, 2 for misuse or an error,
    130 after Ctrl+C.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # old Windows consoles use another encoding
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = parser().parse_args(arguments)
    try:
        return run(options, arguments)
    except UserError as error:
        problem = str(error)
    except OSError as error:
        if error.errno not in DISK:
            raise
        problem = f"{error.filename or ROOT}: {DISK[error.errno]}."
    except KeyboardInterrupt:
        print("Stopped. No file is half-written.", file=sys.stderr)
        return 130
    print(f"Error: {problem}", file=sys.stderr)
    return 2


def run(options: argparse.Namespace, arguments: Sequence[str]) -> int:
    """Run the verb in the course's environment, which is installed first if necessary."""
    # The imports stand below: before the environment exists, only the standard library is there.
    from workbench.environment import prepare, run_in_environment

    if options.verb == "prepare":
        return prepare()
    # Before the environment is set up, which takes minutes: the name may be misspelled.
    assignment = find_assignment(ROOT, options.module)
    exit_code = run_in_environment(ROOT, arguments)
    if exit_code is not None:
        return exit_code
    if options.verb == "lab":
        from workbench.lab import lab

        return lab(assignment)
    if options.verb == "check":
        from workbench.check import check

        return check(assignment)
    if options.verb == "export":
        from workbench.export import export

        return export(assignment)
    from workbench.handin import hand_in

    return hand_in(assignment)
