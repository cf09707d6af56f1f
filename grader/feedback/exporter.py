"""nbconvert's exporter for feedback pages: a redacted notebook and what `report` says about it.

nbconvert's own HTMLExporter parses each page once more to change it, which takes longer than all
else together.
"""

from datetime import date, datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from nbconvert.exporters import Exporter
from nbformat.notebooknode import NotebookNode
from traitlets import Unicode

from grader.course.manifest import MANIFEST
from grader.course.term import Course
from grader.feedback.cells import cells_of, markdown
from grader.feedback.news import news
from grader.feedback.report import report
from grader.feedback.tasks import tasks_of

TEMPLATES = Path(__file__).parent / "templates"


class PageExporter(Exporter):
    """Exporter that writes one student's page."""

    root = Unicode(help="The folder of the course.").tag(config=True)
    folder = Unicode(help="The folder of the term.").tag(config=True)

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.file_extension = ".html"

    def from_notebook_node(
        self, nb: NotebookNode, resources: Any = None, **settings: Any
    ) -> tuple[Any, Any]:
        """Return the page and the resources; changes `nb`."""
        resources = self._init_resources(resources)
        # nbconvert would copy the notebook three times and validate it again, which takes as long
        # as all of this.
        for preprocessor in self._preprocessors:
            nb, resources = preprocessor(nb, resources)
        names, scores = resources["nbgrader"], resources["scores"]
        root = Path(self.root)
        course = _course(root, Path(self.folder), (root / MANIFEST).stat().st_mtime_ns)
        module = course.manifest.module(names["assignment"])
        told = news(course, module, names["student"])
        found = report(
            nb, tasks_of(course.source(module)), scores, resources["findings"],
            resources["faults"], names["student"], told.allowance,
        )  # fmt: skip
        budget = resources["budget"]
        page = template("page.html.j2").render(
            course=course.manifest.course.title,
            module=module,
            report=found,
            news=told,
            cells=cells_of(nb, resources["findings"], scores, budget),
            markdown=lambda text: markdown(text, budget),
        )
        return page, resources


@lru_cache(maxsize=8)
def _course(root: Path, folder: Path, changed: int) -> Course:
    """Return the course with its manifest; `changed` tells the manifest's versions apart."""
    return Course(root, folder)


@cache
def template(name: str) -> Any:
    """Return a template of the pages, with its filters."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["points"] = points
    environment.filters["day"] = day
    environment.globals.update(
        style=Markup((TEMPLATES / "page.css").read_text(encoding="utf-8")), today=date.today
    )
    return environment.get_template(name)


def points(number: float) -> str:
    """Return points as people write them: 4 or 2.5."""
    return f"{round(number, 2):g}"


def day(when: date | datetime) -> str:
    """Return a date such as `3 March 2026`, with the time in UTC if there is one."""
    text = f"{when.day} {when:%B %Y}"
    return f"{text}, {when:%H:%M} UTC" if isinstance(when, datetime) else text
