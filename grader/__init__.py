"""The instructor's tools: release, grading, feedback, student edition and tests of the tests."""

import os
import sys
from pathlib import Path

# nbgrader creates a gradebook with the program `alembic`, which must be on the PATH even if the
# environment is not activated.
os.environ["PATH"] = os.pathsep.join(
    [str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)]
)
