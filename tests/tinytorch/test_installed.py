"""`pip install .` gives a package that needs NumPy alone."""

import importlib.metadata
import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from grader.course.term import ROOT

IMPORT = """
import json, sys
sys.path[:0] = {path}
import tinytorch.core.layers
from tinytorch.core.layers import Linear, Sequential
from tinytorch.core.tensor import Tensor
shape = Sequential(Linear(3, 2)).forward(Tensor([[1.0, 2.0, 3.0]])).shape
files = {{
    name.split(".")[0] for name, module in sys.modules.items() if getattr(module, "__file__", None)
}}
roots = sorted(files - set(sys.stdlib_module_names))
print(json.dumps({{"shape": shape, "roots": roots, "file": tinytorch.__file__}}))
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a copy of this repository that pip has installed, without dependencies."""
    copy, target = tmp_path_factory.mktemp("repository"), tmp_path_factory.mktemp("installed")
    for part in ("tinytorch", "grader", "workbench"):
        shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
    for part in ("pyproject.toml", "README.md"):
        shutil.copyfile(ROOT / part, copy / part)
    pip = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--no-deps",
    ]
    done = subprocess.run(
        [*pip, "--target", str(target), str(copy)], capture_output=True, text=True
    )
    if "No matching distribution found for setuptools" in done.stderr:
        pytest.skip(
            "no package index can be reached, so there is nothing to build the package with"
        )
    assert done.returncode == 0, done.stderr
    return target


def test_every_file_of_the_package_is_installed(installed: Path) -> None:
    def files(root: Path) -> set[Path]:
        paths = (
            path.relative_to(root) for path in (root / "tinytorch").rglob("*") if path.is_file()
        )
        return {path for path in paths if "__pycache__" not in path.parts}

    assert files(installed) == files(ROOT)
    assert {Path("tinytorch/core/layers.py"), Path("tinytorch/digits/images.txt")} <= files(
        installed
    )


def test_numpy_is_all_that_it_asks_for(installed: Path) -> None:
    (found,) = importlib.metadata.distributions(name="tinytorch", path=[str(installed)])
    needed = [line for line in found.requires or [] if "extra ==" not in line]
    assert [line.split(">")[0] for line in needed] == ["numpy"]


def test_importing_the_layers_loads_nothing_but_numpy_and_the_standard_library(
    installed: Path,
) -> None:
    path = [str(installed), str(Path(np.__file__).parent.parent)]
    # Without site, so that nothing that this environment loads at its start is counted.
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", IMPORT.format(path=path)],
        capture_output=True,
        text=True,
        cwd=installed,
    )
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert Path(said["file"]).is_relative_to(installed)
    assert said["shape"] == [1, 2]
    assert said["roots"] == ["numpy", "tinytorch"]
