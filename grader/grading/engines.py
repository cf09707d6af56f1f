"""The engines that run submissions, and the default."""

import sys

ENGINES = ("wall", "nbgrader")
"""`wall` runs each submission in a sandbox, apart from its tests; `nbgrader` both in one kernel."""
# The sandbox uses Linux namespaces.
DEFAULT = "wall" if sys.platform == "linux" else "nbgrader"
