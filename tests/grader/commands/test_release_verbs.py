"""`grader release` and `grader student`: what they say, write and keep."""

from pathlib import Path

from command_line import run

from grader.course.manifest import Module
from grader.course.term import Course


def test_a_stale_release_is_told_before_it_is_handed_out(
    fresh_term: Course, module: Module, tmp_path: Path
) -> None:
    release = fresh_term.release(module)
    release.write_text(release.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    result = run(fresh_term, "student", "--module", "2", "--to", str(tmp_path / "mine"))
    assert result.exit_code == 0
    assert (
        "is stale (it was changed by hand): run `make release MODULE=activations`." in result.stderr
    )


def test_a_release_names_the_marks_that_it_makes_stale(
    graded_before: Course, module: Module
) -> None:
    (graded_before.folder / "seed").write_text("1\n", encoding="utf-8")
    lines = run(graded_before, "release", "--module", "activations").stdout.splitlines()
    count = len(graded_before.students(module))
    assert lines[1:] == [
        f"  02_activations: the scores of {count} of {count} submissions are stale "
        "(changed: seed): run `make grade MODULE=activations`."
    ]


def test_release_says_where(fresh_term: Course, module: Module) -> None:
    fresh_term.release(module).unlink()
    result = run(fresh_term, "release", "--module", "activations")
    assert result.stdout == f"Released 02_activations, 40 points: {fresh_term.release(module)}\n"
    assert fresh_term.release(module).is_file()


def test_student_writes_the_edition_and_says_what_it_kept(term: Course, tmp_path: Path) -> None:
    first = run(term, "student", "--module", "activations", "--to", str(tmp_path / "mine"))
    assert first.stdout.startswith("Student edition of 02_activations: ")
    notebook = tmp_path / "mine" / "modules" / "02_activations" / "activations.ipynb"
    notebook.write_text("my work", encoding="utf-8")
    second = run(term, "student", "--module", "activations", "--to", str(tmp_path / "mine"))
    assert f"Kept the student's own {notebook}" in second.stdout
    assert notebook.read_text(encoding="utf-8") == "my work"
