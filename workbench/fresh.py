"""Import a module in a new process, where nothing is left over from a notebook's kernel."""

import json
import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

TIMEOUT = 60  # seconds
# The result goes to a file, since the module itself may print.
CODE = """
import functools, importlib, json, sys
name, wanted, reply = sys.argv[1], json.loads(sys.argv[2]), sys.argv[3]
module = importlib.import_module(name)
def exists(path):
    try:
        functools.reduce(getattr, path.split("."), module)
        return True
    except AttributeError:
        return False
missing = [path for path in wanted if not exists(path)]
with open(reply, "w", encoding="utf-8") as file:
    json.dump({"file": module.__file__, "missing": missing}, file)
"""


@dataclass(frozen=True)
class Imported:
    """The result of an import.

    Args:
        file: the file that was imported; None if the import failed.
        missing: of the names asked for, those that the module does not have.
        error: the last line of the traceback if the import failed.
        line: the line of the module where it failed, 0 if unknown.
    """

    file: Path | None
    missing: list[str]
    error: str = ""
    line: int = 0


def import_fresh(module: str, names: list[str], path: Path) -> Imported:
    """Import `module` with `path` on the search path; look up `names` such as `Linear.forward`."""
    with tempfile.TemporaryDirectory() as folder:
        reply = Path(folder, "reply.json")
        command = [sys.executable, "-c", CODE, module, json.dumps(names), str(reply)]
        # No bytecode: it would be written beside the student's files.
        environment = {**os.environ, "PYTHONPATH": str(path), "PYTHONDONTWRITEBYTECODE": "1"}
        try:
            done = subprocess.run(
                command,
                cwd=folder,
                env=environment,
                capture_output=True,
                timeout=TIMEOUT,
                stdin=subprocess.DEVNULL,
            )
        except subprocess.TimeoutExpired:
            return Imported(None, [], f"the import took longer than {TIMEOUT} s")
        # Also an exit code of 0 is a failure without a reply: the module may call sys.exit().
        if not reply.is_file():
            return _failed(module, done)
        content = json.loads(reply.read_text(encoding="utf-8"))
    return Imported(Path(content["file"]), content["missing"])


def _failed(module: str, done: subprocess.CompletedProcess[bytes]) -> Imported:
    """The error of an import that failed, and its last line in the module's own file."""
    lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
    file = re.escape(str(Path(*module.split(".")).with_suffix(".py")))
    numbers = re.findall(rf'{file}", line (\d+)', "\n".join(lines))
    error = lines[-1] if lines else f"the import ended Python with code {done.returncode}"
    return Imported(None, [], error, int(numbers[-1]) if numbers else 0)
