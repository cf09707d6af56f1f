"""`grader report`: the page, the JSON, and what is refused."""

import json
from pathlib import Path

import pytest
from command_line import complaint, run
from marked import give

from grader.course.term import Course


@pytest.fixture
def term_with_marks(fresh_term: Course) -> Course:
    module = fresh_term.manifest.module("layers")
    for number in range(8):
        give(fresh_term, module, f"s{number}", number / 8)
    return fresh_term


def test_the_page_is_for_its_owner_only(term_with_marks: Course) -> None:
    result = run(term_with_marks, "report", "--module", "layers")
    assert result.exit_code == 0
    path = term_with_marks.folder / "reports" / "03_layers.html"
    assert result.stdout == f"03_layers: report: {path}\n"
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_json_goes_to_the_terminal_or_to_a_file(term_with_marks: Course, tmp_path: Path) -> None:
    told = json.loads(run(term_with_marks, "report", "--module", "layers", "--json").stdout)
    assert (told["module"], told["handed_in"]["people"]) == ("03_layers", 8)
    file = tmp_path / "figures.json"
    result = run(term_with_marks, "report", "--module", "layers", "--json", str(file))
    assert result.stdout == f"03_layers: report: {file}\n"
    assert json.loads(file.read_text(encoding="utf-8"))["points"] == told["points"]
    assert file.stat().st_mode & 0o777 == 0o600


def test_an_anonymous_page_has_a_name_of_its_own(term_with_marks: Course) -> None:
    run(term_with_marks, "report", "--module", "layers")
    run(term_with_marks, "report", "--module", "layers", "--anonymous")
    folder = term_with_marks.folder / "reports"
    named, bare = folder / "03_layers.html", folder / "03_layers-anonymous.html"
    assert "s3" in named.read_text(encoding="utf-8")
    assert "s3" not in bare.read_text(encoding="utf-8")


def test_two_targets_are_a_usage_error(term_with_marks: Course, tmp_path: Path) -> None:
    result = run(
        term_with_marks, "report", "--out", str(tmp_path / "a.html"), "--json", str(tmp_path / "b")
    )
    assert result.exit_code == 2
    assert "--out is for the page" in result.stderr
    assert list(tmp_path.glob("[ab]*")) == []


def test_a_section_needs_a_roster(term_with_marks: Course) -> None:
    result = run(term_with_marks, "report", "--module", "layers", "--section", "A")
    assert complaint(result).startswith("The roster has no section 'A'")
