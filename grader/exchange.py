"""Collect from nbgrader's exchange, the folder that students of a hub hand in to."""

import logging
from datetime import datetime
from pathlib import Path

from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange.default import ExchangeCollect
from nbgrader.utils import parse_utc

from grader.collect import Collection
from grader.course import Course
from grader.manifest import Module


def inbound(course: Course, source: Path) -> Path:
    """Where an exchange at `source` takes submissions in."""
    return source / course.manifest.course.id / "inbound"


def collect_from_exchange(course: Course, module: Module, source: Path) -> Collection:
    """Let nbgrader's collector copy everybody's newest submission, then write its time anew.

    The time is that of the folder that the exchange made, not the file `timestamp.txt` in it, which is a student's.
    """
    config = course.nbgrader_config()
    config.Exchange.root = str(source)
    config.ExchangeCollect.update = True
    directory = CourseDirectory(config=config)
    directory.assignment_id = module.id
    collector = ExchangeCollect(coursedir=directory, config=config)
    collector.log = logging.getLogger("nbgrader.collect")
    before = {student: _seen(course, module, student) for student in course.students(module)}
    notes = _Notes()
    collector.log.addHandler(notes)
    try:
        collector.start()
    finally:
        collector.log.removeHandler(notes)
    result = Collection(notes=notes.lines)
    for student, time in _newest(inbound(course, source), module).items():
        if before.get(student) == _seen(course, module, student):
            result.unchanged.append(student)
            continue
        stamp = course.submitted(student, module) / "timestamp.txt"
        stamp.write_text(time.isoformat(" "), encoding="utf-8")
        result.collected.append(student)
    return result


class _Notes(logging.Handler):
    """What nbgrader warns of: a submission whose owner is not who it says."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(" ".join(record.getMessage().split()))


def _seen(course: Course, module: Module, student: str) -> bytes:
    """What of a student's lies in `submitted/`, to see whether it has changed."""
    folder = course.submitted(student, module)
    return b"".join(path.read_bytes() for path in sorted(folder.glob("*.ipynb")) if path.is_file())


def _newest(folder: Path, module: Module) -> dict[str, datetime]:
    """Student -> the time of the newest submission; the exchange calls its folders student+module+time+more."""
    times: dict[str, datetime] = {}
    for path in sorted(folder.glob(f"*+{module.id}+*")):
        student, _, time = path.name.rsplit("+", 3)[:3]
        when = parse_utc(time)
        times[student] = max(when, times.get(student, when))
    return times
