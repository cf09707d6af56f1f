"""Exporting: the package is written and imported, gaps are named, nothing is lost."""

import subprocess
import sys
from collections.abc import Callable

import nbformat
import pytest
from kit import cell_of

from workbench.assignment import Assignment
from workbench.cells import grade_id
from workbench.errors import UserError
from workbench.export import expected_names, export, unwritten
from workbench.notebook import read

Solve = Callable[..., None]
LINEAR_ONLY = "#| export\nclass Linear(Layer):\n    pass"


def test_a_complete_notebook_becomes_a_package_and_nothing_is_missing(
    layers: Assignment, solve: Solve, capsys: pytest.CaptureFixture[str]
) -> None:
    solve()
    assert export(layers) == 0
    said = capsys.readouterr().out.splitlines()
    assert said == [
        "Exported tinytorch/core/layers.py; a fresh Python imports it.",
        "Nothing is missing. In the next notebook: "
        "from tinytorch.core.layers import Layer, Linear, Dropout, Sequential",
    ]
    use = "from tinytorch.core.layers import Linear; import numpy; print(Linear(3, 2).weight.shape)"
    done = subprocess.run(
        [sys.executable, "-c", use], cwd=layers.root, capture_output=True, text=True
    )
    assert done.stdout == "(3, 2)\n", done.stderr


def test_the_export_says_that_it_is_generated_and_from_what(
    layers: Assignment, solve: Solve
) -> None:
    solve()
    export(layers)
    text = layers.exported.read_text(encoding="utf-8")
    assert "File to edit: ../../modules/03_layers/layers.ipynb" in text
    assert str(layers.root) not in text


def test_tasks_that_are_not_written_are_named_in_the_order_of_the_notebook(
    layers: Assignment, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(layers) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[1] == "  Task 1, `Layer`: Layer.forward is not written yet"
    assert said[-1] == "  Task 5.10, `count_parameters`: count_parameters is not written yet"


def test_names_that_the_module_must_have_are_named_with_their_task(
    layers: Assignment, solve: Solve, capsys: pytest.CaptureFixture[str]
) -> None:
    solve({"dropout": "#| export\nclass DropOut(Layer):\n    pass", "linear": LINEAR_ONLY})
    assert export(layers) == 0
    said = capsys.readouterr().out
    assert "  missing: Dropout, which Task 3, `Dropout` asks for" in said
    assert "Nothing is missing" not in said


def test_a_second_export_keeps_the_first_and_an_equal_one_keeps_nothing(
    layers: Assignment, solve: Solve, capsys: pytest.CaptureFixture[str]
) -> None:
    solve()
    export(layers)
    first = layers.exported.read_bytes()
    export(layers)
    assert [path.name for path in layers.kept.iterdir()] == ["layers-1.py"]
    solve({"linear": LINEAR_ONLY})
    capsys.readouterr()
    export(layers)
    assert (layers.kept / "layers-1.py").read_bytes() == first
    assert "Kept the earlier version as kept/layers-1.py" in capsys.readouterr().out
    solve()
    export(layers)
    export(layers)
    assert sorted(path.name for path in layers.kept.iterdir()) == ["layers-1.py", "layers-2.py"]


def test_an_export_survives_that_a_later_module_is_unpacked_over_it(
    layers: Assignment, solve: Solve
) -> None:
    solve()
    export(layers)
    own = layers.exported.read_bytes()
    layers.exported.write_text(
        "finished = 'the version that came with module 04'\n", encoding="utf-8"
    )
    assert (layers.kept / "layers-1.py").read_bytes() == own
    export(layers)
    assert layers.exported.read_bytes() == own


def test_what_was_edited_by_hand_is_kept(layers: Assignment, solve: Solve) -> None:
    layers.exported.write_text("mine = 'written by hand, ü'\n", encoding="utf-8")
    solve()
    export(layers)
    assert (layers.kept / "layers-1.py").read_text(
        encoding="utf-8"
    ) == "mine = 'written by hand, ü'\n"


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (
            "#| export\nclass Linear(Layer):\n    def forward(self, x)\n        pass",
            "Task 2, `Linear`: the cell is not valid Python in line 3: expected ':'",
        ),
        (
            "#| export\nimport no_such_package",
            "fails with an error in Task 2, `Linear`: "
            "ModuleNotFoundError: No module named 'no_such_package'",
        ),
        ("#| export\nraise SystemExit(0)", "the import ended Python with code 0"),
    ],
)
def test_what_cannot_be_imported_leaves_the_earlier_export_as_it_was(
    layers: Assignment, solve: Solve, capsys: pytest.CaptureFixture[str], answer: str, says: str
) -> None:
    solve()
    export(layers)
    before = layers.exported.read_bytes()
    solve({"linear": answer})
    capsys.readouterr()
    assert export(layers) == 1
    said = capsys.readouterr().out
    assert "Not exported: " in said
    assert says in said
    assert "The earlier layers.py is unchanged." in said
    assert layers.exported.read_bytes() == before
    assert [path.name for path in layers.kept.iterdir()] == ["layers-1.py"]


