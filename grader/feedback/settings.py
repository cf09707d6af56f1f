"""nbgrader's settings for pages with student work: feedback and the form grader."""

from traitlets.config import Config

from grader.course.term import Course
from grader.feedback.exporter import TEMPLATES, PageExporter
from grader.feedback.highlight import highlight_code
from grader.feedback.markup import markdown2html, unchanged
from grader.feedback.redact import GetScores, Redact
from grader.feedback.sanitize import SanitizeOutputs


def feedback_config(course: Course) -> Config:
    """Return the settings for rendering pages and for what feedback shows of hidden tests."""
    c = Config()
    c.HTMLExporter.preprocessors = [SanitizeOutputs]
    c.HTMLExporter.filters = {
        "markdown2html": markdown2html,
        "highlight_code": highlight_code,
        "strip_files_prefix": unchanged,
    }
    c.HTMLExporter.template_file = str(TEMPLATES / "formgrade.html.j2")
    c.GenerateFeedback.exporter_class = PageExporter
    # Redact comes last: its verdicts need the scores that GetScores records.
    c.GenerateFeedback.preprocessors = [GetScores, Redact]
    c.PageExporter.preprocessors = [SanitizeOutputs]
    c.PageExporter.root, c.PageExporter.folder = str(course.root), str(course.folder)
    c.Redact.books = str(course.folder / "books")
    c.Redact.hidden_tests = course.manifest.feedback.hidden_tests
    return c
