"""The verbs of a student: lab, check, export, hand-in."""

import argparse
import errno
import io
import sys
from collections.abc import Sequence

from workbench.errors import Trouble
from workbench.place import ROOT, chosen

DISK = {
    errno.ENOSPC: "the disk is full: make room and try again",
    errno.EDQUOT: "your quota of disk space is used up: make room and try again",
    errno.EACCES: "it may not be written or read: see to its permissions",
    errno.EROFS: "the disk is read-only",
}
MODULE = {
    "nargs": "?",
    "metavar": "MODULE",
    "help": "03_layers, layers or 3; default: the newest that is here",
}


def parser() -> argparse.ArgumentParser:
    """The command line's grammar."""
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
        verbs.add_parser(name, help=about, description=about).add_argument("module", **MODULE)  # type: ignore[arg-type]
    verbs.add_parser(
        "prepare", help="make this Python ready for the course (Binder does it when it builds)"
    )
    return top


def main(arguments: Sequence[str]) -> int:
    """Run a verb and return the exit code: 0 done, 1 something of the student's failed, 2 misuse or trouble."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # an old Windows console speaks another encoding
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = parser().parse_args(arguments)
    try:
        return run(options, arguments)
    except Trouble as trouble:
        problem = str(trouble)
    except OSError as error:
        if error.errno not in DISK:
            raise
        problem = f"{error.filename or ROOT}: {DISK[error.errno]}."
    except KeyboardInterrupt:
        print("Stopped. Nothing was changed half-way.", file=sys.stderr)
        return 130
    print(f"Error: {problem}", file=sys.stderr)
    return 2


def run(options: argparse.Namespace, arguments: Sequence[str]) -> int:
    """Run the verb in the course's own environment, which is set up first if need be."""
    from workbench.environment import hand_over, prepare

    if options.verb == "prepare":
        return prepare()
    assignment = chosen(ROOT, options.module)
    elsewhere = hand_over(ROOT, arguments)
    if elsewhere is not None:
        return elsewhere
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
