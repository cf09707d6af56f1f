"""A term with three submissions, one of them with a score given by hand, and its checks."""

from kit import answered, hand_in, marks

from grader.course.manifest import Module
from grader.course.term import Course
from grader.gradebook.grades import write_csv
from grader.grading.batch import grade

FULL = 37.0  # of 02_activations without the written answer


def make_term(fresh_term: Course) -> Course:
    """A term with three submissions of 02_activations; ben has a score given by hand."""
    module = fresh_term.manifest.module("activations")
    for student in ("ada", "ben", "cay"):
        hand_in(fresh_term, module, student, answered(fresh_term, module))
    run(fresh_term, module, ["ben"])
    with fresh_term.gradebook() as gradebook:
        written = gradebook.find_grade("q4-why-relu", module.name, module.id, "ben")
        written.manual_score, written.needs_manual_grade = 2.5, False
        gradebook.db.commit()
    hand_in(
        fresh_term,
        module,
        "ben",
        answered(fresh_term, module, {"q1-cost": "# none\nraise ValueError\n"}),
    )
    return fresh_term


def run(course: Course, module: Module, students: list[str], jobs: int = 2) -> list[str]:
    """Grade and return who has been graded, in the order of their results."""
    found: list[str] = []
    grade(
        course,
        module,
        students,
        jobs=jobs,
        engine="wall",
        report=lambda each: found.append(each.student),
    )
    return found


def assert_all_is_well(course: Course, module: Module) -> None:
    """Everybody has their scores, ben also the one given by hand, and no partial file is left."""
    everything = marks(course, module, "ada")
    assert sum(everything.values()) == sum(marks(course, module, "cay").values()) == FULL
    own = marks(course, module, "ben")
    assert own.pop("q4-why-relu") == 2.5
    lost = {name for name, points in own.items() if points != everything[name]}
    assert lost and all("q1" in name for name in lost)
    leftovers = [
        path
        for folder in ("autograded", "verdicts")
        for path in (course.folder / folder).rglob(".*")
    ]
    assert leftovers == []
    rows = write_csv(course).read_text(encoding="utf-8").splitlines()
    assert len([row for row in rows if row.startswith(f"{module.id},")]) == len(
        course.students(module)
    )
