"""The student edition: complete without anything secret, working on its own, and never over a student's work."""

import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from kit import answered, cell_of

from grader.course import ROOT, Course
from grader.edition import write_edition
from grader.errors import CourseError
from grader.exercises import read
from grader.manifest import Module


@pytest.fixture
def module(term: Course) -> Module:
    return term.manifest.module("activations")


@pytest.fixture
def edition(term: Course, module: Module, tmp_path: Path) -> Path:
    write_edition(term, module, tmp_path / "edition")
    return tmp_path / "edition"


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def texts(folder: Path) -> dict[str, str]:
    return {name: (folder / name).read_text(encoding="utf-8") for name in files(folder)}


def new_release(term: Course, module: Module, change: str) -> None:
    """The term's release with another line in a given cell."""
    book = read(term.release(module))
    cell_of(book, "given-imports").source += f"\n# {change}"
    term.release(module).write_text(nbformat.writes(book), encoding="utf-8")


def test_it_holds_the_release_the_package_so_far_and_how_to_set_up(edition: Path) -> None:
    assert files(edition) == {
        "modules/02_activations/activations.ipynb",
        "tinytorch/__init__.py", "tinytorch/checks.py", "tinytorch/core/__init__.py", "tinytorch/core/tensor.py",
        "README.md", "Makefile", "pyproject.toml", "requirements.txt", "constraints.txt", ".gitignore",
    }  # fmt: skip


