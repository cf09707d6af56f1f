"""Late work: extensions, and late days used in the order of the due dates."""

from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from grader.course.term import ROOT, Course
from grader.gradebook.exceptions import Exceptions, load
from grader.gradebook.lateness import Entry, Lateness, lateness
from grader.gradebook.remarks import span

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
DUE = {"01_tensor": datetime(2026, 3, 1, 12), "02_activations": datetime(2026, 3, 8, 12)}


def exceptions(folder: Path, text: str) -> Exceptions:
    (folder / "exceptions.yml").write_text(text, encoding="utf-8")
    return load(Course(ROOT, folder))


def handed_in(module: str, late: timedelta | None, extension: timedelta | None = None) -> Entry:
    when = None if late is None else DUE[module] + late
    return Entry(module, "ada", module, when, DUE[module], extension, settled=False)


def of(
    found: Exceptions, entries: list[Entry], penalty: str = "late_rule.TwoPointsAnHour"
) -> list[Lateness]:
    policy = SimpleNamespace(manifest=SimpleNamespace(late=SimpleNamespace(penalty=penalty)))
    late = lateness(cast(Any, policy), found, entries)
    return [late["ada", entry.module] for entry in entries]


@pytest.mark.parametrize(
    ("late", "days"),
    [
        (None, [0, 1]), (-HOUR, [0, 1]), (timedelta(), [0, 1]), (timedelta(seconds=1), [1, 1]),
        (DAY, [1, 1]), (DAY + timedelta(seconds=1), [2, 1]), (5 * DAY, [3, 0]),
    ],
)  # fmt: skip
def test_a_day_that_has_begun_is_used_and_the_first_module_has_them_first(
    tmp_path: Path, late: timedelta | None, days: list[int]
) -> None:
    found = of(
        exceptions(tmp_path, "late_days: {each: 3}\n"),
        [handed_in("01_tensor", late), handed_in("02_activations", HOUR)],
    )
    assert [each.days for each in found] == days
    assert [each.left for each in found] == [3 - sum(days)] * 2
    assert found[1].counted == (timedelta() if days[1] else HOUR)


def test_too_few_days_are_used_as_far_as_they_help(tmp_path: Path) -> None:
    found = exceptions(tmp_path, "late_days: {each: 1}\n")
    entries = [handed_in("01_tensor", 2 * DAY), handed_in("02_activations", HOUR)]
    some, none = of(found, entries)
    assert (some.days, some.counted, none.days, none.left) == (1, DAY, 0, 0)
    # Late by a day costs all points as late by two does, so the day is left for the next module.
    none, some = of(found, entries, "zero")
    assert (none.days, none.counted, some.days, some.counted) == (0, 2 * DAY, 1, timedelta())


def test_an_extension_moves_the_due_date_and_days_come_on_top(tmp_path: Path) -> None:
    text = "late_days: {each: 1}\nextensions: [{student: ada, module: 1, due: 2026-03-03 12:00}]\n"
    found = exceptions(tmp_path, text)
    (late,) = of(found, [handed_in("01_tensor", 2 * DAY + HOUR)])
    assert late == Lateness(datetime(2026, 3, 3, 12), HOUR, 1, 0, 1)
    (in_time,) = of(found, [handed_in("01_tensor", 2 * DAY)])
    assert (in_time.late, in_time.left) == (timedelta(), 1)


def test_another_program_s_extension_stays_where_the_file_has_none(tmp_path: Path) -> None:
    entry = handed_in("01_tensor", DAY + HOUR, extension=DAY)
    (late,) = of(exceptions(tmp_path, "late_days: {each: 1}\n"), [entry])
    assert (late.due, late.late, late.days) == (datetime(2026, 3, 2, 12), HOUR, 1)


@pytest.mark.parametrize(
    "text", ["excused: [{module: 1}]\n",
             "points: [{student: ada, module: 1, points: 3, reason: oral}]\n"],
)  # fmt: skip
def test_no_day_is_used_where_nothing_can_be_lost(tmp_path: Path, text: str) -> None:
    found = exceptions(tmp_path, "late_days: {each: 3}\n" + text)
    (late,) = of(found, [handed_in("01_tensor", HOUR)])
    assert (late.days, late.left) == (0, 3)


def test_without_a_due_date_nothing_is_late(tmp_path: Path) -> None:
    entry = Entry("a", "ada", "01_tensor", datetime(2030, 1, 1), None, None, settled=False)
    assert of(exceptions(tmp_path, "late_days: {each: 3}\n"), [entry])[0].left == 3


@pytest.mark.parametrize(
    ("time", "words"),
    [
        (timedelta(seconds=1), "1 minute"), (timedelta(minutes=10), "10 minutes"),
        (HOUR, "1 hour"), (DAY, "1 day"),
        (2 * DAY + 3 * HOUR + timedelta(minutes=9), "2 days 3 hours"),
    ],
)  # fmt: skip
def test_a_time_is_said_in_words(time: timedelta, words: str) -> None:
    assert span(time) == words
