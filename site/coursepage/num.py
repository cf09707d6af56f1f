"""The role {num}`linear_param_bytes(784, 256)`: a number that is computed when the page is built.

The expression uses the package's functions. Whole numbers get thousands separators, others four
significant digits; `{num}`expression :: .2f`` sets another format. An expression that fails stops
the build.
"""

import importlib
import math
from numbers import Integral
from pathlib import Path
from typing import Any

import numpy as np
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxRole
from sphinx.writers.html5 import HTML5Translator

from grader.course.manifest import load


def kb(number_of_bytes: float) -> float:
    """Bytes in KB of 1,024 bytes."""
    return number_of_bytes / 1024


def mb(number_of_bytes: float) -> float:
    """Bytes in MB of 1,024 KB."""
    return number_of_bytes / 1024**2


NAMES: dict[str, Any] = {
    "math": math,
    "np": np,
    "kb": kb,
    "mb": mb,
    "sum": sum,
    "round": round,
    "len": len,
}
for each in load(Path(__file__).parents[2]).modules:
    package = importlib.import_module(f"tinytorch.core.{each.name}")
    NAMES |= {name: getattr(package, name) for name in package.__all__}


def compute(text: str) -> str:
    """The text that the page shows for an expression and its optional format.

    Raises:
        Exception: whatever the expression raises.
    """
    expression, _, form = (part.strip() for part in text.partition("::"))
    # The pages are ours; without builtins, an expression has only the names above.
    value = eval(expression, {"__builtins__": {}}, NAMES)
    if form:
        return format(value, form)
    if isinstance(value, Integral) or float(value).is_integer():
        return f"{int(value):,}"
    return f"{value:,.4g}"


# A node of its own instead of text, so that the expression reaches the HTML.
class Number(nodes.inline):
    """A computed number. Its expression stays in the page, so that the build can check it."""


class NumberRole(SphinxRole):
    """The role `num`."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """The number, or an error message if it cannot be computed."""
        try:
            shown = compute(self.text)
        except Exception as error:
            message = self.inliner.reporter.error(
                f"{self.text!r} cannot be computed: {error}", line=self.lineno
            )
            return [nodes.problematic(self.rawtext, self.rawtext)], [message]
        return [Number(self.rawtext, shown, of=self.text)], []


def visit(translator: HTML5Translator, node: Number) -> None:
    """Open the number's element."""
    translator.body.append(
        translator.starttag(node, "span", "", CLASS="number", **{"data-of": node["of"]})
    )


def depart(translator: HTML5Translator, _: Number) -> None:
    """Close the number's element."""
    translator.body.append("</span>")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the role."""
    app.add_node(Number, html=(visit, depart))
    app.add_role("num", NumberRole())
    return {"parallel_read_safe": True, "parallel_write_safe": True}
