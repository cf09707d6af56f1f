"""The marking scheme of a written answer as criteria with points."""

import re
from dataclasses import dataclass, field

CRITERION = re.compile(
    r"^- (\d+(?:\.\d+)?) points?: (.+?)(?=\n- |\n\n|\Z)", re.MULTILINE | re.DOTALL
)
MISSING = "Missing: "  # begins the line of a comment about a criterion that is not met


@dataclass(frozen=True)
class Criterion:
    """What some of the points are for."""

    points: float
    text: str

    @property
    def missing(self) -> str:
        """The line of a comment that says that this is missing."""
        return f"{MISSING}{self.text}"


@dataclass(frozen=True)
class Scheme:
    """A marking scheme: its criteria, and its other paragraphs, which are for the reader."""

    criteria: list[Criterion] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @classmethod
    def parse(cls, markdown: str) -> "Scheme":
        """Return the scheme in its Markdown: `- 1 point: what it is for`, a criterion an item."""
        found = [
            Criterion(float(points), " ".join(text.split()))
            for points, text in CRITERION.findall(markdown)
        ]
        rest = CRITERION.sub("", markdown).split("\n\n")
        return cls(found, [" ".join(part.split()) for part in rest if part.strip()])

    def split(self, comment: str) -> tuple[list[Criterion], str]:
        """Return the criteria that a comment calls missing, and the rest of the comment."""
        lines = comment.split("\n")
        missing = [each for each in self.criteria if each.missing in lines]
        known = {each.missing for each in missing}
        return missing, "\n".join(line for line in lines if line not in known).strip()

    def comment(self, met: set[int], text: str) -> str:
        """Return the comment for an answer: a line for each criterion not met, then `text`."""
        missing = [each.missing for n, each in enumerate(self.criteria) if n not in met]
        return "\n".join([*missing, text.strip()]).strip()

    def met(self, score: float | None, comment: str) -> set[int] | None:
        """Return the numbers of the criteria met; None if score and comment do not tell."""
        missing, _ = self.split(comment)
        met = {n for n, each in enumerate(self.criteria) if each not in missing}
        points = sum(self.criteria[n].points for n in met)
        return met if self.criteria and score is not None and score == points else None
