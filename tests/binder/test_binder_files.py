"""The course's own Binder files: the right pins, and a script that cannot run in a wrong place."""

import os
import re
import subprocess
import tomllib
from pathlib import Path

from grader.course.term import ROOT

BINDER = ROOT / "binder"


def test_the_requirements_are_those_of_the_project_with_the_same_pins() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *extras["student"], *extras["instructor"]]
    lines = (BINDER / "requirements.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not line.startswith(("#", "-"))] == [
        re.sub(r"\s+", "", line) for line in wanted if not line.startswith("tinytorch")
    ]
    assert "-c ../constraints.txt" in lines
    assert not any(
        line.startswith("-e") for line in lines
    )  # a copy of the solutions would stay among the packages


def test_the_python_is_one_that_the_course_supports() -> None:
    version = (BINDER / "runtime.txt").read_text(encoding="utf-8").strip()
    assert re.fullmatch(r"python-3\.1[1-9]", version)


def test_the_scripts_can_be_run() -> None:
    for name in ("postBuild", "start", "only_the_edition"):
        assert os.access(BINDER / name, os.X_OK), name
        assert (BINDER / name).read_text(encoding="utf-8").startswith("#!/usr/bin/env bash\n")


def test_start_says_that_the_session_is_temporary_and_hands_over() -> None:
    done = subprocess.run([BINDER / "start", "env"], capture_output=True, text=True, check=True)
    assert {"TINYTORCH_TEMPORARY=1", "OPENBLAS_NUM_THREADS=1"} <= set(done.stdout.splitlines())


def test_outside_an_image_nothing_is_emptied(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("my work", encoding="utf-8")
    for place in ("", str(tmp_path / "elsewhere")):
        environment = {**os.environ, "REPO_DIR": place}
        done = subprocess.run(
            [BINDER / "only_the_edition"],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 2
        assert "This empties the folder" in done.stderr
    assert (tmp_path / "mine.txt").read_text(encoding="utf-8") == "my work"
