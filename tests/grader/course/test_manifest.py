"""The manifest: valid ones are read, and each kind of mistake is one line with file and key."""

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from grader.course.errors import CourseError
from grader.course.manifest import Manifest, load
from grader.course.notebook import exercises, read
from grader.course.term import ROOT

GOOD: dict[str, Any] = {
    "course": {"id": "small", "title": "A small course"},
    "modules": [
        {"id": "01_one", "title": "One", "points": {"a": 2, "b": 3}, "manual": ["b"]},
        {"id": "02_two", "title": "Two", "requires": ["01_one"], "points": {"c": 1}},
        {"id": "03_three", "title": "Three", "requires": ["02_two"], "points": {"d": 4}},
    ],
    "limits": {"cell_seconds": 5},
    "feedback": {"hidden_tests": "verdict"},
}


def lay_out(root: Path, content: Any) -> Path:
    """A course's folder with empty notebooks for GOOD's modules and `content` as its manifest."""
    for name in ("01_one/one", "02_two/two", "03_three/three"):
        path = root / "modules" / f"{name}.ipynb"
        path.parent.mkdir(parents=True)
        path.touch()
    text = content if isinstance(content, str) else yaml.safe_dump(content, sort_keys=False)
    (root / "nbs_config.yml").write_text(text, encoding="utf-8")
    return root


def changed(*path: str | int, to: Any) -> dict[str, Any]:
    """GOOD with one value replaced or added."""
    content = copy.deepcopy(GOOD)
    place: Any = content
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = to
    return content


def without(*path: str | int) -> dict[str, Any]:
    """GOOD without one key."""
    content = changed(*path, to=None)
    place: Any = content
    for step in path[:-1]:
        place = place[step]
    del place[path[-1]]
    return content


def complaint(root: Path) -> str:
    with pytest.raises(CourseError) as caught:
        load(root)
    assert caught.value.exit_code == 2
    return caught.value.message


MISTAKES: dict[str, tuple[Any, list[str]]] = {
    "unknown key": (changed("modlues", to=[]), ["modlues: unknown key"]),
    "unknown key inside a module": (
        changed("modules", 1, "point", to={}),
        ["modules[1].point: unknown key"],
    ),
    "unknown limit": (changed("limits", "cell_secs", to=3), ["limits.cell_secs: unknown key"]),
    "text for a number": (
        changed("limits", "cell_seconds", to="5"),
        ["limits.cell_seconds: ", "'5'"],
    ),
    "yes for a number": (
        changed("limits", "cell_seconds", to=True),
        ["limits.cell_seconds: ", "True"],
    ),
    "fraction for a number": (
        changed("modules", 0, "points", "a", to=1.5),
        ["modules[0].points.a: ", "1.5"],
    ),
    "no points": (
        changed("modules", 0, "points", "a", to=0),
        ["modules[0].points.a: ", "greater than 0"],
    ),
    "one name for a list": (
        changed("modules", 1, "requires", to="01_one"),
        ["modules[1].requires: ", "list"],
    ),
    "text for a section": (changed("course", to="tinytorch"), ["course: ", "'tinytorch'"]),
    "a repository by address": (
        changed("links", to={"student_edition": "https://x/y"}),
        ["links.student_edition: "],
    ),
    "a site without a slash": (changed("links", to={"site": "https://x.org/y"}), ["links.site: "]),
    "unknown policy": (
        changed("feedback", "hidden_tests", to="all"),
        ["feedback.hidden_tests: ", "'message'"],
    ),
    "module id without number": (
        changed("modules", 0, "id", to="one"),
        ["modules[0].id: ", "'one'"],
    ),
    "no modules": (changed("modules", to=[]), ["modules: ", "at least 1"]),
    "missing section": (without("course"), ["course: this key is required"]),
    "missing key": (without("modules", 2, "points"), ["modules[2].points: this key is required"]),
    "duplicate module": (
        changed("modules", 1, "id", to="01_one"),
        ["module 01_one is listed twice"],
    ),
    "required module later": (
        changed("modules", 0, "requires", to=["02_two"]),
        ["module 01_one requires 02_two, which is not listed before it"],
    ),
    "required module unknown": (
        changed("modules", 1, "requires", to=["00_no"]),
        ["02_two requires 00_no"],
    ),
    "manual without points": (
        changed("modules", 0, "manual", to=["z"]),
        ["modules[0]: manual lists 'z'"],
    ),
    "module without notebook": (
        changed("modules", 2, "id", to="03_tree"),
        ["modules[2].id: ", "modules/03_tree/tree.ipynb"],
    ),
    "broken YAML": ("course: [1\nmodules: }", ["not valid YAML", "line 2"]),
    "tab": ("course:\n\tid: small\n", ["not valid YAML", "line 2"]),
    "empty file": ("", ["valid dictionary", "None"]),
    "a list": ("- course\n- modules\n", ["valid dictionary"]),
}


