"""nbgrader's settings for grading with its own kernels."""

from nbgrader.preprocessors import (
    AssignLatePenalties,
    CheckCellMetadata,
    ClearOutput,
    DeduplicateIds,
    IgnorePattern,
    LimitOutput,
    OverwriteCells,
    OverwriteKernelspec,
    SaveAutoGrades,
)
from traitlets.config import Config

from grader.course.term import Course
from grader.gradebook.late import late_config
from grader.grading.kernels.execute import ExecuteSubmission
from grader.submissions.rebuild import Rebuild


def autograde_config(course: Course) -> Config:
    """The settings of Autograde: its preprocessors, in their order, and its limits."""
    limits = course.manifest.limits
    c = late_config(course)
    # Rebuild comes first: the others find cells by the metadata that it restores.
    c.Autograde.sanitize_preprocessors = [
        Rebuild, ClearOutput, DeduplicateIds, OverwriteKernelspec, OverwriteCells,
        CheckCellMetadata,
    ]  # fmt: skip
    c.Autograde.autograde_preprocessors = [
        ExecuteSubmission, IgnorePattern, LimitOutput, SaveAutoGrades, AssignLatePenalties,
        CheckCellMetadata,
    ]  # fmt: skip
    c.Rebuild.release_directory = str(course.folder / "release")
    c.ExecuteSubmission.shutdown_kernel = "immediate"  # nothing in it has to be saved
    c.ExecuteSubmission.timeout = limits.cell_seconds
    c.ExecuteSubmission.submission_seconds = limits.submission_seconds
    c.ExecuteSubmission.packages = str(course.folder / "packages")
    c.ExecuteSubmission.books = str(course.folder / "books")
    c.ExecuteSubmission.course_seed = course.seed
    return c
