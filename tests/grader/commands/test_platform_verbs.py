"""`roster`, `export --to` and `feedback --zip`: files of every platform in and out again."""

from pathlib import Path

import pytest
from command_line import complaint, run
from marked import give
from platform_files import FILES, WITH_MARKS, canvas

from grader.commands import platform as verbs
from grader.course.manifest import Module
from grader.course.term import Course
from grader.gradebook.grades import csv_text
from grader.submissions.roster.forms import mark_columns, recognise


@pytest.fixture
def layers(fresh_term: Course) -> Module:
    return fresh_term.manifest.module("layers")


def file_of(course: Course, name: str, data: bytes | None = None) -> str:
    path = course.folder / f"{name.replace(' ', '-')}.csv"
    path.write_bytes(FILES[name]() if data is None else data)
    return str(path)


def read(course: Course, name: str) -> str:
    """Read the roster from a platform's file; return what is said."""
    more = ["--module", "layers"] if name == "moodle worksheet" else []
    result = run(course, "roster", file_of(course, name), *more)
    assert result.exit_code == 0
    return result.stdout


@pytest.mark.parametrize("name", FILES)
def test_roster_says_who_is_new_and_everybody_is_in_the_gradebook(
    fresh_term: Course, name: str
) -> None:
    said = read(fresh_term, name)
    assert "4 people, 4 new, 0 gone, 0 doubtful." in said
    assert said.count("  new: ") == 4
    with fresh_term.gradebook() as gradebook:
        assert len(gradebook.students) == 4
        assert "Lovelace" in csv_text(gradebook, fresh_term)


def test_roster_says_who_is_gone_and_who_is_doubtful(fresh_term: Course) -> None:
    read(fresh_term, "canvas")
    data = b"".join(line for line in canvas().splitlines(keepends=True) if b"4712" not in line)
    said = run(fresh_term, "roster", file_of(fresh_term, "canvas", data)).stdout
    assert "  gone: Ben Hopper (ben)\n" in said
    said = run(
        fresh_term, "roster", file_of(fresh_term, "moodle worksheet"), "--module", "3"
    ).stdout
    assert "  doubtful: row 3: Ben Hopper (ben@uni.example): matched to ben by name" in said
    said = run(fresh_term, "roster", file_of(fresh_term, "canvas", data), "--part").stdout
    assert "  gone: " not in said


@pytest.mark.parametrize("name", WITH_MARKS)
def test_marks_go_back_in_the_file_that_came(fresh_term: Course, layers: Module, name: str) -> None:
    read(fresh_term, name)
    ada = next(
        each for each in ("ada", "Ada Lovelace") if each in (fresh_term.folder / "roster.json")
        .read_text(encoding="utf-8").split('"')
    )  # fmt: skip
    give(fresh_term, layers, ada, 0.5)
    to = name.split()[0]
    result = run(fresh_term, "export", "--to", to, "--module", "layers")
    assert result.exit_code == 0
    assert "03_layers: 1 marks: " in result.stdout
    path = Path(result.stdout.splitlines()[-1].rpartition(": ")[2])
    assert path.suffix == (".xls" if to == "blackboard" else ".csv")
    assert path.stat().st_mode & 0o777 == 0o600
    sheet = recognise(path, path.read_bytes())
    (column,) = mark_columns(sheet)
    assert sheet.people[0][0].cells[column] == "50"
    # And the platform's file with the marks is a roster again.
    again = run(fresh_term, "roster", str(path), "--module", "layers").stdout
    assert "4 people, 0 new, 0 gone, 0 doubtful." in again


def test_marks_in_a_table_of_ours_need_no_file(fresh_term: Course, layers: Module) -> None:
    give(fresh_term, layers, "ada", 0.5, penalty=10, waiting=True)
    for options, mark in (
        ([], ""), (["--waiting"], "40"), (["--waiting", "--no-penalty"], "50"),
    ):  # fmt: skip
        result = run(fresh_term, "export", "--to", "csv", "--module", "layers", *options)
        assert result.exit_code == 0
        text = (fresh_term.folder / "platform" / "03_layers-csv.csv").read_text()
        assert text.splitlines()[1].startswith(f"ada,,,,,,,,{mark},100,")


