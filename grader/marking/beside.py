"""Put the marking scheme beside a written answer on nbgrader's page of one submission."""

from pathlib import Path
from typing import Any

from nbconvert.preprocessors import Preprocessor
from nbformat.notebooknode import NotebookNode
from traitlets import Unicode

from grader.course.term import Course
from grader.feedback.tasks import tasks_of
from grader.marking.scheme import Scheme
from workbench.cells import grade_id, is_written


class AddSchemes(Preprocessor):
    """Preprocessor that gives each written answer its scheme, for the template."""

    root = Unicode(help="The folder of the course.").tag(config=True)
    folder = Unicode(help="The folder of the term.").tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Add the schemes to the metadata of the cells."""
        course = Course(Path(self.root), Path(self.folder))
        module = course.manifest.module(resources["assignment_id"])
        schemes = {
            task.name: Scheme.parse(task.criteria)
            for task in tasks_of(course.source(module))
            if task.manual
        }
        for cell in nb.cells:
            name = grade_id(cell) or ""
            if is_written(cell) and name in schemes:
                cell["metadata"]["scheme"] = schemes[name]
        return nb, resources
