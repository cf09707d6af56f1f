"""The command line: what it does and says, and a mistake is one line and exit code 2."""

import os
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from command_line import complaint, run

from grader.cli import VERBS, main
from grader.course import term as course_module
from grader.course.manifest import load
from grader.course.term import ROOT, Course
from grader.proof import proof


@pytest.mark.parametrize("command", ["release", "student", "grade", "feedback", "proof"])
def test_an_unknown_module_is_answered_with_those_that_there_are(
    tmp_path: Path, command: str
) -> None:
    said = complaint(run(tmp_path, command, "--module", "lairs"))
    assert "'lairs'" in said
    assert ", ".join(module.id for module in load(ROOT).modules) in said


@pytest.mark.parametrize("command", ["student", "grade", "grades", "feedback"])
def test_before_the_release_the_next_step_is_named(tmp_path: Path, command: str) -> None:
    assert "make release" in complaint(run(tmp_path, command))


def test_what_is_no_course_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(course_module, "ROOT", tmp_path)
    assert "nbs_config.yml is missing" in complaint(run(tmp_path, "release"))


def test_a_file_where_the_term_s_folder_should_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert str(tmp_path / "file") in complaint(
        run(tmp_path / "file" / "term", "release", "--module", "1")
    )


@pytest.mark.parametrize(
    "arguments", [["grade", "--jobs", "0"], ["grade", "--jobs", "many"], ["grad"], ["--cours", "x"]]
)
def test_a_wrong_option_is_a_usage_error(tmp_path: Path, arguments: list[str]) -> None:
    result = run(tmp_path, *arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith("Usage: ")


@pytest.mark.parametrize(
    ("word", "meant"),
    [("grad", "'grade', 'grades'"), ("exprot", "'export'"), ("--cuorse", "--course")],
)
def test_an_unknown_word_is_answered_with_the_nearest(
    tmp_path: Path, word: str, meant: str
) -> None:
    result = run(tmp_path, word)
    assert result.exit_code == 2
    assert meant in result.stderr


def test_help_lists_every_verb_once_and_each_in_one_whole_line() -> None:
    result = CliRunner().invoke(main, ["--help"], terminal_width=80)
    assert result.exit_code == 0
    lines = [line.split() for line in result.stdout.splitlines() if line.startswith("  ")]
    listed = [words[0] for words in lines if words[0] in main.commands]
    assert sorted(listed) == sorted(main.commands)
    assert "..." not in result.stdout.partition("Options:")[2]


@pytest.mark.parametrize("command", main.commands.values(), ids=lambda command: command.name)
def test_every_verb_says_what_it_and_its_options_do(command: click.Command) -> None:
    assert command.help
    for option in command.params:
        assert isinstance(option, click.Argument) or getattr(option, "help", None), option.name
    assert CliRunner().invoke(main, [str(command.name), "--help"]).exit_code == 0


def test_no_verb_stands_in_two_sections() -> None:
    verbs = [verb for section in VERBS.values() for verb in section]
    assert len(verbs) == len(set(verbs)) == len(main.commands)


@pytest.mark.parametrize("verb", ["demo", "proof"])
@pytest.mark.parametrize("named", [None, "term"])
def test_what_needs_no_real_term_has_a_folder_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, verb: str, named: str | None
) -> None:
    def refuse(course: Course, *arguments: object, **more: object) -> None:
        raise click.ClickException(str(course.folder))

    monkeypatch.setattr(proof, "prove", refuse)
    monkeypatch.setattr("grader.proof.demo.make_class", refuse)
    monkeypatch.chdir(tmp_path)
    result = CliRunner(env={"COURSE": named}).invoke(main, [verb])
    assert result.stderr == f"Error: {tmp_path / (named or verb)}\n"


def test_a_rule_that_lies_beside_the_manifest_is_found_from_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "path", [path for path in sys.path if path not in ("", str(ROOT))])
    run(tmp_path, "grade")
    assert str(ROOT) in sys.path


def test_the_console_script_is_installed() -> None:
    (script,) = [each for each in entry_points(group="console_scripts") if each.name == "grader"]
    assert script.load() is main


def test_the_program_ends_with_one_line_and_code_2(tmp_path: Path) -> None:
    environment = {**os.environ, "COURSE": str(tmp_path)}
    command = [sys.executable, "-m", "grader", "grade", "--module", "9"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Error: There is no module '9'")
    assert done.stderr.count("\n") == 1


def test_without_its_packages_the_grader_says_what_to_install() -> None:
    code = (
        "import sys, runpy; sys.modules['click'] = None; runpy.run_module('grader', run_name='x')"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert done.stderr.startswith("Error: click is missing, which the grader needs: pip install")
