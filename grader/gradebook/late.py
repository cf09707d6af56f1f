"""The late penalty by nbgrader's plugins, for work that nbgrader itself does not autograde."""

from nbgrader.api import SubmittedNotebook
from nbgrader.preprocessors import AssignLatePenalties
from traitlets.config import Config

from grader.course.term import Course


def late_config(course: Course) -> Config:
    """Return nbgrader's settings for the manifest's late policy."""
    c = Config()
    penalty = course.manifest.late.penalty
    if penalty in ("none", "zero"):
        c.LateSubmissionPlugin.penalty_method = penalty
    else:
        c.AssignLatePenalties.plugin_class = penalty
    return c


def late_penalty(
    course: Course, notebook: SubmittedNotebook, score: float | None = None
) -> float | None:
    """Return the points that a late notebook loses; None if it is not late.

    Args:
        course: whose late policy applies.
        notebook: the notebook in the gradebook.
        score: the points that count, if they differ from those in the gradebook.
    """
    # 0 without a due date or a time of submission.
    late = notebook.assignment.total_seconds_late
    if late <= 0:
        return None
    policy = AssignLatePenalties(config=late_config(course))
    policy.init_plugin()
    points = notebook.score if score is None else score
    penalty = policy.plugin_inst.late_submission_penalty(notebook.student.id, points, late)
    # As nbgrader does, but with the points that count.
    return None if penalty is None else min(max(0.0, float(penalty)), points)
