"""Without room for a notebook, a run ends with one line, and no partial file is left."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from scored_by_hand import assert_all_is_well, make_term, run

from grader.course.manifest import Module
from grader.course.term import ROOT, Course
from grader.grading.batch import to_grade


@pytest.fixture
def course(fresh_term: Course) -> Course:
    """A term with three submissions of 02_activations; ben has a score given by hand."""
    return make_term(fresh_term)


@pytest.fixture
def module(course: Course) -> Module:
    return course.manifest.module("activations")


def test_no_room_for_a_notebook_is_one_line_and_nothing_half_written(
    course: Course, module: Module
) -> None:
    command = [sys.executable, "-m", "grader", "--course", str(course.folder), "grade"]
    command += ["--module", module.id, "--engine", "wall", "--jobs", "1"]
    least = min(path.stat().st_size for path in course.folder.glob("autograded/*/*/*.ipynb"))

    def limit() -> None:  # a file may not grow beyond half a notebook
        resource.setrlimit(resource.RLIMIT_FSIZE, (least // 2, resource.RLIM_INFINITY))

    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, preexec_fn=limit)
    assert done.returncode == 2, done
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert "File too large" in done.stderr
    leftovers = [
        path
        for folder in ("autograded", "verdicts")
        for path in (course.folder / folder).rglob(".*")
    ]
    assert leftovers == []
    run(course, module, to_grade(course, module))
    assert_all_is_well(course, module)


# Mounting a small disk: as root in a mount namespace, as anybody else in a user namespace too.
MOUNTING = ["--mount"] if os.geteuid() == 0 else ["--map-root-user", "--mount"]


FULL_DISK = """
set -e
mount -t tmpfs -o size=$2 none "$1.full"; cp -a "$1/." "$1.full/"
cd "$3"; shift 3
dd if=/dev/zero of="$TERM_FOLDER/filler" bs=1k 2>/dev/null || true
truncate -s -${SPARE}K "$TERM_FOLDER/filler"
"$@" && echo "exit 0" || echo "exit $?"
find "$TERM_FOLDER/autograded" "$TERM_FOLDER/verdicts" -name '.*' -type f | sed 's/^/left over: /'
rm "$TERM_FOLDER/filler"
"$@"
cp -a "$TERM_FOLDER/." "$BACK/"
"""


@pytest.mark.parametrize("spare", [0, 60])
def test_a_full_disk_is_one_line_and_nothing_half_written(
    spare: int, course: Course, module: Module, tmp_path: Path
) -> None:
    full, back = Path(f"{course.folder}.full"), tmp_path / "back"
    full.mkdir()
    back.mkdir()
    command = [sys.executable, "-m", "grader", "--course", str(full), "grade"]
    command += ["--module", module.id, "--engine", "wall", "--jobs", "1"]
    environment = {**os.environ, "TERM_FOLDER": str(full), "SPARE": str(spare), "BACK": str(back)}
    script = [
        "unshare",
        *MOUNTING,
        "sh",
        "-c",
        FULL_DISK,
        "sh",
        str(course.folder),
        "16m",
        str(ROOT),
        *command,
    ]
    done = subprocess.run(script, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done
    assert "exit 2" in done.stdout, done
    assert "left over" not in done.stdout
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert "Error: " in done.stderr and ("No space" in done.stderr or "full" in done.stderr)
    assert_all_is_well(Course(ROOT, back), module)
