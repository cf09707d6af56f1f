"""The student edition is complete, has no secrets, works alone and never overwrites work."""

import json
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from kit import answered, cell_of

from grader.course.errors import CourseError
from grader.course.manifest import Links, Module
from grader.course.notebook import read
from grader.course.term import ROOT, Course
from grader.release.edition import Report, write_edition


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


def put_beside(report: Report) -> Path:
    """The one new release that was written beside a notebook."""
    (path,) = (path for path in report.written if ".new" in path.name)
    return path


def test_it_holds_the_release_the_package_so_far_and_how_to_set_up(edition: Path) -> None:
    package = {
        "__init__.py",
        "checks.py",
        "compare.py",
        "outcomes.py",
        "core/__init__.py",
        "core/tensor.py",
    }
    package |= {"tables/01_tensor.json", "tables/02_activations.json"}
    package |= {"data.py", "digits/SOURCE.md", "digits/images.txt", "digits/network.json"}
    tools = {
        path.relative_to(ROOT).as_posix()
        for path in ROOT.glob("workbench/**/*.[pj]*")
        if path.suffix != ".pyc"
    }
    assert files(edition) == {
        "modules/02_activations/activations.ipynb", *(f"tinytorch/{name}" for name in package),
        "given/02_activations/activations.ipynb", "given/02_activations/module.json",
        *(f"given/02_activations/tinytorch/{name}" for name in package), *tools,
        "binder/runtime.txt", "binder/requirements.txt", "binder/postBuild", "binder/start",
        "README.md", "Makefile", "pyproject.toml", "requirements.txt", "constraints.txt",
        ".gitignore",
    }  # fmt: skip
    assert "workbench/__main__.py" in tools
    assert "workbench/labextension/static/workbench.js" in tools


def test_what_is_given_is_what_the_student_begins_with(
    term: Course, module: Module, edition: Path
) -> None:
    given = edition / "given" / module.id
    assert (given / "activations.ipynb").read_bytes() == term.release(module).read_bytes()
    assert (given / "tinytorch/core/tensor.py").read_bytes() == (
        edition / "tinytorch/core/tensor.py"
    ).read_bytes()
    limits = term.manifest.limits
    told = json.loads((given / "module.json").read_text(encoding="utf-8"))
    assert (told["cell_seconds"], told["submission_seconds"]) == (
        limits.cell_seconds,
        limits.submission_seconds,
    )


def test_it_carries_what_binder_builds_it_from(edition: Path) -> None:
    assert (edition / "binder" / "requirements.txt").read_text(
        encoding="utf-8"
    ) == "-r ../requirements.txt\n"
    assert (edition / "binder" / "runtime.txt").read_text(encoding="utf-8") == "python-3.11\n"
    for name in ("postBuild", "start"):
        assert os.access(edition / "binder" / name, os.X_OK), name


def test_the_badge_opens_the_module_and_is_there_only_if_the_edition_is_published(
    term: Course, module: Module, edition: Path, tmp_path: Path
) -> None:
    readme = (edition / "README.md").read_text(encoding="utf-8")
    assert "mybinder" not in readme
    assert "{" not in readme
    manifest = term.manifest.model_copy(
        update={"links": Links(student_edition="school/tinytorch-students")}
    )
    published = Course(term.root, term.folder)
    published.__dict__["manifest"] = manifest
    write_edition(published, module, tmp_path / "published")
    readme = (tmp_path / "published" / "README.md").read_text(encoding="utf-8")
    place = "https://mybinder.org/v2/gh/school/tinytorch-students/HEAD"
    assert f"]({place}?urlpath=lab/tree/modules/02_activations/activations.ipynb)" in readme
    assert "[![Open Activations in Binder](" in readme


