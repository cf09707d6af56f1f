"""nbgrader's part in the repair: a preprocessor that brings a submission back to the shape of its release."""

from pathlib import Path

from nbconvert.exporters.exporter import ResourcesDict
from nbformat.notebooknode import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Unicode

from grader.course.notebook import read
from workbench.repair import repair


class Rebuild(NbGraderPreprocessor):
    """nbgrader preprocessor, the first when a submission is sanitized; its notes stay in the notebook's metadata."""

    release_directory = Unicode(help="Where the released notebooks lie.").tag(config=True)

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict
    ) -> tuple[NotebookNode, ResourcesDict]:
        names = resources["nbgrader"]
        release = read(
            Path(self.release_directory) / names["assignment"] / f"{names['notebook']}.ipynb"
        )
        notes = rebuild(nb, release)
        nb.metadata["tinytorch"] = {"notes": notes}
        return nb, resources


def rebuild(submitted: NotebookNode, release: NotebookNode) -> list[str]:
    """Repair `submitted` in place after `release` and say what was repaired, in lines for the grades."""
    return [f"{what}: {', '.join(names)}" for what, names in repair(submitted, release).items()]
