"""nbgrader's form grader with pages for written answers, as an extension of a Jupyter server."""

from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader, PrefixLoader
from jupyter_server.utils import url_path_join
from nbgrader.server_extensions.formgrader.formgrader import FormgradeExtension
from nbgrader.server_extensions.formgrader.handlers import template_path
from tornado.web import StaticFileHandler

from grader.course.term import Course
from grader.marking.handlers import ListHandler, MarksHandler, QuestionHandler

HERE = Path(__file__).parent


# One of nbgrader's pages with a link more beside it.
LINKED = """{%- extends "nbgrader/NAME" -%}
{%- block sidebar -%}
{{ super() }}
<li role="presentation"><a href="{{ base_url }}/formgrader/written">Written answers</a></li>
{%- endblock -%}
"""


def _with_sidebar() -> list[str]:
    """The templates of nbgrader that write the links at the side."""
    return [
        path.name
        for path in Path(template_path).glob("*.tpl")
        if "block sidebar" in path.read_text(encoding="utf-8")
    ]


class FormGrader(FormgradeExtension):
    """The form grader of one course."""

    def init_tornado_settings(self, webapp: Any) -> None:
        """Add the course and our templates to the server's settings."""
        super().init_tornado_settings(webapp)
        theirs = FileSystemLoader(template_path)
        linked = DictLoader({name: LINKED.replace("NAME", name) for name in _with_sidebar()})
        loader = ChoiceLoader([linked, theirs, PrefixLoader({"nbgrader": theirs})])
        webapp.settings["nbgrader_jinja2_env"] = Environment(loader=loader)
        webapp.settings["grader_course"] = Course.here()
        webapp.settings["grader_templates"] = Environment(
            loader=FileSystemLoader(HERE / "templates"),
            autoescape=True, trim_blocks=True, lstrip_blocks=True,
        )  # fmt: skip

    def init_handlers(self, webapp: Any) -> None:
        """Add the handlers of our pages before nbgrader's, which take every other address."""
        base, written = webapp.settings["base_url"], "/formgrader/written"
        static = {"path": str(HERE / "static")}
        pages: list[tuple[Any, ...]] = [
            (rf"{written}/static/(.*)", StaticFileHandler, static),
            (rf"{written}/?", ListHandler),
            (rf"{written}/([^/]+)/([^/]+)/?", QuestionHandler),
            (rf"{written}/([^/]+)/([^/]+)/marks", MarksHandler),
        ]
        webapp.add_handlers(".*$", [(url_path_join(base, path), *rest) for path, *rest in pages])
        super().init_handlers(webapp)


def load(app: Any) -> None:
    """Add the form grader to a server."""
    form_grader = FormGrader(parent=app)
    form_grader.root_dir, form_grader.log = app.root_dir, app.log
    form_grader.initialize([])
    form_grader.init_tornado_settings(app.web_app)
    form_grader.init_handlers(app.web_app)
