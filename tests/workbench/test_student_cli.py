"""The command line: the chosen module, misuse, and the pinned environment."""

import errno
import hashlib
import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from workbench import cli
from workbench.assignment import Assignment, find_assignment
from workbench.environment import environment, has_pinned_packages, pins, prepare, set_up
from workbench.errors import UserError
from workbench.lab import has_browser, lab, replaced_exports


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "workbench", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8")


@pytest.mark.parametrize("name", ["03_layers", "layers", "03", "3", None])
def test_a_module_goes_by_its_id_its_name_its_number_or_by_being_the_newest(
    layers: Assignment, name: str | None
) -> None:
    assert find_assignment(layers.root, name).id == "03_layers"


def test_an_unknown_module_and_a_folder_that_is_no_edition_are_told(
    layers: Assignment, tmp_path: Path
) -> None:
    done = run("check", "gradients", cwd=layers.root)
    assert (done.returncode, done.stderr) == (
        2,
        "Error: There is no module 'gradients' here. Known: 03_layers.\n",
    )
    with pytest.raises(UserError, match="is not a student edition"):
        find_assignment(tmp_path / "elsewhere", None)


def test_a_verb_runs_as_a_person_types_it(layers: Assignment) -> None:
    done = run("export", cwd=layers.root)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Exported tinytorch/core/layers.py")
    assert done.stderr == ""


def test_an_unknown_verb_is_misuse(layers: Assignment) -> None:
    done = run("submit", cwd=layers.root)
    assert done.returncode == 2
    assert "invalid choice: 'submit'" in done.stderr


@pytest.mark.parametrize(
    ("code", "says"), [(errno.ENOSPC, "the disk is full"), (errno.EROFS, "the disk is read-only")]
)
def test_a_disk_that_takes_nothing_is_told_in_a_line(
    layers: Assignment,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    code: int,
    says: str,
) -> None:
    def full(*_: object) -> int:
        raise OSError(code, "no", "somewhere/file")

    monkeypatch.setattr(cli, "run", full)
    assert cli.main(["export"]) == 2
    assert capsys.readouterr().err.startswith(f"Error: somewhere/file: {says}")


def test_the_pins_are_those_of_the_edition(layers: Assignment) -> None:
    assert {name for name, _ in pins(layers.root)} == {
        "jsonschema",
        "jupyterlab",
        "matplotlib",
        "nbdev",
        "nbgrader",
    }
    assert has_pinned_packages(layers.root)
    constraints = layers.root / "constraints.txt"
    text = constraints.read_text(encoding="utf-8")
    constraints.write_text(text.replace("nbgrader==", "nbgrader==0."), encoding="utf-8")
    assert not has_pinned_packages(layers.root)


