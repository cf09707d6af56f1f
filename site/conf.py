"""Sphinx's settings for the course's pages; `grader site` builds them."""

import os
import sys
from pathlib import Path

from sphinx.application import Sphinx

from grader.course.manifest import load

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(HERE))
# The kernels that run a page's cells import the package of this repository, installed or not.
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
# One BLAS thread: on a busy machine, threads wait for each other, which disturbs the timings.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ["MATPLOTLIBRC"] = str(HERE / "matplotlibrc")

project = load(ROOT).course.title
language = "en"
course_root = str(ROOT)
# The folder that the pages are published to. It may have slides, recordings and notebooks already,
# which the pages link to.
published = ""
extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_design",
    "coursepage.cards",
    "coursepage.drawing",
    "coursepage.launch",
    "coursepage.mathml",
    "coursepage.notebook",
    "coursepage.num",
    "coursepage.outputs",
    "coursepage.play",
    "coursepage.plots",
    "coursepage.runs",
    "coursepage.start",
]

myst_enable_extensions = ["dollarmath", "colon_fence", "attrs_inline", "deflist"]
myst_heading_anchors = 3
html_math_renderer = "mathml"
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_in_temp = True  # a cell may write files, such as weights
nb_execution_timeout = 120
nb_execution_show_tb = True
nb_code_prompt_show = "Show the code"
nb_code_prompt_hide = "Hide the code"
nb_merge_streams = True

autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True
add_module_names = False
toc_object_entries = False
default_role = "code"  # the docstrings write `x` for code

BRAND = ["color-brand-primary", "color-brand-content", "color-api-name", "color-api-pre-name"]
html_theme = "furo"
html_title = "TinyTorch"
html_favicon = "static/icon.svg"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sphinx = False
html_show_copyright = False
html_theme_options = {
    "light_css_variables": {**dict.fromkeys(BRAND, "#0b57a0"), "color-brand-visited": "#5b3a94"},
    "dark_css_variables": {**dict.fromkeys(BRAND, "#7cb7f0"), "color-brand-visited": "#b9a3e8"},
}
linkcheck_timeout = 20


def escape_docstring(
    _app: Sphinx, what: str, _name: str, _thing: object, _options: object, lines: list[str]
) -> None:
    """Keep reStructuredText from giving a meaning to characters of a docstring.

    `|x|` is an absolute value, not a substitution. Napoleon takes the words before a colon in a
    property's docstring for its type.
    """
    lines[:] = [line.replace("|", r"\|") for line in lines]
    if what == "property":
        lines[:] = [line.replace(": ", ", ") for line in lines]


def setup(app: Sphinx) -> None:
    """Called by Sphinx when it loads this file."""
    app.connect("autodoc-process-docstring", escape_docstring, priority=400)  # before napoleon
