"""All of nbgrader's settings for a term, for nbgrader's own commands.

The commands of `grader` use only the settings of their own stage.
"""

from traitlets.config import Config

from grader.course.nbgrader import base_config
from grader.course.term import Course
from grader.feedback.settings import feedback_config
from grader.grading.kernels.settings import autograde_config
from grader.marking.settings import form_grader_config
from grader.release.settings import release_config


def nbgrader_config(course: Course) -> Config:
    """Return the settings of all stages for `course`."""
    c = base_config(course)
    stages = release_config(), autograde_config(course), feedback_config(course)
    for part in (*stages, form_grader_config(course)):
        c.merge(part)
    # So `nbgrader export` writes the same file as `grader grades`.
    c.ExportApp.plugin_class = "grader.gradebook.grades.GradesPlugin"
    return c
