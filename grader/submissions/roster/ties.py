"""Tie a row of a platform's table to a student of the term."""

from dataclasses import dataclass

from grader.submissions.people import People
from grader.submissions.roster.forms import Form, Listed

SURE = ("id", "login", "email")


@dataclass(frozen=True)
class Tie:
    """Whom a row stands for.

    Args:
        student: the student, None if nobody in the roster fits.
        doubt: why that is not certain, empty if it is.
        contradicts: whether its ids are those of several people.
    """

    student: str | None
    doubt: str = ""
    contradicts: bool = False


def module_of(form: Form, module: str) -> str:
    """Return the `module` under which a table's numbers are recorded, as in `Person`."""
    return module if form.of_one_assignment else ""


def tie(people: People, form: Form, listed: Listed, module: str) -> Tie:
    """Find the student of a row: by the platform's number, by id, login or e-mail, then by name.

    Args:
        people, form, listed: the register, the table's form and the row.
        module: the id of the module that a grading worksheet is for; else it has no effect.
    """
    roster = people.roster
    found = {}
    if listed.number and (
        student := people.numbered(form.platform, module_of(form, module), listed.number)
    ):
        found["number"] = student
    for part in SURE:
        if student := roster.by_id(part, getattr(listed, part)):
            found[part] = student
    if found:
        first, *others = found.items()
        other = next((each for each in others if each[1] != first[1]), None)
        if other is None:
            return Tie(first[1])
        doubt = f"its {first[0]} belongs to {first[1]}, its {other[0]} to {other[1]}"
        return Tie(first[1], doubt, contradicts=True)
    return _by_name(people, form, listed, module)


def _by_name(people: People, form: Form, listed: Listed, module: str) -> Tie:
    same = people.roster.by_name(listed.name, listed.first, listed.last)
    if not same:
        return Tie(None)
    if len(same) > 1:
        return Tie(None, f"{len(same)} people are called {listed.name}: {', '.join(sorted(same))}")
    (student,) = same
    entry = people.roster.entries[student]
    differ = [
        part
        for part in SURE
        if getattr(listed, part)
        and getattr(entry, part)
        and getattr(listed, part).casefold() != getattr(entry, part).casefold()
    ]
    if listed.number and people.record(student, form.platform, module_of(form, module)):
        differ.insert(0, "number")
    if differ:
        return Tie(None, f"{student} has the same name, but another {differ[0]}")
    return Tie(student, f"matched to {student} by name only")
