"""The instructor's tooling: release, grading, feedback, the student edition and the proof of the tests."""

import os
import sys
from pathlib import Path

# nbgrader makes a new gradebook by starting `alembic` by name: it must be found without an
# activated environment too.
os.environ["PATH"] = os.pathsep.join(
    [str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)]
)
