"""The verdict on each submission is in the gradebook too, whichever engine ran it."""

from kit import answered, grade_all, hand_in, outcome
from sqlalchemy import create_engine, inspect, text

from grader.course.manifest import Module
from grader.course.term import Course
from grader.gradebook.verdicts import INDEXED, make_table, prepare_for_parallel_use, stamps
from grader.grading.batch import grade

QUERY = """
select student_id, verdict, notes, seed from tinytorch_verdict
join submitted_assignment on submitted_assignment.id = submission_id order by student_id
"""


def entered(course: Course) -> dict[str, tuple[object, ...]]:
    """What anybody finds who asks the database."""
    engine = create_engine(course.db_url)
    with engine.connect() as connection:
        found = {row[0]: tuple(row[1:]) for row in connection.execute(text(QUERY))}
    engine.dispose()
    return found


def kept(course: Course, module: Module) -> dict[str, tuple[object, ...]]:
    """What the records say."""
    records = {student: outcome(course, module, student) for student in course.students(module)}
    return {
        name: (each.verdict, "\n".join(each.notes), each.seed) for name, each in records.items()
    }


def test_everybody_has_a_verdict_in_the_gradebook(a_class: Course, module: Module) -> None:
    found = entered(a_class)
    assert found == kept(a_class, module)
    assert {"ok", "wrong", "error", "unreadable", "missing", "killed"} <= {
        str(row[0]) for row in found.values()
    }


def test_a_new_verdict_takes_the_place_of_the_old_one(fresh_term: Course, module: Module) -> None:
    hand_in(fresh_term, module, "ada", "{")
    grade_all(fresh_term, module, ["ada"])
    assert entered(fresh_term) == kept(fresh_term, module)
    hand_in(fresh_term, module, "ada", answered(fresh_term, module))
    grade(fresh_term, module, ["ada"], engine="wall", report=lambda _: None)
    assert entered(fresh_term) == kept(fresh_term, module)
    assert entered(fresh_term)["ada"][0] == "ok"


def test_a_table_of_an_earlier_version_is_completed(fresh_term: Course, module: Module) -> None:
    engine = create_engine(fresh_term.db_url)
    with engine.begin() as connection:
        columns = "verdict varchar(16) not null, notes text not null, seed bigint"
        key = "submission_id varchar(32) primary key"
        connection.execute(text(f"create table tinytorch_verdict ({key}, {columns})"))
    engine.dispose()
    assert stamps(fresh_term, module) == {}
    hand_in(fresh_term, module, "ada", "{")
    grade(fresh_term, module, ["ada"], engine="wall", report=lambda _: None)
    assert stamps(fresh_term, module) == {"ada": outcome(fresh_term, module, "ada").stamp}


def test_processes_that_open_the_gradebook_at_once_find_what_nbgrader_would_add(
    fresh_term: Course,
) -> None:
    for _ in range(2):
        prepare_for_parallel_use(fresh_term)
        engine = create_engine(fresh_term.db_url)
        with engine.connect() as connection:
            names = {row[0] for row in connection.execute(text("select id from course"))}
        engine.dispose()
        assert names == {"default_course", fresh_term.manifest.course.id}


def test_what_is_looked_for_by_notebook_has_an_index(fresh_term: Course) -> None:
    with fresh_term.gradebook() as gradebook:
        make_table(gradebook)
        make_table(gradebook)  # a second time changes nothing
        for table, column in INDEXED.items():
            found = inspect(gradebook.engine).get_indexes(table)
            assert [each["column_names"] for each in found].count([column]) == 1, table