@pytest.mark.parametrize(("content", "parts"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_one_line_that_names_file_and_key(
    tmp_path: Path, content: Any, parts: list[str]
) -> None:
    message = complaint(lay_out(tmp_path, content))
    assert message.startswith("nbs_config.yml: ")
    assert "\n" not in message
    for part in parts:
        assert part in message


def test_a_missing_file_is_named_with_its_folder(tmp_path: Path) -> None:
    message = complaint(tmp_path)
    assert message.startswith("nbs_config.yml is missing")
    assert str(tmp_path) in message


def test_a_file_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    lay_out(tmp_path, "").joinpath("nbs_config.yml").write_bytes('title: "Schön"'.encode("latin-1"))
    assert complaint(tmp_path).startswith("nbs_config.yml: not valid YAML")


def test_a_good_manifest_is_read(tmp_path: Path) -> None:
    manifest = load(lay_out(tmp_path, GOOD))
    assert [module.id for module in manifest.modules] == ["01_one", "02_two", "03_three"]
    assert (manifest.modules[0].name, manifest.modules[0].max_points) == ("one", 5)
    assert (manifest.limits.cell_seconds, manifest.feedback.hidden_tests) == (5, "verdict")


def test_limits_and_feedback_may_be_left_out(tmp_path: Path) -> None:
    content = {key: GOOD[key] for key in ("course", "modules")}
    manifest = load(lay_out(tmp_path, content))
    assert manifest.limits.submission_seconds > manifest.limits.cell_seconds > 0
    assert manifest.feedback.hidden_tests == "message"


@pytest.mark.parametrize("name", ["02_two", "two", "02", "2"])
def test_a_module_is_found_by_id_name_or_number(name: str) -> None:
    assert Manifest.model_validate(GOOD).module(name).id == "02_two"


def test_an_unknown_module_is_answered_with_those_that_there_are() -> None:
    with pytest.raises(CourseError, match=r"no module 'four'.*01_one, 02_two, 03_three"):
        Manifest.model_validate(GOOD).module("four")


def test_what_a_module_builds_on_includes_what_that_builds_on() -> None:
    manifest = Manifest.model_validate(GOOD)
    assert [module.id for module in manifest.before(manifest.module("three"))] == [
        "01_one",
        "02_two",
    ]
    assert manifest.before(manifest.module("one")) == []


def _points(root: Path) -> Callable[[Any], dict[str, float]]:
    return lambda module: {
        each.name: each.points
        for each in exercises(read(root / "modules" / module.id / f"{module.name}.ipynb"))
    }


def test_this_course_gives_the_points_that_its_notebooks_give() -> None:
    manifest, in_notebook = load(ROOT), _points(ROOT)
    for module in manifest.modules:
        assert in_notebook(module) == module.points


def test_a_key_that_stands_twice_is_named_with_its_line(tmp_path: Path) -> None:
    text = yaml.safe_dump(GOOD, sort_keys=False) + "limits:\n  cell_seconds: 50\n"
    line = text.splitlines().index("limits:", text.splitlines().index("limits:") + 1) + 1
    expected = f"nbs_config.yml: duplicate key 'limits' (line {line}): remove one."
    assert complaint(lay_out(tmp_path, text)) == expected


def test_an_exercise_that_stands_twice_is_named(tmp_path: Path) -> None:
    text = yaml.safe_dump(GOOD, sort_keys=False).replace("    a: 2\n", "    a: 2\n    a: 20\n")
    assert "duplicate key 'a' (line" in complaint(lay_out(tmp_path, text))


def test_keys_may_stand_again_where_another_thing_begins_and_be_merged(tmp_path: Path) -> None:
    text = (
        yaml.safe_dump(GOOD, sort_keys=False).replace("limits:\n", "limits: &l\n")
        + "late:\n  penalty: zero\n"
    )
    assert load(lay_out(tmp_path, text)).late.penalty == "zero"


@pytest.mark.parametrize(
    "name",
    [
        "../data.csv",
        "/etc/passwd",
        "a/b.csv",
        ".csv",
        "data",
        "data.csv\n",
        "x" * 300 + ".",
        "a b.csv",
        "-.csv",
    ],
)
def test_a_file_s_name_that_is_not_plain_is_named(tmp_path: Path, name: str) -> None:
    content = changed("modules", 0, "files", to=[name])
    assert complaint(lay_out(tmp_path, content)).startswith("nbs_config.yml: modules[0].files[0]: ")


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("numpy.py", "only data"), ("page.html", "only data"), ("x.ipynb", "only data"),
        ("x.svg", "only data"), ("x.PTH", "only data"), ("timestamp.txt", "a name that"),
        ("problem.txt", "a name that"),
    ],
)  # fmt: skip
def test_a_file_that_could_run_or_that_is_the_collector_s_is_refused(
    tmp_path: Path, name: str, why: str
) -> None:
    assert why in complaint(
        lay_out(tmp_path, changed("modules", 0, "files", to=["data.csv", name]))
    )


@pytest.mark.parametrize("penalty", ["half", "", "os.", "a b.c", 3])
def test_a_penalty_that_is_none_is_named(tmp_path: Path, penalty: object) -> None:
    assert "late.penalty" in complaint(lay_out(tmp_path, {**GOOD, "late": {"penalty": penalty}}))
