"""The decks, built once as `grader slides` builds them, and a browser that shows them."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import ClosedBrowser, closed_browser
from playwright.sync_api import Page

from grader.course.manifest import Module, load
from grader.course.term import ROOT

SLIDES = ROOT / "site" / "slides"
MODULES: list[Module] = [
    module for module in load(ROOT).modules if (SLIDES / f"{module.id}.md").is_file()
]
sys.path.insert(0, str(SLIDES))


@pytest.fixture(scope="session")
def decks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with all decks."""
    to = tmp_path_factory.mktemp("slides")
    command = [sys.executable, str(SLIDES / "command.py"), "--to", str(to)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    for module in MODULES:
        assert f"Slides of {module.id}: {to / module.id}.html" in built.stdout.splitlines()
    return to


@pytest.fixture(scope="session", params=MODULES, ids=lambda module: module.id)
def module(request: pytest.FixtureRequest) -> Module:
    """Each module of the course."""
    return request.param


@pytest.fixture(scope="module")
def browser() -> Iterator[ClosedBrowser]:
    """A browser without a network."""
    with closed_browser() as closed:
        yield closed


@pytest.fixture(scope="module")
def page(browser: ClosedBrowser) -> Page:
    """A page of the size of a slide."""
    return browser.browser.new_page(viewport={"width": 1280, "height": 720})
