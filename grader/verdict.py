"""What became of one submission: a verdict, what to say about it, and where that is kept."""

import hashlib
import json
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel

from grader.files import write_text


def in_a_line(text: str, most: int) -> str:
    """The beginning of a text, a line of at most `most` characters, without those that would steer a terminal."""
    line = text.split("\n", 1)[0][:most]
    return "".join(character if character.isprintable() else " " for character in line)


class Verdict(StrEnum):
    """How the grading of one submission ended."""

    OK = "ok"  # every test passed
    WRONG = "wrong"  # some test did not pass
    ERROR = "error"  # a cell of the student's raised an error, and some test did not pass
    TIMEOUT = "timeout"  # a cell was stopped because it took too long
    MEMORY = "memory"  # the memory that a submission may use was used up, and some test did not pass
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
    graded_with: dict[str, str] = {}  # what else the marks depend on, see `grader.basis`
    said: dict[str, str] = {}  # test -> what the student's code printed while it ran; for the instructor only

    @property
    def stamp(self) -> str:
        """What the gradebook keeps beside the marks: a record belongs to them if it has the same."""
        known = [self.fingerprint, self.graded_with]
        return hashlib.sha256(json.dumps(known, sort_keys=True).encode()).hexdigest()[:32]

    def save(self, path: Path) -> None:
        write_text(path, json.dumps(self.model_dump(mode="json"), indent=1, ensure_ascii=False) + "\n")

    @classmethod
    def load(cls, path: Path) -> "Outcome | None":
        """The record at `path`, or None if there is none that can be read."""
        try:
            return cls.model_validate_json(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
