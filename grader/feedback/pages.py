"""Write the feedback pages, in processes with limits, so that no page can stop the others."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from grader.course.files import write_text
from grader.course.manifest import Module
from grader.course.outcome import Outcome, Verdict
from grader.course.term import Course
from grader.feedback.exporter import points, template
from grader.feedback.news import news
from grader.feedback.page import make_page
from grader.feedback.tasks import tasks_of
from grader.gradebook.read_scores import Scores, scores_of
from grader.grading.pool import Bounds, Reply, for_each
from grader.library.book import ensure_book

# For one page; most take a twentieth of a second.
BOUNDS = Bounds(seconds=300, processor_seconds=60, megabytes=2048)
MAKER = "grader.feedback.page"  # what each process imports before the first page

# What a student can do where nothing could be run; the page ends each line with a full stop.
ADVICE = {
    Verdict.UNREADABLE: "Open the notebook in JupyterLab, save it, and ask to hand it in again",
    Verdict.MISSING: "Ask to hand in the notebook again, under the name that it had at first",
    Verdict.UNGRADED: "The fault is not yours: your instructor grades it again",
}


@dataclass(frozen=True)
class Page:
    """A page that was written; a plain one has only the points, and a reason."""

    student: str
    why_plain: str = ""


def write_feedback(
    course: Course,
    module: Module,
    students: list[str],
    *,
    jobs: int | None = None,
    bounds: Bounds = BOUNDS,
    report: Callable[[Page], None] = lambda page: None,
) -> list[Page]:
    """Write the pages of those `students` who have been graded.

    Args:
        course, module, students: the pages to write.
        jobs: how many processes to run; by default one for each processor.
        bounds: the limits for one page; one that exceeds them, or fails, becomes a plain one.
        report: is called with each page when it is there.

    Raises:
        CourseError: if the gradebook cannot be read.
    """
    ensure_book(course, module)
    pages, able = list[Page](), list[str]()

    def add(page: Page) -> None:
        pages.append(page)
        report(page)

    for outcome in _outcomes(course, module, students):
        # A submission that could not be run has no graded notebook.
        if (course.autograded(outcome.student, module) / f"{module.name}.ipynb").is_file():
            able.append(outcome.student)
        else:
            add(_reason_page(course, module, outcome))
    make = partial(make_page, Course(course.root, course.folder), module.id)
    for reply in for_each(make, able, jobs=jobs, bounds=bounds, preload=MAKER, lasting=True):
        add(_page_of(course, module, reply, bounds))
    # The replies come in the order in which the pages are ready.
    return sorted(pages, key=lambda page: page.student)


def _page_of(course: Course, module: Module, reply: Reply, bounds: Bounds) -> Page:
    """Return the page that a process has made; write a plain one if it failed."""
    why = _why(reply, bounds)
    if why:
        _write_plain(course, module, reply.student)
    return Page(reply.student, why)


def _outcomes(course: Course, module: Module, students: list[str]) -> Iterator[Outcome]:
    """Yield the outcomes of the students who have been graded."""
    for student in students:
        if (outcome := Outcome.load(course.verdict(student, module))) is not None:
            yield outcome


def _why(reply: Reply, bounds: Bounds) -> str:
    """Return why there is no page, for the instructor; empty if there is one."""
    if reply.timed_out:
        return f"it took more than {bounds.processor_seconds} s to lay out"
    if reply.text is None:
        return "its process ended unexpectedly: is there enough memory?"
    return reply.text


def _write_plain(course: Course, module: Module, student: str) -> None:
    """Write a page with the points and comments, in place of one that cannot be made."""
    scores = scores_of(course.db_url, module.id, module.name, student)
    titles, rows = {}, []
    for task in tasks_of(course.source(module)):
        titles[task.name] = task.title
        own = [scores.cells[name] for name in task.tests if name in scores.cells]
        waiting = task.manual and any(score.waiting for score in own)
        got = "?" if waiting else points(sum(score.points for score in own))
        rows.append((task.title, got, sum(score.of for score in own)))
    why = (
        "Your notebook is graded, but it could not be laid out as a page, so this page has only"
        " your points. Ask your instructor for the rest."
    )
    comments = [(titles.get(name, name), text) for name, text in scores.comments.items()]
    _write(course, module, student, scores, why=why, tasks=rows, comments=comments)


def _reason_page(course: Course, module: Module, outcome: Outcome) -> Page:
    """Write the page of a submission that could not be run: what is wrong with it."""
    why = f"Your submission could not be graded: {outcome.verdict.value}."
    advice = ADVICE.get(outcome.verdict, "Ask your instructor")
    scores = scores_of(course.db_url, module.id, module.name, outcome.student)
    _write(course, module, outcome.student, scores, why=why, notes=[*outcome.notes, advice])
    return Page(outcome.student)


def _write(
    course: Course, module: Module, student: str, scores: Scores, *, why: str,
    notes: Sequence[str] = (), tasks: Sequence[object] = (), comments: Sequence[object] = (),
) -> None:  # fmt: skip
    told = news(course, module, student)
    score, of = sum(score.points for score in scores.cells.values()), float(module.max_points)
    if told.total is not None:
        score, of = told.total.score, told.total.most
    page = template("plain.html.j2").render(
        course=course.manifest.course.title,
        module=module,
        student=f"{scores.name} ({student})" if scores.name else student,
        handed_in=scores.handed_in,
        points=score - scores.penalty,
        of=of,
        excused=told.allowance.whole,
        why=why,
        told=told.lines,
        notes=notes,
        tasks=tasks,
        comments=comments,
    )
    folder = course.feedback(student, module)
    for temporary in folder.glob(f".{module.name}.html.*"):  # left by a process that was stopped
        temporary.unlink(missing_ok=True)
    write_text(folder / f"{module.name}.html", page)
