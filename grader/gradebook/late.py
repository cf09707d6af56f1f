"""The penalty for late work, by nbgrader's own rule, for work that does not pass through nbgrader's autograding."""

from nbgrader.api import SubmittedNotebook
from nbgrader.preprocessors import AssignLatePenalties
from traitlets.config import Config

from grader.course.term import Course


def late_config(course: Course) -> Config:
    """nbgrader's settings for the manifest's rule about late work."""
    c = Config()
    rule = course.manifest.late.penalty
    if rule in ("none", "zero"):
        c.LateSubmissionPlugin.penalty_method = rule
    else:
        c.AssignLatePenalties.plugin_class = rule
    return c


def late_penalty(course: Course, notebook: SubmittedNotebook) -> float | None:
    """The points that a notebook loses for the time at which it was handed in; None if it is not late."""
    late = notebook.assignment.total_seconds_late
    if late <= 0:
        return None
    rule = AssignLatePenalties(config=late_config(course))
    rule.init_plugin()
    penalty = rule.plugin_inst.late_submission_penalty(notebook.student.id, notebook.score, late)
    return None if penalty is None else float(rule._check_late_penalty(notebook, penalty))
