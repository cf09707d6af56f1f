"""Mark written answers in nbgrader's form grader, with the marking scheme beside them.

This package is also a Jupyter Server extension, which `grader lab` enables.
"""

from typing import Any


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "grader.marking"}]


def _load_jupyter_server_extension(app: Any) -> None:
    # Imported here: only the server has the form grader's modules loaded.
    from grader.marking.extension import load

    load(app)
