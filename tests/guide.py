"""The files that docs/adding-a-module.md tells an author to write."""

import re

import jupytext
import yaml
from nbformat.notebooknode import NotebookNode

from grader.course.manifest import Module
from grader.course.term import ROOT

GUIDE = (ROOT / "docs" / "adding-a-module.md").read_text(encoding="utf-8")
FILE = re.compile(r"^`([\w./-]+)`[^`\n]*:\n\n(`{3,4})\w*\n(.*?)^\2$", re.MULTILINE | re.DOTALL)
FILES = {path: text for path, _, text in FILE.findall(GUIDE)}
NOTEBOOK = "build/errors.py"
ENTRY = Module.model_validate(yaml.safe_load(FILES["nbs_config.yml"])[0])


def guide_notebook() -> NotebookNode:
    """The guide's notebook, which keeps to every convention."""
    return jupytext.reads(FILES[NOTEBOOK], fmt="py:percent")


def with_entry(manifest: str) -> str:
    """The text of nbs_config.yml with the guide's entry where the guide puts it."""
    return manifest.replace("\nlimits:", f"\n{FILES['nbs_config.yml']}\nlimits:", 1)
