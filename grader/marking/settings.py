"""nbgrader's settings for the form grader."""

from pathlib import Path

from traitlets.config import Config

from grader.course.term import Course
from grader.feedback.highlight import highlight_code
from grader.feedback.markup import markdown2html, unchanged
from grader.feedback.sanitize import SanitizeOutputs
from grader.marking.beside import AddSchemes

# The form grader with our pages for written answers, in place of nbgrader's own.
SERVER_EXTENSIONS = {"nbgrader.server_extensions.formgrader": False, "grader.marking": True}
TEMPLATES = Path(__file__).parent / "templates"


def form_grader_config(course: Course) -> Config:
    """Return the settings for the form grader's page of a submission."""
    c = Config()
    c.HTMLExporter.preprocessors = [SanitizeOutputs, AddSchemes]
    c.HTMLExporter.filters = {
        "markdown2html": markdown2html,
        "highlight_code": highlight_code,
        "strip_files_prefix": unchanged,
    }
    c.HTMLExporter.template_file = str(TEMPLATES / "formgrade.html.j2")
    c.AddSchemes.root, c.AddSchemes.folder = str(course.root), str(course.folder)
    return c