def test_a_notebook_without_its_default_exp_is_told_so(layers: Assignment, solve: Solve) -> None:
    solve()
    book = read(layers.notebook)
    next(
        cell for cell in book.cells if "default_exp" in cell.source
    ).source = "#| default_exp core.mine"
    layers.notebook.write_text(nbformat.writes(book), encoding="utf-8")
    with pytest.raises(
        UserError, match=r"'#\| default_exp core.layers' is missing.*Nothing was written"
    ):
        export(layers)
    assert not layers.exported.exists()


def test_the_names_are_those_that_the_release_defines(layers: Assignment) -> None:
    names = expected_names(read(layers.released))
    assert names["Linear"] == names["Linear.forward"] == "linear"
    assert names["mlp_flops"] == "mlp-flops"
    assert "Shift" not in names  # a helper of the tests, which is not exported


def test_only_the_course_s_own_stubs_count_as_not_written() -> None:
    source = "def f():\n    raise NotImplementedError\n"
    source += "def g():\n    raise NotImplementedError('Task g: g is not. x')\n"
    assert unwritten(source) == ["Task g: g is not"]


def test_the_reference_versions_of_earlier_modules_stay(layers: Assignment, solve: Solve) -> None:
    tensor = layers.exported.with_name("tensor.py")
    before = tensor.read_bytes()
    solve()
    export(layers)
    assert tensor.read_bytes() == before


def test_the_notebook_itself_is_not_touched(layers: Assignment, solve: Solve) -> None:
    solve()
    before = layers.notebook.read_bytes()
    export(layers)
    assert layers.notebook.read_bytes() == before
    assert grade_id(read(layers.notebook).cells[0]) is None


def test_magics_and_lost_types_cost_nothing_and_are_told(
    layers: Assignment, solve: Solve, capsys: pytest.CaptureFixture[str]
) -> None:
    solve()
    export(layers)
    before = layers.exported.read_bytes()
    book = read(layers.notebook)
    linear, dropout, layer = (cell_of(book, each) for each in ("linear", "dropout", "layer"))
    linear.source = f"%%time\n{linear.source}"
    macs = cell_of(book, "linear-macs")
    macs.source = macs.source.replace("#| export\n", "")
    layer.source = "!pip install -q numpy\n" + layer.source.replace(
        "#| export\n", "#| export\nfiles = !ls\n"
    )
    dropout.cell_type = "raw"
    del dropout["outputs"], dropout["execution_count"]
    layers.notebook.write_text(nbformat.writes(book), encoding="utf-8")
    capsys.readouterr()
    assert export(layers) == 0
    said = capsys.readouterr().out
    assert "began with %%time, which is left out: Task 2, `Linear`" in said
    assert "was not a code cell any more, restored: Task 3, `Dropout`" in said
    assert "Left out of the package: Task 1, `Layer`, line 1: !pip install -q numpy" in said
    assert "Exported although its line #| export is missing: Task 5.4, `linear_macs`" in said
    assert "Nothing is missing." in said
    written = layers.exported.read_text(encoding="utf-8")
    for line in ("# %%time\n", "# !pip install -q numpy\n", "# files = !ls\n"):
        written = written.replace(line, "")
    assert written.encode() == before


def test_the_backup_beside_the_notebook_is_not_exported(layers: Assignment, solve: Solve) -> None:
    solve()
    export(layers)
    before = layers.exported.read_bytes()
    backup = read(layers.notebook)
    cell_of(backup, "linear").source = LINEAR_ONLY
    layers.notebook.with_name("layers_backup.ipynb").write_text(
        nbformat.writes(backup), encoding="utf-8"
    )
    export(layers)
    assert layers.exported.read_bytes() == before
