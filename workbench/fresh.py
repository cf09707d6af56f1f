"""Import a module in a process of its own, where nothing is left from a notebook's kernel."""

import json
import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

SECONDS = 60
CODE = """
import functools, importlib, json, sys
name, wanted, reply = sys.argv[1], json.loads(sys.argv[2]), sys.argv[3]
module = importlib.import_module(name)
def there(path):
    try:
        functools.reduce(getattr, path.split("."), module)
        return True
    except AttributeError:
        return False
missing = [path for path in wanted if not there(path)]
with open(reply, "w", encoding="utf-8") as file:
    json.dump({"file": module.__file__, "missing": missing}, file)
"""


@dataclass(frozen=True)
class Imported:
    """What came of the import.

    Args:
        file: what was imported; None if the import failed.
        missing: of the names asked for, those that the module does not have.
        error: the last line of the traceback of an import that failed.
        line: the line of the module where it failed, 0 if that is not known.
    """

    file: Path | None
    missing: list[str]
    error: str = ""
    line: int = 0


def import_fresh(module: str, names: list[str], path: Path) -> Imported:
    """Import `module` with `path` first in the search path, and look for `names` (`Linear`, `Linear.forward`)."""
    with tempfile.TemporaryDirectory() as folder:
        reply = Path(folder, "reply.json")
        command = [sys.executable, "-c", CODE, module, json.dumps(names), str(reply)]
        environment = {**os.environ, "PYTHONPATH": str(path), "PYTHONDONTWRITEBYTECODE": "1"}
        try:
            done = subprocess.run(
                command,
                cwd=folder,
                env=environment,
                capture_output=True,
                timeout=SECONDS,
                stdin=subprocess.DEVNULL,
            )
        except subprocess.TimeoutExpired:
            return Imported(None, [], f"the import did not come to an end in {SECONDS} s")
        if not reply.is_file():
            lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
            file = re.escape(str(Path(*module.split(".")).with_suffix(".py")))
            places = re.findall(rf'{file}", line (\d+)', "\n".join(lines))
            why = lines[-1] if lines else f"the import ended Python with code {done.returncode}"
            return Imported(None, [], why, int(places[-1]) if places else 0)
        said = json.loads(reply.read_text(encoding="utf-8"))
    return Imported(Path(said["file"]), said["missing"])
