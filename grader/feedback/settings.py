"""nbgrader's settings for feedback pages."""

from traitlets.config import Config

from grader.course.term import Course
from grader.feedback.exporter import PageExporter
from grader.feedback.redact import GetScores, Redact
from grader.feedback.sanitize import SanitizeOutputs


def feedback_config(course: Course) -> Config:
    """Return the settings for rendering pages and for what feedback shows of hidden tests."""
    c = Config()
    c.GenerateFeedback.exporter_class = PageExporter
    # Redact comes last: its verdicts need the scores that GetScores records.
    c.GenerateFeedback.preprocessors = [GetScores, Redact]
    c.PageExporter.preprocessors = [SanitizeOutputs]
    c.PageExporter.root, c.PageExporter.folder = str(course.root), str(course.folder)
    c.Redact.books = str(course.folder / "books")
    c.Redact.hidden_tests = course.manifest.feedback.hidden_tests
    return c
