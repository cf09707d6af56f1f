"""A term is restored whole or not at all, and what is there is never lost."""

import multiprocessing
from datetime import datetime
from pathlib import Path

import pytest
from kit import answered, hand_in, marks
from postgres import programs, server
from sqlalchemy import select

from grader.course.errors import CourseError
from grader.course.lock import only_run
from grader.course.manifest import Module
from grader.course.term import Course
from grader.gradebook.backup import back_up
from grader.gradebook.lateness import SETTLED
from grader.gradebook.restore import restore
from grader.gradebook.settle import settle
from grader.grading.batch import grade, to_grade
from grader.release.make import release


def settled(course: Course) -> list[tuple[object, ...]]:
    """The submissions whose extension or penalty follows from `exceptions.yml`."""
    with course.gradebook() as gradebook:
        return [tuple(row) for row in gradebook.db.execute(select(SETTLED))]


def content(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Path -> mode and bytes of every file but the gradebook, whose bytes may differ."""
    return {
        each.relative_to(folder).as_posix(): (each.stat().st_mode, each.read_bytes())
        for each in folder.rglob("*")
        if each.is_file() and not each.name.endswith(".lock") and each.name != "gradebook.db"
    }


@pytest.fixture
def module(term: Course) -> Module:
    return term.manifest.module("activations")


@pytest.fixture
def path(fresh_term: Course, module: Module, tmp_path: Path) -> Path:
    """The backup of a term in which ada is graded."""
    hand_in(fresh_term, module, "ada", answered(fresh_term, module))
    grade(fresh_term, module, ["ada"], engine="wall", report=lambda outcome: None)
    back_up(fresh_term, tmp_path / "term.zip")
    return tmp_path / "term.zip"


def test_a_restored_term_is_as_it_was_and_nothing_has_to_be_graded(
    fresh_term: Course, module: Module, path: Path, tmp_path: Path
) -> None:
    there = Course(fresh_term.root, tmp_path / "new" / "term")
    restored = restore(there, path)
    assert restored.aside is None and restored.database is None
    assert content(there.folder) == content(fresh_term.folder)
    assert marks(there, module, "ada") == marks(fresh_term, module, "ada")
    assert to_grade(there, module) == []
    assert [each.name for each in there.folder.parent.iterdir()] == ["term"]


def test_a_term_that_is_there_is_kept(fresh_term: Course, path: Path) -> None:
    (fresh_term.folder / "later").write_text("since the backup", encoding="utf-8")
    with pytest.raises(CourseError, match="--force sets it aside"):
        restore(fresh_term, path)
    assert (fresh_term.folder / "later").exists()
    restored = restore(fresh_term, path, force=True)
    assert restored.aside is not None
    assert not (fresh_term.folder / "later").exists()
    assert (restored.aside / "later").read_text(encoding="utf-8") == "since the backup"
    again = restore(fresh_term, path, force=True)
    assert again.aside is not None and again.aside != restored.aside


def test_half_a_backup_changes_nothing(fresh_term: Course, path: Path, tmp_path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1000])
    before, beside = content(fresh_term.folder), set(tmp_path.iterdir())
    with pytest.raises(CourseError, match="or is incomplete"):
        restore(fresh_term, path, force=True)
    assert content(fresh_term.folder) == before
    assert set(tmp_path.iterdir()) == beside


def test_a_term_that_is_being_graded_is_left_alone(
    fresh_term: Course, module: Module, path: Path, tmp_path: Path
) -> None:
    beside = set(tmp_path.iterdir())
    context = multiprocessing.get_context("fork")
    ready, done = context.Event(), context.Event()
    holder = context.Process(target=_hold, args=(fresh_term, module, ready, done))
    holder.start()
    assert ready.wait(60)
    try:
        with pytest.raises(CourseError, match="Another run grades 02_activations"):
            restore(fresh_term, path, force=True)
    finally:
        done.set()
        holder.join()
    assert set(tmp_path.iterdir()) == beside


def _hold(course: Course, module: Module, ready, done) -> None:  # type: ignore[no-untyped-def]
    with only_run(course, module):
        ready.set()
        done.wait(60)


@pytest.mark.slow
@pytest.mark.skipif(programs() is None, reason="there is no PostgreSQL server")
def forget_ada(course: Course) -> None:
    """Change the gradebook after a backup."""
    with course.gradebook() as gradebook:
        gradebook.remove_student("ada")


def test_a_gradebook_in_postgresql_is_backed_up_and_restored_there_or_as_a_file(
    module: Module, tmp_path: Path
) -> None:
    with server() as where:
        course = Course(Course.here().root, tmp_path / "term")
        course.folder.mkdir()
        address = f"postgresql://postgres@/postgres?host={where}"
        (course.folder / "db_url").write_text(address, encoding="utf-8")
        release(course, module)
        hand_in(course, module, "ada", answered(course, module))
        grade(course, module, ["ada"], engine="wall", report=lambda outcome: None)
        had = marks(course, module, "ada")
        extension = "extensions: [{student: ada, module: activations, due: 2100-01-01}]"
        (course.folder / "exceptions.yml").write_text(extension, encoding="utf-8")
        with course.gradebook() as gradebook:
            gradebook.update_or_create_assignment(module.id, duedate=datetime(2000, 1, 1))
        settle(course)
        assert len(settled(course)) == 1
        assert back_up(course, tmp_path / "term.zip").manifest.database == "postgresql"

        file = Course(course.root, tmp_path / "file")
        restore(file, tmp_path / "term.zip", sqlite=True)
        assert "sqlite" in file.db_url and marks(file, module, "ada") == had
        assert settled(file) == settled(course)
        assert to_grade(file, module) == []

        with pytest.raises(CourseError, match="There is a gradebook in postgresql"):
            restore(Course(course.root, tmp_path / "other"), tmp_path / "term.zip")
        assert not (tmp_path / "other").exists()
        forget_ada(course)
        back_up(file, tmp_path / "file.zip")
        moved = Course(course.root, tmp_path / "moved")
        restore(moved, tmp_path / "file.zip", force=True, database=address)
        assert moved.db_url == course.db_url and marks(moved, module, "ada") == had
        forget_ada(course)
        restored = restore(course, tmp_path / "term.zip", force=True)
        assert restored.database is not None and "postgresql" in restored.database
        assert marks(course, module, "ada") == had
        assert to_grade(course, module) == []
