"""`grader package`: what it writes, for whom, and what it says."""

import stat

from command_line import complaint, run

from grader.autograder.pack import VISIBILITIES
from grader.commands import package
from grader.course.manifest import Module
from grader.course.term import Course


def test_the_zip_for_gradescope_is_its_owner_s_alone(fresh_term: Course, module: Module) -> None:
    result = run(fresh_term, "package", "activations", "--for", "gradescope")
    assert result.exit_code == 0, result.output
    path = fresh_term.folder / "package" / f"{module.id}-gradescope.zip"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert str(path) in result.stdout and "give it to nobody" in result.stdout


def test_the_template_for_github_says_what_it_grades_with(fresh_term: Course) -> None:
    folder = fresh_term.folder / "template"
    result = run(fresh_term, "package", "2", "--for", "github", "--to", str(folder))
    assert result.exit_code == 0, result.output
    assert (folder / ".github" / "workflows" / "classroom.yml").is_file()
    assert "hidden tests stay with you" in result.stdout


def test_what_was_not_released_is_not_packed(fresh_term: Course, module: Module) -> None:
    fresh_term.release(module).unlink()
    for system in ("gradescope", "github"):
        said = complaint(run(fresh_term, "package", "activations", "--for", system))
        assert said.startswith("02_activations is not released")


def test_the_system_has_to_be_named_and_is_one_that_there_is(fresh_term: Course) -> None:
    for arguments in ([], ["--for", "canvas"]):
        assert run(fresh_term, "package", "2", *arguments).exit_code == 2


def test_the_verb_offers_what_the_zip_takes() -> None:
    assert package.VISIBILITIES == VISIBILITIES
