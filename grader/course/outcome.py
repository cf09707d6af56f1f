"""The outcome of grading one submission: verdict, notes, seed, and the file that keeps them."""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, field_validator

from grader.course.files import write_text
from grader.course.text import first_line

MOST_NOTES = 20  # about one submission
LONGEST_NOTE = 2000  # characters; a note may name every cell of a module


class Verdict(StrEnum):
    """How the grading of one submission ended."""

    OK = "ok"  # every test passed
    WRONG = "wrong"  # some test did not pass
    ERROR = "error"  # a cell of the student raised an error, and some test did not pass
    TIMEOUT = "timeout"  # a cell was stopped because it took too long
    MEMORY = "memory"  # the memory limit was reached, and some test did not pass
    OUTPUT = "output"  # a cell printed more than the limit, and some test did not pass
    KILLED = "killed"  # the student's process ended, or broke the protocol
    UNREADABLE = "unreadable"  # there is a file, but it is not a readable notebook
    MISSING = "missing"  # there is no notebook of the right name
    UNGRADED = "ungraded"  # the grader failed, not the student: no score; the next run grades it


class Outcome(BaseModel):
    """The record of one graded submission, kept as JSON under `verdicts/`."""

    student: str
    module: str
    verdict: Verdict
    notes: list[str] = []
    seed: int | None = None
    fingerprint: str = ""  # of what was handed in
    # What else the scores depend on; see `grader.course.fingerprint`.
    graded_with: dict[str, str] = {}
    # Test -> what the student's code printed during it; for the instructor only.
    said: dict[str, str] = {}

    @property
    def stamp(self) -> str:
        """The digest of all inputs, kept with the scores to tell whether they match this record."""
        known = [self.fingerprint, self.graded_with]
        return hashlib.sha256(json.dumps(known, sort_keys=True).encode()).hexdigest()[:32]

    @field_validator("notes")
    @classmethod
    def _in_bounds(cls, notes: list[str]) -> list[str]:
        """Bound the number and the length of notes, and keep each on one printable line."""
        if len(notes) > MOST_NOTES:
            notes = [*notes[: MOST_NOTES - 1], f"and {len(notes) - MOST_NOTES + 1:,} more notes"]
        return [first_line(note, LONGEST_NOTE) for note in notes]

    def save(self, path: Path) -> None:
        """Write the record to `path` as JSON."""
        text = json.dumps(self.model_dump(mode="json"), indent=1, ensure_ascii=False)
        write_text(path, text + "\n")

    @classmethod
    def load(cls, path: Path) -> "Outcome | None":
        """Return the record at `path`, None if it is missing or unreadable."""
        try:
            return cls.model_validate_json(path.read_text(encoding="utf-8"))
        # Such a submission counts as not graded, and the next run grades it.
        except (OSError, ValueError):
            return None


@dataclass
class Result:
    """The outcome of one submission and, if its notebook was run, the notebook and its scores."""

    outcome: Outcome
    notebook: str | None = None
    scores: dict[str, float | None] = field(default_factory=dict)
    comments: dict[str, str | None] = field(default_factory=dict)
    handed_in: datetime | None = None  # in UTC; None if it was not recorded
    # Whether the student's process kept to the protocol to the end.
    quiet: bool = True
