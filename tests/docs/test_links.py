"""Every link and every path that a page names leads somewhere."""

import re
from pathlib import Path

import pytest
from docs_kit import FENCE, INLINE, PAGES, text

from grader.course.term import ROOT

LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
TOP = re.compile(
    r"(?:benchmarks|docs|grader|modules|site|tests|tinytorch|workbench|\.ci)/[\w./*-]*$"
)
MADE_UP = re.compile(r"/(?:NN_name|08_errors)\b")  # the module of docs/adding-a-module.md


def lost(page: Path) -> list[str]:
    """The links and paths of a page that lead nowhere."""
    prose = FENCE.sub("", text(page))
    links = [link for link in LINK.findall(prose) if "://" not in link]
    found = [link for link in links if not (page.parent / link).exists()]
    paths = [path for path in INLINE.findall(prose) if TOP.match(path) and "..." not in path]
    paths = [path for path in paths if not MADE_UP.search(path)]
    return found + [path for path in paths if not any(ROOT.glob(path.rstrip("/")))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_and_paths_lead_somewhere(page: Path) -> None:
    assert lost(page) == []


def test_what_leads_nowhere_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("[a](gone.md) [b](page.md) `grader/gone.py` `grader/cli.py`", encoding="utf-8")
    assert lost(page) == ["gone.md", "grader/gone.py"]