@pytest.mark.parametrize(
    ("options", "what"),
    [
        (["--to", "moodle"], "There is no export of Moodle to fill: download it there"),
        (["--to", "canvas", "--file", "nowhere.csv"], "nowhere.csv cannot be read: No such file"),
        (["--to", "canvas", "--column", "Final"], "no column matches Final: give --column"),
        (["--to", "canvas", "--module", "layers", "--section", "C"], "nobody is in section 'C'"),
        (["--to", "canvas", "--module", "tensor"], "no column matches 01_tensor"),
    ],
)
def test_what_cannot_be_exported_is_told_and_nothing_is_written(
    fresh_term: Course, layers: Module, options: list[str], what: str
) -> None:
    read(fresh_term, "canvas")
    assert what in complaint(run(fresh_term, "export", *options))
    assert not (fresh_term.folder / "platform").exists()


def test_another_platform_s_file_and_the_export_itself_are_refused(fresh_term: Course) -> None:
    own = file_of(fresh_term, "canvas")
    before = "There is no roster yet"
    assert before in complaint(run(fresh_term, "export", "--to", "canvas", "--file", own))
    read(fresh_term, "canvas")
    result = run(fresh_term, "export", "--to", "moodle", "--file", own)
    assert "this is an export of canvas" in complaint(result)
    options = ["--module", "layers", "--file", own, "--out", own]
    result = run(fresh_term, "export", "--to", "canvas", *options)
    assert "give --out another name" in complaint(result)
    assert Path(own).read_bytes() == canvas()


def test_other_maxima_are_told_and_scaled_on_request(fresh_term: Course, layers: Module) -> None:
    file = file_of(fresh_term, "canvas", canvas().replace(b",10,100,", b",10,50,"))
    run(fresh_term, "roster", file)
    give(fresh_term, layers, "ada", 0.5)
    result = run(fresh_term, "export", "--to", "canvas", "--module", "layers")
    assert "has 50 points, the module 100" in complaint(result)
    run(fresh_term, "export", "--to", "canvas", "--module", "layers", "--scale")
    text = (fresh_term.folder / "platform" / "03_layers-canvas.csv").read_text("utf-8-sig")
    assert '"Lovelace, Ada",4711,s001,ada,A,25\n' in text


def test_a_table_of_ours_takes_no_options_of_a_file(fresh_term: Course) -> None:
    result = run(fresh_term, "export", "--to", "csv", "--column", "Layers")
    assert result.exit_code == 2
    assert "--to csv fills no file" in result.stderr


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"name\n\xff\n", b"a,b\n1,2\n"])
def test_bad_input_of_the_roster_is_one_line_and_changes_nothing(
    fresh_term: Course, data: bytes
) -> None:
    file = file_of(fresh_term, "own", data)
    before = {each: each.stat().st_mtime_ns for each in fresh_term.folder.rglob("*")}
    assert file in complaint(run(fresh_term, "roster", file))
    assert {each: each.stat().st_mtime_ns for each in fresh_term.folder.rglob("*")} == before


def test_options_of_the_marks_are_refused_for_the_package(
    fresh_term: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verbs, "_export_package", lambda course: pytest.fail("it was exported"))
    result = run(fresh_term, "export", "--module", "layers")
    assert result.exit_code == 2
    assert "These options are for marks: add a platform, such as --to canvas" in result.stderr


def test_feedback_is_packed_for_the_platform_and_its_owner(
    graded_before: Course, module: Module
) -> None:
    result = run(
        graded_before, "feedback", "--module", "2", "--student", "broken_file", "--zip", "canvas"
    )
    assert result.exit_code == 0
    assert "  broken_file: not in the zip, since nothing of theirs was" in result.stdout
    path = graded_before.folder / "platform" / "02_activations-canvas.zip"
    assert f"02_activations: 0 pages for Canvas: {path}" in result.stdout
    assert path.stat().st_mode & 0o777 == 0o600
