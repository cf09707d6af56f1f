"""README's table of modules is made of the manifest and the notebooks."""

from pathlib import Path

import pytest
from kit import notebook, small_course
from nbformat.v4 import new_markdown_cell

from grader.course.term import ROOT
from grader.release.readme_table import problems, readme

BEFORE, AFTER = "# T\n\n<!-- modules: made -->\n", "<!-- end of modules -->\n\nmore\n"
TABLE = "| module | what it is about | points |\n|---|---|---|\n| `01_small` | Little. | 5 |\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A course with one module."""
    book = notebook(new_markdown_cell("# Module 01: Small\n\n> Little."))
    small_course(tmp_path, book, points={"linear": 3, "why": 2})
    return tmp_path


@pytest.mark.parametrize("old", ["", "| an old | table |\n"])
def test_the_table_is_written_between_its_marks(root: Path, old: str) -> None:
    path = root / "README.md"
    path.write_text(BEFORE + old + AFTER, encoding="utf-8")
    assert problems(root) == [
        "README.md: the table of modules is not up to date: run `grader export`."
    ]
    wanted = readme(root)
    assert wanted == BEFORE + TABLE + AFTER
    path.write_text(wanted, encoding="utf-8")
    assert problems(root) == []


@pytest.mark.parametrize("text", [None, "# No table\n"])
def test_a_course_without_a_place_for_it_has_no_table(root: Path, text: str | None) -> None:
    if text is not None:
        (root / "README.md").write_text(text, encoding="utf-8")
    assert readme(root) is None
    assert problems(root) == []


def test_this_course_has_one() -> None:
    assert "\n| `03_layers` | " in (readme(ROOT) or "")
