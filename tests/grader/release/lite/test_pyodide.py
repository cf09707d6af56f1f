"""Pyodide must be complete and undamaged; else one line says what is wrong and where to get it."""

import json
from pathlib import Path

import pytest

from grader.course.errors import CourseError
from grader.release.lite.pyodide import CORE, LOCK, VERSION, open_pyodide


def refusal(folder: Path | None) -> str:
    with pytest.raises(CourseError) as refused:
        open_pyodide(folder)
    message = refused.value.message
    assert f"pyodide-{VERSION}.tar.bz2" in message and "--pyodide DIR" in message
    assert "\n" not in message
    return message


def change_lock(folder: Path, change: dict[str, object]) -> None:
    lock = json.loads((folder / LOCK).read_text(encoding="utf-8"))
    (folder / LOCK).write_text(json.dumps(lock | change), encoding="utf-8")


def test_only_what_is_needed_is_taken_with_what_it_depends_on(
    made_up: Path, tmp_path: Path
) -> None:
    pyodide = open_pyodide(made_up)
    assert "prompt-toolkit" in pyodide.packages  # ipython asks for prompt_toolkit
    assert "scipy" not in pyodide.packages
    pyodide.copy_to(tmp_path / "copy")
    names = {path.name for path in (tmp_path / "copy").iterdir()}
    assert names == {*CORE, *(package["file_name"] for package in pyodide.packages.values())}


def test_the_archive_s_own_folder_is_found(made_up: Path) -> None:
    assert open_pyodide(made_up.parent).folder == made_up


def test_none_is_given() -> None:
    assert refusal(None).startswith("The site needs Pyodide")


def test_an_empty_folder(tmp_path: Path) -> None:
    assert f"no {LOCK} in {tmp_path}" in refusal(tmp_path)


@pytest.mark.parametrize("text", ["{", "[]", '{"info": {}, "packages": {}}', "\0"])
def test_a_damaged_lock(made_up: Path, text: str) -> None:
    (made_up / LOCK).write_text(text, encoding="utf-8")
    assert f"{LOCK} is damaged" in refusal(made_up)


def test_another_version(made_up: Path) -> None:
    change_lock(made_up, {"info": {"version": "0.26.4"}})
    assert "holds Pyodide 0.26.4" in refusal(made_up)


@pytest.mark.parametrize("name", [*CORE, "numpy-1.0-py3-none-any.whl"])
def test_a_file_is_missing(made_up: Path, name: str) -> None:
    (made_up / name).unlink()
    assert f"{name} is missing" in refusal(made_up)


def test_a_file_is_not_the_one_that_the_lock_names(made_up: Path) -> None:
    (made_up / "numpy-1.0-py3-none-any.whl").write_text("half of it", encoding="utf-8")
    assert "numpy-1.0-py3-none-any.whl is damaged" in refusal(made_up)


def test_a_lock_without_a_package_that_another_one_needs(made_up: Path) -> None:
    lock = json.loads((made_up / LOCK).read_text(encoding="utf-8"))
    del lock["packages"]["prompt-toolkit"]
    (made_up / LOCK).write_text(json.dumps(lock), encoding="utf-8")
    assert "has no prompt-toolkit" in refusal(made_up)
