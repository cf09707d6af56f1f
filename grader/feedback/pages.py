"""Write the feedback pages, each in a process of its own, so that none can stop the others."""

import html
from dataclasses import dataclass
from functools import partial

from grader.course.manifest import Module
from grader.course.outcome import Outcome
from grader.course.term import Course
from grader.feedback.news import news
from grader.feedback.page import make_page
from grader.files import write_text
from grader.gradebook.verdicts import prepare_for_parallel_use
from grader.grading.pool import Bounds, Reply, for_each

# For one page; most take a second.
BOUNDS = Bounds(seconds=300, processor_seconds=60, megabytes=2048)


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
) -> list[Page]:
    """Write the pages of those `students` who have been graded.

    Args:
        course, module, students: the pages to write.
        jobs: how many processes to run; by default one for each processor.
        bounds: the limits for one page. A page that exceeds them, or cannot be made, becomes a
            plain one.

    Raises:
        CourseError: if the gradebook cannot be read.
    """
    pages, able = [], []
    for student in students:
        outcome = Outcome.load(course.verdict(student, module))
        if outcome is None:
            continue
        # A submission that could not be run has no graded notebook.
        if (course.autograded(student, module) / f"{module.name}.ipynb").is_file():
            able.append(student)
        else:
            _write_reason(course, module, outcome)
            pages.append(Page(student))
    prepare_for_parallel_use(course)
    function = partial(make_page, Course(course.root, course.folder), module.id)
    for reply in for_each(function, able, jobs=jobs, bounds=bounds, preload="grader.feedback.page"):
        why = _why(reply, bounds)
        if why:
            _write_plain(course, module, reply.student)
        pages.append(Page(reply.student, why))
    # The replies come in the order in which the processes end.
    return sorted(pages, key=lambda page: page.student)


def _why(reply: Reply, bounds: Bounds) -> str:
    """Return why there is no page, for the instructor; empty if there is one."""
    if reply.timed_out:
        return f"it took more than {bounds.processor_seconds} s to lay out"
    if reply.text is None:
        return "its process ended unexpectedly: is there enough memory?"
    return reply.text


def _write_plain(course: Course, module: Module, student: str) -> None:
    """Write a page with the points and comments, in place of one that cannot be made."""
    with course.gradebook() as gradebook:
        book = gradebook.find_submission_notebook(module.name, module.id, student)
        rows = [(grade.name, _points(grade), f"{grade.max_score:g}") for grade in book.grades]
        comments = [(comment.name, comment.comment) for comment in book.comments if comment.comment]
        score = f"{book.score:g} / {book.max_score:g}"
    table = "".join(
        f"<tr><td>{html.escape(name)}</td><td>{got} / {of}</td></tr>" for name, got, of in rows
    )
    notes = "".join(
        f"<p>{html.escape(name)}: {html.escape(comment)}</p>" for name, comment in comments
    )
    _write(course, module, student, score, (
        "<p>Your notebook is graded, but it could not be laid out as a page, so this page has\n"
        "only your points. Ask your instructor for the rest.</p>\n"
        f"<table>{table}</table>\n{notes}"
    ))  # fmt: skip


def _points(grade: object) -> str:
    return (
        "?" if getattr(grade, "needs_manual_grade", False) else f"{getattr(grade, 'score', 0.0):g}"
    )


def _write_reason(course: Course, module: Module, outcome: Outcome) -> None:
    """Write the page of a submission that could not be run: what is wrong with it."""
    notes = "".join(f"<p>{html.escape(note)}.</p>" for note in outcome.notes)
    text = f"<p>Your submission could not be graded: {outcome.verdict.value}.</p>\n{notes}"
    _write(course, module, outcome.student, f"0.0 / {float(module.max_points)}", text)


def _write(course: Course, module: Module, student: str, score: str, body: str) -> None:
    told = "".join(f"<li>{html.escape(line)}</li>" for line in news(course, module, student))
    page = (
        "<!DOCTYPE html>\n"
        f'<html lang="en"><head><meta charset="utf-8"><title>{module.name}</title></head>\n'
        '<body style="font-family: sans-serif; max-width: 40em; margin: 2em auto">\n'
        f"<h1>{html.escape(module.title)} (Score: {score})</h1>\n"
        f"{f'<ul>{told}</ul>' if told else ''}\n{body}\n"
        "</body></html>\n"
    )
    folder = course.feedback(student, module)
    for temporary in folder.glob(f".{module.name}.html.*"):  # left by a process that was stopped
        temporary.unlink(missing_ok=True)
    write_text(folder / f"{module.name}.html", page)
