"""The pages, built once for all tests of the site."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from pages_kit import MODULES

from grader.course.term import ROOT

sys.path.insert(0, str(ROOT / "site"))


def build(target: Path) -> subprocess.CompletedProcess[str]:
    """What `grader site --to target` runs."""
    command = [sys.executable, str(ROOT / "site" / "publish.py"), "--to", str(target)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=environment
    )


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the built pages. Do not change it."""
    target = tmp_path_factory.mktemp("site") / "pages"
    done = build(target)
    assert done.returncode == 0, done.stderr
    return target


@pytest.fixture(scope="session")
def parsed(pages: Path) -> dict[str, BeautifulSoup]:
    """Every page of the course, by its name."""
    return {
        path.stem: BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for path in pages.glob("*.html")
        if path.stem in ("index", *MODULES)
    }
