"""Put a module's report together from the term."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from statistics import fmean
from typing import Any

from grader.course.manifest import Module
from grader.course.notebook import read
from grader.course.outcome import Outcome, Verdict
from grader.course.term import Course
from grader.gradebook.grades import Row, rows
from grader.grading.due import standing, summary
from grader.library.book import ensure_book, titles
from grader.report.alike import THRESHOLD, alike
from grader.report.attention import cases, needs
from grader.report.mistakes import failures, mistakes
from grader.report.model import Alike, Report
from grader.report.papers import Paper, Reader
from grader.report.register import Register, register
from grader.report.statistics import About, distribution, share, task_figures

NOT_A_NOTEBOOK = (Verdict.UNREADABLE, Verdict.MISSING, Verdict.UNGRADED)


def make_report(
    course: Course, module: Module, *, section: str = "", threshold: float = THRESHOLD
) -> Report:
    """Return the report on a module, with names.

    Args:
        course, module: the term and the module.
        section: only the people of this section of the roster; empty for the whole class.
        threshold: the share of one's own code from which two submissions are alike.

    Raises:
        CourseError: if the module is not released, nobody is in the section, or for what is wrong
            in `exceptions.yml`.
    """
    ensure_book(course, module)
    reader, (people, exceptions) = Reader(course, module), register(course, module, section)
    found = standing(course, module, people.handed_in)
    # The gradebook decides what is graded; see `grader.grading.due`.
    graded = [student for student, changed in found.items() if changed is not None]
    papers = _papers(reader, course, module, graded)
    ran = {each.outcome.student for each in papers if each.outcome.verdict not in NOT_A_NOTEBOOK}
    waiting = [each for each in people.handed_in if each not in graded]
    return Report(
        module=module.id,
        title=module.title,
        course=course.manifest.course.title,
        section=section,
        points=module.max_points,
        made=datetime.now(UTC),
        anonymous=False,
        names=people.names,
        notes=summary(module, found),
        handed_in=people.figures(len(ran)),
        exceptions_count=len(exceptions),
        exceptions=exceptions,
        alike=_alike(reader, module, papers, ran, threshold),
        **_findings(course, module, papers, waiting),
        **_figures(course, module, papers, ran, people),
    )


def _papers(reader: Reader, course: Course, module: Module, graded: Sequence[str]) -> list[Paper]:
    """Return what the graded students wrote, and how it was graded."""
    outcomes = (Outcome.load(course.verdict(student, module)) for student in graded)
    return [reader.paper(outcome) for outcome in outcomes if outcome]


def _findings(
    course: Course, module: Module, papers: Sequence[Paper], waiting: list[str]
) -> dict[str, Any]:
    """Return the parts of the report that are about mistakes, and what to look at by hand."""
    by_hand = cases(course, module, papers, waiting)
    return {
        "mistakes": mistakes(papers),
        "failures": failures(papers),
        "by_hand_counts": dict(Counter(each.kind for each in by_hand)),
        "by_hand": by_hand,
    }


def _figures(
    course: Course, module: Module, papers: Sequence[Paper], ran: set[str], people: Register
) -> dict[str, Any]:
    """Return the parts of the report that are about points."""
    tasks = _tasks(course, module)
    table = [row for row in rows(course, module)[1] if row.student in ran - people.excused]
    shares = _shares(table, {task.name: task.points for task in tasks})
    need = needs(papers, shares, _before(course, module), people.overdue, len(tasks))
    return {
        "distribution": distribution(table, tasks),
        "tasks": task_figures(table, tasks, _not_begun(papers, table)),
        "help_count": len(need),
        "help": need,
    }


def _alike(
    reader: Reader, module: Module, papers: Sequence[Paper], ran: set[str], threshold: float
) -> Alike:
    """Return the pairs of notebooks that are alike in what tests grade."""
    written = {each.outcome.student: each.answers for each in papers}
    tested = [name for name in module.points if name not in module.manual]
    return alike(
        {student: answers for student, answers in written.items() if student in ran},
        reader.given,
        tested,
        threshold,
    )


def _tasks(course: Course, module: Module) -> list[About]:
    """Return the tasks with their headings, as the source has them."""
    headings = titles(read(course.source(module)))
    return [
        About(name, *headings.get(name, (name, "")), float(points))
        for name, points in module.points.items()
    ]


def _shares(table: Sequence[Row], most: Mapping[str, float]) -> dict[str, float]:
    """Return student -> share of the points, of those who have any that count."""
    return {row.student: own for row in table if (own := share(row, most)) is not None}


def _not_begun(papers: Sequence[Paper], table: Sequence[Row]) -> dict[str, set[str]]:
    """Return task -> the students who left it as it was."""
    points = {row.student: row.points for row in table}
    found: dict[str, set[str]] = defaultdict(set)
    for paper in papers:
        own = points.get(paper.outcome.student, {})
        for task in paper.untouched:
            # Some write the answer in a cell of their own, and the tests pass.
            # What is excused is in nobody's points.
            if task in own and not own[task]:
                found[task].add(paper.outcome.student)
    return found


def _before(course: Course, module: Module) -> dict[str, float]:
    """Return student -> mean share of the points in the modules before."""
    found: dict[str, list[float]] = defaultdict(list)
    for earlier in course.manifest.modules:
        if earlier.id == module.id:
            break
        most = {name: float(points) for name, points in earlier.points.items()}
        table = rows(course, earlier)[1] if course.release(earlier).is_file() else []
        ran = [row for row in table if row.outcome.verdict not in NOT_A_NOTEBOOK]
        for student, own in _shares(ran, most).items():
            found[student].append(own)
    return {student: fmean(each) for student, each in found.items()}
