"""The Jupyter server extension: *Validate* runs as grading does, pages learn what applies here."""

import os
from typing import Any

import nbgrader.server_extensions.validate_assignment.handlers as nbgrader_validate

from workbench.assignment import ROOT, assignments
from workbench.notebook import read, tested_points
from workbench.validate import VisibleValidator

TEMPORARY = "TINYTORCH_TEMPORARY"  # set by Binder's start file


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "workbench.server"}]


def _load_jupyter_server_extension(app: Any) -> None:
    """Called by the server once, when it starts."""
    # nbgrader has no setting for this class; its handler looks the name up at each request.
    nbgrader_validate.Validator = VisibleValidator
    page = app.web_app.settings.setdefault("page_config_data", {})
    page["tinytorch"] = {
        "temporary": bool(os.environ.get(TEMPORARY)),
        "hidden": {
            each.notebook.name: sum(tested_points(read(each.released)).values())
            for each in assignments(ROOT)
        },
    }
