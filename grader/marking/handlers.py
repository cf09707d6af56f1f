"""The form grader's pages for written answers: the questions, one question, and saving marks."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pydantic
from nbgrader.server_extensions.formgrader.base import BaseApiHandler, BaseHandler
from tornado import web

from grader.course.errors import CourseError
from grader.course.term import Course
from grader.feedback.markup import to_html
from grader.gradebook.manual_marks import save_marks
from grader.marking.alike import groups, marked_differences
from grader.marking.answers import Answer, Question, answers, question, questions
from grader.marking.scheme import Scheme

MOST_COMMENTS = 12  # that are offered for a click


class Marks(pydantic.BaseModel):
    """What the page sends: whose answers are marked, and how."""

    model_config = pydantic.ConfigDict(extra="forbid", strict=True)
    students: list[str] = pydantic.Field(min_length=1, max_length=10_000)
    points: float = pydantic.Field(ge=0, allow_inf_nan=False)
    met: list[int] | None = None  # numbers of criteria; None if the points were typed in
    text: str = pydantic.Field("", max_length=20_000)


@dataclass(frozen=True)
class Group:
    """Answers that are alike, as the page shows them.

    Args:
        first: the answer that stands for all.
        members: all of them, each with its differences from the first.
        points, met, text: the mark that all have in common; None and empty if there is none.
        waiting: whether one of them is still to be graded.
    """

    first: Answer
    members: list[tuple[Answer, list[tuple[bool, str]]]]
    points: float | None
    met: set[int] | None
    text: str
    waiting: bool


class Page(BaseHandler):
    """What the handlers of pages share."""

    @property
    def course(self) -> Course:
        """The course of this server."""
        course = self.settings["grader_course"]
        assert isinstance(course, Course)
        return course

    def show(self, template: str, **values: Any) -> None:
        """Write a page, and the cookie with the token that saving needs."""
        _ = self.xsrf_token
        page = self.settings["grader_templates"].get_template(template)
        self.write(page.render(base_url=self.base_url, **values))

    def question(self, module: str, name: str) -> Question:
        """Return the question of an address; 404 if there is none."""
        try:
            return question(self.course, module, name)
        except CourseError as error:
            raise web.HTTPError(404, error.message) from None


class ListHandler(Page):
    """The written questions of the released modules, each with how many answers wait."""

    @web.authenticated
    def get(self) -> None:
        """Show them."""
        rows = []
        for asked in questions(self.course):
            found = answers(self.course, self.gradebook, asked)
            waiting = sum(answer.waiting for answer in found.given)
            rows.append((asked, len(found.given), len(found.empty), waiting))
        self.show("written.html.j2", rows=rows)


class QuestionHandler(Page):
    """All answers to one question, those that are alike together."""

    @web.authenticated
    def get(self, module: str, name: str) -> None:
        """Show them."""
        asked = self.question(module, name)
        found = answers(self.course, self.gradebook, asked)
        scheme = Scheme.parse(asked.task.criteria)
        self.show(
            "question.html.j2",
            asked=asked,
            # As HTML once, since it stands beside every answer.
            criteria=[(each, to_html(each.text)) for each in scheme.criteria],
            found=found,
            # What waits comes first, and of that what marks most answers at once.
            groups=sorted(
                _grouped(found.given, scheme),
                key=lambda each: (not each.waiting, -len(each.members)),
            ),
            comments=_comments(found.given, scheme),
            html=to_html,
        )


class MarksHandler(Page, BaseApiHandler):
    """Save the marks of a group of answers."""

    @web.authenticated
    def put(self, module: str, name: str) -> None:
        """Save them, all or none; answers with what is wrong, as `{"message": ...}`."""
        asked = self.question(module, name)
        scheme = Scheme.parse(asked.task.criteria)
        try:
            marks = Marks.model_validate(self.get_json_body())
        except pydantic.ValidationError as error:
            raise web.HTTPError(400, reason=error.errors()[0]["msg"][:100]) from None
        if marks.points > asked.points:
            raise web.HTTPError(400, reason=f"more than {asked.points:g} points")
        comment = marks.text.strip()
        if marks.met is not None:
            comment = scheme.comment(set(marks.met), comment)
        try:
            save_marks(self.gradebook, asked.module, name, marks.students, marks.points, comment)
        except CourseError as error:
            self.set_status(409)
            self.finish({"message": error.message})
            return
        self.finish({"saved": len(marks.students)})


def _grouped(given: list[Answer], scheme: Scheme) -> Iterator[Group]:
    """Yield the groups of answers that are alike."""
    # Pictures are not compared: an answer with one is alike to none.
    texts = [each.text + (each.student if each.attachments else "") for each in given]
    for places in groups(texts):
        members = [given[place] for place in places]
        first = members[0]
        marks = {(each.mark.score, each.mark.comment) for each in members}
        score, comment = marks.pop() if len(marks) == 1 else (None, "")
        text = scheme.split(comment)[1]
        yield Group(
            first,
            [(each, marked_differences(first.text, each.text)) for each in members],
            score,
            scheme.met(score, comment),
            text,
            any(each.waiting for each in members),
        )


def _comments(given: list[Answer], scheme: Scheme) -> list[str]:
    """Return comments to click: those that were given most, then what earns nothing."""
    texts = (scheme.split(answer.mark.comment)[1] for answer in given)
    used = Counter(line.strip() for text in texts for line in text.split("\n") if line.strip())
    most = (line for line, _ in used.most_common())
    return list(dict.fromkeys([*most, *scheme.notes]))[:MOST_COMMENTS]
