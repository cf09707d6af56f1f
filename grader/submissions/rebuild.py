"""The nbgrader preprocessor that repairs a submission after its release."""

from pathlib import Path

from nbconvert.exporters.exporter import ResourcesDict
from nbformat.notebooknode import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Unicode

from grader.course.notebook import read
from workbench.repair import repair


class Rebuild(NbGraderPreprocessor):
    """nbgrader preprocessor that runs first in autograding; its notes go into the metadata."""

    release_directory = Unicode(help="The folder with the released notebooks.").tag(config=True)

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Repair the notebook and record the notes."""
        names = resources["nbgrader"]
        release = read(
            Path(self.release_directory) / names["assignment"] / f"{names['notebook']}.ipynb"
        )
        notes = rebuild(nb, release)
        nb.metadata["tinytorch"] = {"notes": notes}
        return nb, resources


def rebuild(submitted: NotebookNode, release: NotebookNode) -> list[str]:
    """Repair `submitted` in place after `release`; return a line for each kind of repair."""
    return [f"{what}: {', '.join(names)}" for what, names in repair(submitted, release).items()]
