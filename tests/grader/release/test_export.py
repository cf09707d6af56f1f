"""Exporting the sources: what is written, from which notebooks, and never a part of it."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from grader.course.errors import CourseError
from grader.course.notebook import read
from grader.course.term import ROOT
from grader.proof.check import unclean
from grader.release.export import cleaned, export, sources, wrong_targets
from workbench.cells import grade_id


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The repository's sources and package, to be changed."""
    for part in ("modules", "tinytorch"):
        shutil.copytree(
            ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__", ".*")
        )
    for part in ("pyproject.toml", "nbs_config.yml"):
        shutil.copyfile(ROOT / part, tmp_path / part)
    return tmp_path


def edit(path: Path, change: Callable[[dict[str, Any]], None], name: str = "linear") -> None:
    """Change the cell of this grade_id."""
    content = json.loads(path.read_text(encoding="utf-8"))
    change(
        next(
            c for c in content["cells"] if c["metadata"].get("nbgrader", {}).get("grade_id") == name
        )
    )
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def source(copy: Path) -> Path:
    return copy / "modules" / "03_layers" / "layers.ipynb"


def package(copy: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in copy.glob("tinytorch/**/*.py")}


def test_the_course_s_own_sources_are_as_cleaning_writes_them() -> None:
    for path in sources(ROOT):
        assert cleaned(ROOT, path) == path.read_text(encoding="utf-8")


def test_only_what_changed_is_written(copy: Path) -> None:
    edit(source(copy), lambda cell: cell.update(source=[*cell["source"], "\n", "    extra = 1"]))
    assert export(copy) == [copy / "tinytorch/core/layers.py"]
    assert "    extra = 1" in (copy / "tinytorch/core/layers.py").read_text(encoding="utf-8")
    assert export(copy) == []


def test_a_backup_beside_the_source_is_not_exported(copy: Path) -> None:
    backup = source(copy).with_name("layers_backup.ipynb")
    shutil.copyfile(source(copy), backup)
    edit(
        backup,
        lambda cell: cell.update(source=["#| export\n", "class Linear(Layer):\n", "    pass"]),
    )
    assert export(copy) == []


def test_outputs_counts_metadata_and_missing_ids_are_mended_by_what_check_advises(
    copy: Path,
) -> None:
    def run_in_lab(cell: dict[str, Any]) -> None:
        cell.update(
            execution_count=3, outputs=[{"output_type": "stream", "name": "stdout", "text": ["hi"]}]
        )
        cell["metadata"]["collapsed"] = True
        del cell["id"]

    edit(source(copy), run_in_lab)
    assert all(line.endswith("run `grader export`.") for line in unclean(copy, source(copy)))
    assert export(copy)[0] == source(copy)
    assert unclean(copy, source(copy)) == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "%%time\n",
            r"cell \d+ \(linear, Task 2, `Linear`\): line 1 is not valid Python"
            r" \(invalid syntax\): %%time",
        ),
        ("!pip list\n", r"line 1 .*: !pip list"),
        ("x = \u201c1\u201d\n", r"line 1 is not valid Python \(invalid character"),
    ],
)
def test_a_cell_that_is_not_python_is_named_and_nothing_is_written(
    copy: Path, text: str, says: str
) -> None:
    edit(source(copy), lambda cell: cell.update(source=[text, *cell["source"]]))
    edit(
        copy / "modules/02_activations/activations.ipynb",
        lambda c: c["source"].append("\n# more"),
        "relu",
    )
    before = package(copy)
    with pytest.raises(
        CourseError, match=rf"Nothing was exported.\nmodules/03_layers/layers.ipynb: .*{says}"
    ):
        export(copy)
    assert package(copy) == before


def test_a_module_that_would_write_another_s_file_is_named_and_nothing_is_written(
    copy: Path,
) -> None:
    path = source(copy)
    path.write_text(
        path.read_text(encoding="utf-8").replace(
            "default_exp core.layers", "default_exp core.tensor"
        )
    )
    before = package(copy)
    says = r"modules/03_layers/layers.ipynb: cell \d+: must say '#| default_exp core.layers'\."
    with pytest.raises(CourseError, match=says.replace("|", r"\|")):
        export(copy)
    assert package(copy) == before


def test_a_module_that_names_no_file_is_named(copy: Path) -> None:
    path = source(copy)
    path.write_text(
        path.read_text(encoding="utf-8").replace("#| default_exp core.layers", "# nothing")
    )
    assert wrong_targets(copy) == [
        "modules/03_layers/layers.ipynb: no cell says '#| default_exp core.layers', "
        "so nothing of it is exported."
    ]


def test_the_marks_of_a_merge_are_named_with_the_cell_and_the_line(tmp_path: Path) -> None:
    lines = (ROOT / "modules/03_layers/layers.ipynb").read_text(encoding="utf-8").split("\n")
    at = next(number for number, line in enumerate(lines) if "self.weight = Tensor" in line)
    path = tmp_path / "layers.ipynb"
    path.write_text(
        "\n".join([*lines[:at], "<<<<<<< HEAD", lines[at], "=======", ">>>>>>> main", *lines[at:]])
    )
    with pytest.raises(CourseError) as told:
        read(path)
    names = [grade_id(cell) for cell in read(ROOT / "modules/03_layers/layers.ipynb").cells]
    place = names.index("linear") + 1
    assert (
        f"layers.ipynb: cell {place} (linear), line {at + 1} is a merge conflict marker"
        in told.value.message
    )


def test_the_way_out_that_a_damaged_source_names_works(tmp_path: Path) -> None:
    path = tmp_path / "layers.ipynb"
    shutil.copyfile(ROOT / "modules/03_layers/layers.ipynb", path)
    who = ["-c", "user.name=a", "-c", "user.email=a@b"]
    for command in (["init", "-q"], ["add", "."], [*who, "commit", "-qm", "x"]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    path.write_text(path.read_text(encoding="utf-8")[:-500], encoding="utf-8")
    with pytest.raises(CourseError) as told:
        read(path)
    remedy = told.value.message.split("with git ")[1].removesuffix(".")
    subprocess.run(["git", *remedy.split()], cwd=tmp_path, check=True)
    assert len(read(path).cells) > 100
