"""The course's part in a Jupyter server: *Validate* runs as grading does, pages know whether the place is temporary."""

import os
from typing import Any

import nbgrader.server_extensions.validate_assignment.handlers as nbgrader_validate

from workbench.notebook import hidden_points, read
from workbench.place import ROOT, assignments
from workbench.validate import VisibleValidator

TEMPORARY = "TINYTORCH_TEMPORARY"  # set by Binder's start file


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "workbench.server"}]


def _load_jupyter_server_extension(app: Any) -> None:
    """Called by the server once, when it starts."""
    # The handler looks its Validator up by this name each time; nbgrader has no setting for its class.
    nbgrader_validate.Validator = VisibleValidator
    page = app.web_app.settings.setdefault("page_config_data", {})
    page["tinytorch"] = {
        "temporary": bool(os.environ.get(TEMPORARY)),
        "hidden": {
            each.notebook.name: hidden_points(read(each.released)) for each in assignments(ROOT)
        },
    }
