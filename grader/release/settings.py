"""nbgrader's settings for making releases."""

from nbgrader.preprocessors import (
    CheckCellMetadata,
    ClearHiddenTests,
    ClearMarkScheme,
    ClearOutput,
    ClearSolutions,
    ComputeChecksums,
    LockCells,
)
from traitlets.config import Config

from grader.release.cells import EnterCells
from grader.release.stubs import CODE_STUB, NameStubs


def release_config() -> Config:
    """Return the settings of GenerateAssignment; its preprocessors run in this order."""
    c = Config()
    c.GenerateAssignment.preprocessors = [
        # nbgrader's own order, with two of ours: NameStubs needs the stubs of ClearSolutions, and
        # EnterCells stands where SaveCells would, so that the gradebook keeps the hidden tests. The
        # second ComputeChecksums covers the text without them.
        LockCells, ClearSolutions, NameStubs, ClearOutput, CheckCellMetadata, ComputeChecksums,
        EnterCells, ClearHiddenTests, ClearMarkScheme, ComputeChecksums, CheckCellMetadata,
    ]  # fmt: skip
    c.ClearSolutions.code_stub = {"python": CODE_STUB}
    c.ClearSolutions.text_stub = "*Your answer here.*"
    return c
