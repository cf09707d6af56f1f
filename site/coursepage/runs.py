"""The directive {runs}: a short program of site/compare/ and, below it, its output.

The program runs when the page is built. If it needs a package that is not installed
(`:needs: torch`), a sentence says so in place of the output.
"""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective


class Runs(SphinxDirective):
    """`{runs} ours.py`."""

    required_arguments = 1
    option_spec: ClassVar = {"needs": directives.unchanged}

    def run(self) -> list[nodes.Node]:
        """The program and its output."""
        root = Path(self.config.course_root)
        program = root / "site" / "compare" / self.arguments[0]
        self.env.note_dependency(str(program))
        source = program.read_text(encoding="utf-8").rstrip()
        code = nodes.literal_block(source, source, language="python")
        needs = self.options.get("needs")
        if needs and find_spec(needs) is None:
            text = f"This page was built on a machine without {needs}, so this program was not run."
            return [code, nodes.paragraph(text, text, classes=["not-run"])]
        environment = {**os.environ, "PYTHONPATH": str(root)}
        # In a process of its own, as a reader would run it.
        done = subprocess.run(
            [sys.executable, str(program)], env=environment, capture_output=True, text=True
        )
        if done.returncode:
            raise self.error(f"{program.name} failed: {done.stderr.strip().splitlines()[-1]}")
        printed = done.stdout.rstrip()
        return [code, nodes.literal_block(printed, printed, language="text", classes=["printed"])]


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive."""
    app.add_directive("runs", Runs)
    return {"parallel_read_safe": True}