def test_a_notebook_that_nobody_has_begun_is_replaced_by_the_new_release(
    fresh_term: Course, module: Module, edition: Path
) -> None:
    new_release(fresh_term, module, "second release")
    report = write_edition(fresh_term, module, edition)
    notebook = edition / "modules" / module.id / "activations.ipynb"
    assert notebook.read_bytes() == fresh_term.release(module).read_bytes()
    assert report.kept == []
    assert not list(notebook.parent.glob("*.new*"))


def test_the_same_release_is_not_put_beside_a_notebook_that_was_begun(
    term: Course, module: Module, edition: Path
) -> None:
    notebook = edition / "modules" / module.id / "activations.ipynb"
    notebook.write_text("my work", encoding="utf-8")
    report = write_edition(term, module, edition)
    assert (report.written, report.kept) == ([], [notebook])


def test_tools_that_were_changed_or_are_older_are_those_of_the_newest_edition(
    term: Course, module: Module, edition: Path
) -> None:
    tool = edition / "workbench" / "export.py"
    tool.write_text("old = True\n", encoding="utf-8")
    assert write_edition(term, module, edition).written == [tool]
    assert tool.read_bytes() == (ROOT / "workbench" / "export.py").read_bytes()


def test_it_names_its_module_in_every_text(edition: Path) -> None:
    for name, text in texts(edition).items():
        assert not {"{id}", "{name}", "{title}"}.intersection(text.split("`")), name
    assert "modules/02_activations/activations.ipynb" in (edition / "README.md").read_text(
        encoding="utf-8"
    )


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
            secret = (
                cell.source.split("### BEGIN", 1)[1].split("### END")[0].split("\n", 1)[1].strip()
            )
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


def test_a_changed_file_is_the_student_s_and_is_kept(
    term: Course, module: Module, edition: Path
) -> None:
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
    beside = put_beside(report)
    assert path.read_bytes() == content
    assert beside.read_bytes() == fresh_term.release(module).read_bytes()
    assert (beside.parent, report.kept) == (path.parent, [path])
    assert write_edition(fresh_term, module, edition).written == []


def test_a_new_release_that_was_worked_on_is_kept_too(
    fresh_term: Course, module: Module, edition: Path
) -> None:
    path = edition / "modules" / module.id / "activations.ipynb"
    path.write_text("my first work", encoding="utf-8")
    new_release(fresh_term, module, "second release")
    beside = put_beside(write_edition(fresh_term, module, edition))
    beside.write_text("my second work", encoding="utf-8")
    new_release(fresh_term, module, "third release")
    write_edition(fresh_term, module, edition)
    assert beside.read_text(encoding="utf-8") == "my second work"


def test_the_next_module_joins_and_the_student_s_own_package_stays(
    term: Course, edition: Path
) -> None:
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
    with pytest.raises(CourseError, match="choose another folder"):
        write_edition(term, module, ROOT / "tests" / "..")


def run(code: str, edition: Path, cwd: Path) -> str:
    environment = {**os.environ, "PYTHONPATH": str(edition)}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=cwd, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_student_completes_exports_and_imports_in_it(
    term: Course, module: Module, edition: Path, tmp_path: Path
) -> None:
    notebook = edition / "modules" / module.id / "activations.ipynb"
    notebook.write_text(nbformat.writes(answered(term, module)), encoding="utf-8")
    run("from nbdev.doclinks import nbdev_export; nbdev_export()", edition, cwd=edition)
    use = (
        "import tinytorch.core.activations as a\n"
        "print(a.__file__)\nprint(a.ReLU()(a.Tensor([-1, 2])).numpy())"
    )
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


def test_an_untouched_notebook_can_be_exported_and_names_its_tasks(
    edition: Path, tmp_path: Path
) -> None:
    run("from nbdev.doclinks import nbdev_export; nbdev_export()", edition, cwd=edition)
    use = (
        "import tinytorch.core.activations as a\n"
        "try: a.ReLU().forward(1)\nexcept NotImplementedError as e: print(e)"
    )
    assert run(use, edition, cwd=tmp_path).startswith("Task relu: ReLU.forward is not written yet")
