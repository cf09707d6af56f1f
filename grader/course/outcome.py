"""What became of one submission: a verdict, what to say about it, and where that is kept."""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, field_validator

from grader.files import write_text
from grader.text import first_line

MOST_NOTES = 20  # about one submission
LONGEST_NOTE = 2000  # characters; a note may name every cell of a module


class Verdict(StrEnum):
    """How the grading of one submission ended."""

    OK = "ok"  # every test passed
    WRONG = "wrong"  # some test did not pass
    ERROR = "error"  # a cell of the student's raised an error, and some test did not pass
    TIMEOUT = "timeout"  # a cell was stopped because it took too long
    MEMORY = (
        "memory"  # the memory that a submission may use was used up, and some test did not pass
    )
    OUTPUT = "output"  # a cell printed without end, and some test did not pass
    KILLED = "killed"  # the student's process ended, or broke the rules of the wire
    UNREADABLE = "unreadable"  # there is a file, but no notebook in it
    MISSING = "missing"  # there is no notebook of the right name
    UNGRADED = "ungraded"  # the grader failed, not the student: no mark, and the next run grades it


class Outcome(BaseModel):
    """The record of one graded submission, kept as JSON under `verdicts/`."""

    student: str
    module: str
    verdict: Verdict
    notes: list[str] = []
    seed: int | None = None
    fingerprint: str = ""  # of what was handed in
    graded_with: dict[
        str, str
    ] = {}  # what else the marks depend on, see `grader.course.fingerprint`
    said: dict[
        str, str
    ] = {}  # test -> what the student's code printed while it ran; for the instructor only

    @property
    def stamp(self) -> str:
        """What the gradebook keeps beside the marks: a record belongs to them if it has the same."""
        known = [self.fingerprint, self.graded_with]
        return hashlib.sha256(json.dumps(known, sort_keys=True).encode()).hexdigest()[:32]

    @field_validator("notes")
    @classmethod
    def _in_bounds(cls, notes: list[str]) -> list[str]:
        """Lines that can stand in a terminal, a table or a page, and no more of them than anybody reads."""
        if len(notes) > MOST_NOTES:
            notes = [*notes[: MOST_NOTES - 1], f"and {len(notes) - MOST_NOTES + 1:,} more notes"]
        return [first_line(note, LONGEST_NOTE) for note in notes]

    def save(self, path: Path) -> None:
        write_text(
            path, json.dumps(self.model_dump(mode="json"), indent=1, ensure_ascii=False) + "\n"
        )

    @classmethod
    def load(cls, path: Path) -> "Outcome | None":
        """The record at `path`, or None if there is none that can be read."""
        try:
            return cls.model_validate_json(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None


@dataclass
class Result:
    """What the grading of one submission gives: the verdict, and for a notebook that was run its text and scores."""

    outcome: Outcome
    notebook: str | None = None
    scores: dict[str, float | None] = field(default_factory=dict)
    comments: dict[str, str | None] = field(default_factory=dict)
    handed_in: datetime | None = None  # in UTC; None if nobody wrote it down
    # whether the student's side kept to the rules to the end; stays in the judge's process
    quiet: bool = True
