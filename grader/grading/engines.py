"""The two ways to run submissions, and which of them is meant if nobody says."""

import sys

ENGINES = ("wall", "nbgrader")
"""`wall` runs each submission in a jail of its own, apart from its tests; `nbgrader` runs both in one kernel."""
DEFAULT = "wall" if sys.platform == "linux" else "nbgrader"