def test_a_set_up_that_fails_says_why_and_is_tried_again(layers: Assignment) -> None:
    (layers.root / "requirements.txt").write_text("./no-such-folder\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(UserError, match="pip could not install the packages"):
            set_up(layers.root)
    assert not (layers.root / ".venv" / "ready").exists()


def finished(edition: Path) -> Path:
    """Make a finished environment in `edition` whose Python only records calls; return it."""
    python = edition / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(
        f'#!/bin/sh\necho "$PYTHONPATH: $@" >> "{edition}/called"\n', encoding="utf-8"
    )
    python.chmod(0o755)
    pinned = b"".join(
        (edition / name).read_bytes() for name in ("requirements.txt", "constraints.txt")
    )
    (edition / ".venv" / "ready").write_text(hashlib.sha256(pinned).hexdigest(), encoding="utf-8")
    return python


def test_the_edition_of_the_next_module_uses_the_environment_of_the_one_beside_it(
    layers: Assignment,
) -> None:
    first = layers.root.parent / "first"
    shutil.copytree(layers.root, first)
    python = finished(first)
    assert set_up(layers.root) == set_up(layers.root) == python
    assert not (layers.root / ".venv").exists()
    # Told about JupyterLab's settings once, with the workbench of the edition that is being opened.
    assert (first / "called").read_text(
        encoding="utf-8"
    ) == f"{layers.root}: -m workbench prepare\n"


@pytest.mark.parametrize("differs", ["packages", "owner", "no Python"])
def test_an_environment_that_does_not_fit_is_not_used(
    layers: Assignment, differs: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = layers.root.parent / "first"
    shutil.copytree(layers.root, first)
    python = finished(first)
    if differs == "packages":
        (first / ".venv" / "ready").write_text("another stamp\n", encoding="utf-8")
    elif differs == "owner":  # whoever can write beside us must not be run as us
        monkeypatch.setattr(os, "getuid", lambda: 12345)
    else:
        python.unlink()
    (layers.root / "requirements.txt").write_text("./no-such-folder\n", encoding="utf-8")
    (first / "requirements.txt").write_text("./no-such-folder\n", encoding="utf-8")
    with pytest.raises(UserError, match="pip could not install the packages"):
        set_up(layers.root)


def test_a_verb_runs_with_the_package_of_its_own_edition(
    layers: Assignment, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though the environment may have another edition installed."""
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    assert environment(layers.root)["PYTHONPATH"] == f"{layers.root}{os.pathsep}elsewhere"
    monkeypatch.delenv("PYTHONPATH")
    assert environment(layers.root)["PYTHONPATH"] == str(layers.root)


def test_setting_up_tells_its_steps(layers: Assignment, capsys: pytest.CaptureFixture[str]) -> None:
    (layers.root / "requirements.txt").write_text("./no-such-folder\n", encoding="utf-8")
    with pytest.raises(UserError):
        set_up(layers.root)
    first, *steps = capsys.readouterr().out.splitlines()
    assert first.startswith(f"Setting up Python in {layers.root / '.venv'}, once for all modules")
    assert steps == [
        "1 of 4: creating an environment",
        "2 of 4: downloading JupyterLab, matplotlib, nbdev, nbgrader and what they need",
    ]


def test_preparing_tells_jupyter_and_keeps_what_others_told_it(tmp_path: Path) -> None:
    config = tmp_path / "etc" / "jupyter" / "labconfig" / "page_config.json"
    config.parent.mkdir(parents=True)
    config.write_text(
        '{"disabledExtensions": {"other": true}, "theme": {"dark": true}}', encoding="utf-8"
    )
    assert prepare(tmp_path) == prepare(tmp_path) == 0
    text = config.read_text(encoding="utf-8")
    assert '"other": true' in text
    assert '"dark": true' in text
    assert "@jupyter/nbgrader:assignment-list" in text
    server = tmp_path / "etc" / "jupyter" / "jupyter_server_config.d" / "workbench.json"
    told = json.loads(server.read_text(encoding="utf-8"))["ServerApp"]["jpserver_extensions"]
    assert told.pop("workbench.server") is True
    assert not any(told.values()) and "nbgrader.server_extensions.validate_assignment" not in told
    assert (
        tmp_path / "share/jupyter/labextensions/tinytorch-workbench/static/workbench.js"
    ).is_file()


def test_without_a_browser_lab_says_what_to_do(
    layers: Assignment, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    commands: list[list[str]] = []
    environments: list[dict[str, str]] = []

    def started(
        command: list[str], env: dict[str, str], **_: object
    ) -> subprocess.CompletedProcess[str]:
        commands.append(command)
        environments.append(env)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setenv("MKL_NUM_THREADS", "3")
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    monkeypatch.setattr("workbench.lab.has_browser", lambda: False)
    monkeypatch.setattr(subprocess, "run", started)
    assert lab(layers) == 0
    assert "--no-browser" in commands[0]
    assert ("--allow-root" in commands[0]) == (os.geteuid() == 0)
    assert environments[0]["PATH"].split(os.pathsep)[0] == str(Path(sys.executable).parent)
    assert environments[0]["OPENBLAS_NUM_THREADS"] == "1"
    assert environments[0]["MKL_NUM_THREADS"] == "3"  # what somebody has set counts
    assert "--LabApp.default_url=/lab/tree/modules/03_layers/layers.ipynb" in commands[0]
    assert capsys.readouterr().out.startswith("No browser was found: open the address")
    assert isinstance(has_browser(), bool)


def test_lab_says_when_a_finished_version_lies_where_the_students_own_was(
    layers: Assignment,
) -> None:
    assert list(replaced_exports(layers)) == []
    tensor = replace(layers, id="01_tensor")
    shutil.copytree(layers.given, tensor.given)
    (layers.kept).mkdir()
    (layers.kept / "tensor-1.py").write_text("my own", encoding="utf-8")
    (line,) = replaced_exports(layers)
    assert line.startswith(
        "tinytorch/core/tensor.py is the finished version that came with 03_layers."
    )
    assert line.endswith("python -m workbench export tensor")
    tensor.exported.write_text("my own", encoding="utf-8")
    assert list(replaced_exports(layers)) == []


def test_a_lost_notebook_is_told_before_lab_starts(layers: Assignment) -> None:
    layers.notebook.unlink()
    with pytest.raises(UserError, match=r"is missing: copy it from .*given"):
        lab(layers)


def test_a_damaged_note_about_the_module_is_told(layers: Assignment) -> None:
    (layers.given / "module.json").write_text("{", encoding="utf-8")
    with pytest.raises(UserError, match="damaged: take the file from the student edition again"):
        find_assignment(layers.root, None)


def test_make_calls_the_same_verbs(layers: Assignment) -> None:
    command = ["make", "export", f"PYTHON={sys.executable}"]
    # As a student's make, not as one that the course's own has started, which tells more.
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))
    }
    done = subprocess.run(command, cwd=layers.root, env=environment, capture_output=True, text=True)
    assert done.stdout.startswith("Exported tinytorch/core/layers.py"), done.stderr
