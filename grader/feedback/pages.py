"""Write the pages that students get back, each in a process of its own: none of them can stop the others'."""

import html
from dataclasses import dataclass
from functools import partial

from grader.course.manifest import Module
from grader.course.outcome import Outcome
from grader.course.term import Course
from grader.feedback.page import make_page
from grader.files import write_text
from grader.gradebook.verdicts import prepare_for_parallel_use
from grader.grading.pool import Bounds, Reply, for_each

BOUNDS = Bounds(
    seconds=300, processor_seconds=60, megabytes=2048
)  # for one page; an ordinary one takes a second


@dataclass(frozen=True)
class Page:
    """A page that was written; a plain one tells only the points, and has a reason."""

    student: str
    why_plain: str = ""


def write_feedback(
    course: Course,
    module: Module,
    students: list[str],
    *,
    jobs: int | None = None,
    bounds: Bounds = BOUNDS,
) -> list[Page]:
    """Write the pages of those `students` who have been graded.

    Args:
        course, module, students: whose pages of what.
        jobs: how many at a time; by default one for each processor.
        bounds: what making one page may use. A page that takes more, or cannot be made, becomes a
            plain one.

    Raises:
        CourseError: if the gradebook cannot be read.
    """
    pages, able = [], []
    for student in students:
        outcome = Outcome.load(course.verdict(student, module))
        if outcome is None:
            continue
        if (course.autograded(student, module) / f"{module.name}.ipynb").is_file():
            able.append(student)
        else:
            _say_why(course, module, outcome)
            pages.append(Page(student))
    prepare_for_parallel_use(course)
    function = partial(make_page, Course(course.root, course.folder), module.id)
    for reply in for_each(function, able, jobs=jobs, bounds=bounds, preload="grader.feedback.page"):
        why = _why(reply, bounds)
        if why:
            _write_plain(course, module, reply.student)
        pages.append(Page(reply.student, why))
    return sorted(pages, key=lambda page: page.student)


def _why(reply: Reply, bounds: Bounds) -> str:
    """Why there is no page, for the instructor; nothing if there is one."""
    if reply.late:
        return f"it took more than {bounds.processor_seconds} s to lay out"
    if reply.text is None:
        return "the process that made it ended: is there memory left?"
    return reply.text


def _write_plain(course: Course, module: Module, student: str) -> None:
    """A page with the points and what a person wrote, in place of one that cannot be made."""
    with course.gradebook() as gradebook:
        book = gradebook.find_submission_notebook(module.name, module.id, student)
        rows = [(grade.name, _points(grade), f"{grade.max_score:g}") for grade in book.grades]
        comments = [(comment.name, comment.comment) for comment in book.comments if comment.comment]
        score = f"{book.score:g} / {book.max_score:g}"
    table = "".join(
        f"<tr><td>{html.escape(name)}</td><td>{got} / {of}</td></tr>" for name, got, of in rows
    )
    said = "".join(
        f"<p>{html.escape(name)}: {html.escape(comment)}</p>" for name, comment in comments
    )
    _write(course, module, student, score, (
        "<p>Your notebook is graded, but it could not be laid out as a page, so this one tells only your points.\n"
        "Ask your instructor for the rest.</p>\n"
        f"<table>{table}</table>\n{said}"
    ))  # fmt: skip


def _points(grade: object) -> str:
    return (
        "?" if getattr(grade, "needs_manual_grade", False) else f"{getattr(grade, 'score', 0.0):g}"
    )


def _say_why(course: Course, module: Module, outcome: Outcome) -> None:
    """A page for a submission that could not be run: what was wrong with it."""
    notes = "".join(f"<p>{html.escape(note)}.</p>" for note in outcome.notes)
    text = f"<p>Your submission could not be graded: {outcome.verdict.value}.</p>\n{notes}"
    _write(course, module, outcome.student, f"0.0 / {float(module.max_points)}", text)


def _write(course: Course, module: Module, student: str, score: str, body: str) -> None:
    page = (
        "<!DOCTYPE html>\n"
        f'<html lang="en"><head><meta charset="utf-8"><title>{module.name}</title></head>\n'
        '<body style="font-family: sans-serif; max-width: 40em; margin: 2em auto">\n'
        f"<h1>{html.escape(module.title)} (Score: {score})</h1>\n{body}\n"
        "</body></html>\n"
    )
    folder = course.feedback(student, module)
    for begun in folder.glob(f".{module.name}.html.*"):  # by a process that was stopped
        begun.unlink(missing_ok=True)
    write_text(folder / f"{module.name}.html", page)
