"""The zip for Gradescope: what is in it, and what must not be."""

import io
import stat
import zipfile

import pytest
import yaml

from grader.autograder.pack import gradescope_zip
from grader.course.errors import CourseError
from grader.course.manifest import Manifest, Module
from grader.course.term import Course


@pytest.fixture(scope="module")
def packed(term: Course, module: Module) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(gradescope_zip(term, module, "after_published")))


def test_the_two_scripts_lie_at_the_top_and_can_be_executed(packed: zipfile.ZipFile) -> None:
    for name in ("setup.sh", "run_autograder"):
        assert packed.getinfo(name).external_attr >> 16 & stat.S_IXUSR
        text = packed.read(name).decode()
        assert text.startswith("#!/usr/bin/env bash\n") and "{" + "module}" not in text
    assert packed.read("run_autograder").decode().endswith(" 02_activations after_published\n")


def test_the_manifest_has_the_module_and_those_before_it(packed: zipfile.ZipFile) -> None:
    manifest = Manifest.model_validate(yaml.safe_load(packed.read("course/nbs_config.yml")))
    assert [each.id for each in manifest.modules] == ["01_tensor", "02_activations"]
    names = set(packed.namelist())
    assert "course/modules/02_activations/activations.ipynb" in names
    assert "course/tinytorch/core/activations.py" in names


def test_nothing_of_later_modules_and_nobody_s_data_is_in_it(
    packed: zipfile.ZipFile, term: Course, module: Module
) -> None:
    later = [each for each in term.manifest.modules if each.id > module.id]
    assert later
    for name in packed.namelist():
        assert not any(
            f"/{each.id}/" in name or name.endswith(f"/core/{each.name}.py") for each in later
        )
        assert not name.endswith((".db", ".csv", "people.json", ".pyc"))
    assert packed.read("seed").decode() == f"{term.seed}\n"


def test_a_release_that_is_out_of_date_is_not_packed(fresh_term: Course, module: Module) -> None:
    path = fresh_term.release(module)
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    with pytest.raises(CourseError, match=r"is stale .*make release"):
        gradescope_zip(fresh_term, module, "visible")
    path.unlink()
    with pytest.raises(CourseError, match="is not released"):
        gradescope_zip(fresh_term, module, "visible")
