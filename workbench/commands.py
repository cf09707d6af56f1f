"""Limits what IPython's own commands do while a notebook is graded.

Grading gives a submission no network, no other programs and nobody to answer `input`, and no
result depends on them. So a shell command is printed instead of run, a magic that fails does not
end its cell, and `input` returns an empty line. All places that run a notebook use this file;
nbgrader's kernels get its text, so it imports nothing but IPython.
"""

import builtins
import getpass
from typing import Any

from IPython.utils.text import SList

ANSWERS = 100  # empty lines that `input` returns; then EOFError ends a loop that asks forever
RUNNERS = ("time", "timeit", "prun", "capture", "run")  # run the student's code: errors count
INSTALLERS = ("pip", "conda", "mamba", "micromamba", "uv")


def limit_commands(shell: Any) -> None:
    """Disable the shell commands of an IPython shell, and what waits for a person."""
    shell.system = shell.system_raw = shell.system_piped = _not_run
    shell.getoutput = _no_output
    line_magic, cell_magic = shell.run_line_magic, shell.run_cell_magic

    def run_line_magic(name: str, line: str, _stack_depth: int = 1) -> Any:
        if name in INSTALLERS:
            return _not_run(f"%{name} {line}")
        try:
            # IPython looks up variables of the caller; this function is one frame in between.
            return line_magic(name, line, _stack_depth + 1)
        except Exception as error:
            if name in RUNNERS:
                raise
            print(f"%{name} did nothing: {error}")

    def run_cell_magic(name: str, line: str, cell: str) -> Any:
        if _is_script(shell.magics_manager.magics["cell"].get(name)):
            return _not_run(f"%%{name} {line}")
        try:
            return cell_magic(name, line, cell)
        except Exception as error:
            if name in RUNNERS:
                raise
            print(f"%%{name} did nothing: {error}")

    shell.run_line_magic, shell.run_cell_magic = run_line_magic, run_cell_magic
    answer = _Answer()
    builtins.input = getpass.getpass = answer
    kernel = getattr(shell, "kernel", None)
    if kernel is not None:  # a kernel replaces `input` with its own method before each cell
        kernel.raw_input = kernel.getpass = answer


def _not_run(command: str, *args: Any, **more: Any) -> None:
    print(f"Not run when your work is graded: {command.strip()}")


def _no_output(command: str, *args: Any, **more: Any) -> SList:
    _not_run(command)
    # IPython's own type, whose attributes (`.n`, `.s`) a cell may use.
    return SList()


def _is_script(magic: Any) -> bool:
    """Whether a magic passes its cell to another program, as %%bash and %%python3 do."""
    owner = type(getattr(magic, "__self__", None)).__name__
    return "ScriptMagics" in (owner, getattr(magic, "__qualname__", "")[:12])


class _Answer:
    """Replaces `input`."""

    def __init__(self) -> None:
        self.left = ANSWERS

    def __call__(self, prompt: object = "", *args: Any, **more: Any) -> str:
        if not self.left:
            raise EOFError("nobody answers input() when your work is graded")
        self.left -= 1
        print(f"{prompt}\nNobody answers input() when your work is graded: it gets an empty line.")
        return ""


def startup_line() -> str:
    """One line of Python that does all of this; a kernel runs it when it starts."""
    with open(__file__, encoding="utf-8") as file:
        source = f"{file.read()}\nlimit_commands(get_ipython())\n"
    return f"exec({source!r}, dict(__name__='commands', get_ipython=get_ipython))"
