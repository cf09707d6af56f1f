"""nbgrader's settings for a term, taken from the manifest: its own commands and ours read the same ones."""

from pathlib import Path
from typing import TYPE_CHECKING

from nbconvert.preprocessors import CSSHTMLHeaderPreprocessor
from nbgrader.preprocessors import (
    AssignLatePenalties,
    CheckCellMetadata,
    ClearHiddenTests,
    ClearMarkScheme,
    ClearOutput,
    ClearSolutions,
    ComputeChecksums,
    DeduplicateIds,
    IgnorePattern,
    LimitOutput,
    LockCells,
    OverwriteCells,
    OverwriteKernelspec,
    SaveAutoGrades,
)
from traitlets.config import Config

from grader.feedback.highlight import highlight_code
from grader.feedback.markup import markdown2html, unchanged
from grader.feedback.redact import GetMarks, Redact
from grader.feedback.sanitize import Harmless
from grader.grading.kernels.execute import ExecuteSubmission
from grader.release.cells import EnterCells
from grader.release.stubs import CODE_STUB, NameStubs
from grader.submissions.rebuild import Rebuild

if TYPE_CHECKING:
    from grader.course.term import Course

PAGES = Path(__file__).parent / "feedback" / "templates"


def nbgrader_config(course: "Course") -> Config:
    """Everything that nbgrader must know about `course`."""
    manifest = course.manifest
    c = Config()
    c.CourseDirectory.course_id = manifest.course.id
    c.CourseDirectory.root = str(course.folder)
    c.CourseDirectory.source_directory = str(course.root / "modules")
    c.CourseDirectory.db_url = course.db_url
    # Code that lies beside a notebook would shadow the package or NumPy while it is graded.
    c.CourseDirectory.ignore = [".ipynb_checkpoints", "__pycache__", "*.py", "*.pyc", "*.so", "*.pyd", "*.pth", "*.zip"]

    c.GenerateAssignment.preprocessors = [
        LockCells, ClearSolutions, NameStubs, ClearOutput, CheckCellMetadata, ComputeChecksums, EnterCells,
        ClearHiddenTests, ClearMarkScheme, ComputeChecksums, CheckCellMetadata,
    ]  # fmt: skip
    c.ClearSolutions.code_stub = {"python": CODE_STUB}
    c.ClearSolutions.text_stub = "*Your answer here.*"

    c.Autograde.sanitize_preprocessors = [
        Rebuild, ClearOutput, DeduplicateIds, OverwriteKernelspec, OverwriteCells, CheckCellMetadata,
    ]  # fmt: skip
    c.Autograde.autograde_preprocessors = [
        ExecuteSubmission, IgnorePattern, LimitOutput, SaveAutoGrades, AssignLatePenalties, CheckCellMetadata,
    ]  # fmt: skip
    if manifest.late.penalty in ("none", "zero"):
        c.LateSubmissionPlugin.penalty_method = manifest.late.penalty
    else:
        c.AssignLatePenalties.plugin_class = manifest.late.penalty
    c.Rebuild.release_directory = str(course.folder / "release")
    c.ExecuteSubmission.shutdown_kernel = "immediate"  # nothing in it is worth waiting for
    c.ExecuteSubmission.timeout = manifest.limits.cell_seconds
    c.ExecuteSubmission.submission_seconds = manifest.limits.submission_seconds
    c.ExecuteSubmission.packages = str(course.folder / "packages")
    c.ExecuteSubmission.books = str(course.folder / "books")
    c.ExecuteSubmission.course_seed = course.seed

    c.ExportApp.plugin_class = "grader.gradebook.grades.GradesPlugin"
    # Both pages that show what a student wrote: the form grader's and, with another template, feedback's.
    c.HTMLExporter.preprocessors = [Harmless]
    c.HTMLExporter.filters = {
        "markdown2html": markdown2html,
        "highlight_code": highlight_code,
        "strip_files_prefix": unchanged,
    }
    c.HTMLExporter.template_file = str(PAGES / "formgrade.html.j2")
    c.GenerateFeedback.HTMLExporter.template_file = str(PAGES / "feedback.html.j2")
    c.GenerateFeedback.preprocessors = [GetMarks, CSSHTMLHeaderPreprocessor, Redact]
    c.Redact.books = str(course.folder / "books")
    c.Redact.hidden_tests = manifest.feedback.hidden_tests
    return c
