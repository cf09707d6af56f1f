"""From the student to the grades: the file that was checked is the file that is graded."""

import zipfile
from collections.abc import Callable
from pathlib import Path

from kit import grade_all, marks, outcome

from grader.course.notebook import read
from grader.course.term import Course
from grader.submissions.collect import collect
from grader.submissions.receipt import find_receipt_owner
from workbench.assignment import Assignment
from workbench.cells import grade_id, is_visible_test
from workbench.check import make_report
from workbench.handin import hand_in
from workbench.load import load

WRONG = {
    "linear-flops": "#| export\ndef linear_flops(batch, in_features, out_features):\n    return 1",
    "linear-macs": "#| export\n"
    "def linear_macs(batch, in_features, out_features):\n    raise ValueError('no')",
    "count-parameters": "#| export\ndef count_parameters(model) return 1",
}


def test_the_visible_tests_fail_alike_at_the_desk_and_in_grading(
    fresh_term: Course, layers: Assignment, solve: Callable[..., None], tmp_path: Path
) -> None:
    solve(WRONG)
    checked = make_report(layers, load(layers)).failed
    hand_in(layers)
    handed_in = layers.root / "handed-in"
    with zipfile.ZipFile(tmp_path / "submissions.zip", "w") as archive:
        archive.write(handed_in / "layers.ipynb", "adalovelace_4711_90210_layers-1.ipynb")
    module = fresh_term.manifest.module("layers")
    assert collect(fresh_term, module, tmp_path / "submissions.zip").collected == ["adalovelace"]
    grade_all(fresh_term, module, ["adalovelace"])
    graded = read(fresh_term.autograded("adalovelace", module) / "layers.ipynb")
    failed = {
        grade_id(cell)
        for cell in graded.cells
        if is_visible_test(cell) and any(output.output_type == "error" for output in cell.outputs)
    }
    assert (
        failed
        == set(checked)
        == {"check-linear-flops", "check-linear-macs", "check-count-parameters"}
    )
    assert (
        outcome(fresh_term, module, "adalovelace")
        .notes[-1]
        .startswith("cell count-parameters: SyntaxError")
    )
    lost = sum(module.points[name] for name in WRONG)
    by_hand = sum(module.points[name] for name in module.manual)
    assert (
        sum(marks(fresh_term, module, "adalovelace").values()) == module.max_points - lost - by_hand
    )
    assert "collected from adalovelace" in find_receipt_owner(
        fresh_term, handed_in / "layers-receipt.txt"
    )