def test_it_names_its_module_in_every_text(edition: Path) -> None:
    for name, text in texts(edition).items():
        assert not {"{id}", "{name}", "{title}"}.intersection(text.split("`")), name
    assert "modules/02_activations/activations.ipynb" in (edition / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("number", ["1", "2", "3"])
def test_it_tells_no_solution_and_no_hidden_test(term: Course, tmp_path: Path, number: str) -> None:
    chosen = term.manifest.module(number)
    write_edition(term, chosen, tmp_path)
    everything = "\n".join(texts(tmp_path).values())
    assert "SOLUTION" not in everything
    assert "HIDDEN" not in everything
    shown = {cell.get("id"): cell.source for cell in read(term.release(chosen)).cells}
    for cell in read(term.source(chosen)).cells:
        if "### BEGIN" in cell.source:
            secret = cell.source.split("### BEGIN", 1)[1].split("### END")[0].split("\n", 1)[1].strip()
            assert secret not in shown[cell.id]
    assert not (tmp_path / "tinytorch" / "core" / f"{chosen.name}.py").exists()


def test_the_student_s_requirements_are_those_of_the_course(edition: Path) -> None:
    lines = (edition / "requirements.txt").read_text(encoding="utf-8").splitlines()
    assert lines[:2] == ["-c constraints.txt", "-e ."]
    assert any(line.startswith("nbdev>=") for line in lines)
    assert not any(line.startswith(("pytest", "pydantic")) for line in lines)
    assert (edition / "constraints.txt").read_bytes() == (ROOT / "constraints.txt").read_bytes()


def test_writing_it_again_writes_nothing(term: Course, module: Module, edition: Path) -> None:
    before = texts(edition)
    report = write_edition(term, module, edition)
    assert (report.written, report.kept) == ([], [])
    assert texts(edition) == before


def test_a_changed_file_is_the_student_s_and_is_kept(term: Course, module: Module, edition: Path) -> None:
    path = edition / "tinytorch" / "core" / "tensor.py"
    path.write_text("class Tensor: 'my own'\n", encoding="utf-8")
    report = write_edition(term, module, edition)
    assert path.read_text(encoding="utf-8") == "class Tensor: 'my own'\n"
    assert report.kept == [path]


@pytest.mark.parametrize("content", [b"not UTF-8: \xff\xfe", b"", b"{}"])
def test_a_notebook_that_was_worked_on_is_kept_and_the_new_release_put_beside_it(
    fresh_term: Course, module: Module, edition: Path, content: bytes
) -> None:
    path = edition / "modules" / module.id / "activations.ipynb"
    path.write_bytes(content)
    new_release(fresh_term, module, "second release")
    report = write_edition(fresh_term, module, edition)
    (beside,) = report.written
    assert path.read_bytes() == content
    assert beside.read_bytes() == fresh_term.release(module).read_bytes()
    assert (beside.parent, report.kept) == (path.parent, [path])
    assert write_edition(fresh_term, module, edition).written == []


def test_a_new_release_that_was_worked_on_is_kept_too(fresh_term: Course, module: Module, edition: Path) -> None:
    path = edition / "modules" / module.id / "activations.ipynb"
    path.write_text("my first work", encoding="utf-8")
    new_release(fresh_term, module, "second release")
    (beside,) = write_edition(fresh_term, module, edition).written
    beside.write_text("my second work", encoding="utf-8")
    new_release(fresh_term, module, "third release")
    write_edition(fresh_term, module, edition)
    assert beside.read_text(encoding="utf-8") == "my second work"


def test_the_next_module_joins_and_the_student_s_own_package_stays(term: Course, edition: Path) -> None:
    own = edition / "tinytorch" / "core" / "activations.py"
    own.write_text("class ReLU: 'my own'\n", encoding="utf-8")
    report = write_edition(term, term.manifest.module("layers"), edition)
    assert own.read_text(encoding="utf-8") == "class ReLU: 'my own'\n"
    assert own in report.kept
    assert (edition / "modules" / "03_layers" / "layers.ipynb").is_file()
    assert (edition / "modules" / "02_activations" / "activations.ipynb").is_file()


def test_what_is_not_released_has_no_edition(module: Module, tmp_path: Path) -> None:
    with pytest.raises(CourseError, match=r"02_activations is not released.*make release"):
        write_edition(Course(ROOT, tmp_path / "empty"), module, tmp_path / "edition")
    assert not (tmp_path / "edition").exists()


def test_the_course_itself_is_no_place_for_it(term: Course, module: Module) -> None:
    with pytest.raises(CourseError, match="folder of its own"):
        write_edition(term, module, ROOT / "tests" / "..")


def run(code: str, edition: Path, cwd: Path) -> str:
    environment = {**os.environ, "PYTHONPATH": str(edition)}
    done = subprocess.run([sys.executable, "-c", code], cwd=cwd, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_student_completes_exports_and_imports_in_it(
    term: Course, module: Module, edition: Path, tmp_path: Path
) -> None:
    notebook = edition / "modules" / module.id / "activations.ipynb"
    notebook.write_text(nbformat.writes(answered(term, module)), encoding="utf-8")
    run("from nbdev.doclinks import nbdev_export; nbdev_export()", edition, cwd=edition)
    use = "import tinytorch.core.activations as a; print(a.__file__); print(a.ReLU()(a.Tensor([-1, 2])).numpy())"
    file, numbers = run(use, edition, cwd=tmp_path).splitlines()
    assert Path(file) == edition / "tinytorch" / "core" / "activations.py"
    assert numbers == "[0. 2.]"


def test_a_new_release_beside_the_student_s_notebook_does_not_come_into_the_export(
    fresh_term: Course, module: Module, edition: Path, tmp_path: Path
) -> None:
    notebook = edition / "modules" / module.id / "activations.ipynb"
    notebook.write_text(nbformat.writes(answered(fresh_term, module)), encoding="utf-8")
    new_release(fresh_term, module, "second release")
    write_edition(fresh_term, module, edition)
    run("from nbdev.doclinks import nbdev_export; nbdev_export()", edition, cwd=edition)
    use = "import tinytorch.core.activations as a; print(a.ReLU()(a.Tensor([-1, 2])).numpy())"
    assert run(use, edition, cwd=tmp_path) == "[0. 2.]\n"


def test_an_untouched_notebook_can_be_exported_and_names_its_tasks(edition: Path, tmp_path: Path) -> None:
    run("from nbdev.doclinks import nbdev_export; nbdev_export()", edition, cwd=edition)
    use = "import tinytorch.core.activations as a\ntry: a.ReLU().forward(1)\nexcept NotImplementedError as e: print(e)"
    assert run(use, edition, cwd=tmp_path).startswith("Task relu: ReLU.forward is not written yet")
