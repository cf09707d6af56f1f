"""The course manifest `nbs_config.yml`: modules, points, limits and policies, validated on load."""

from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from grader.course.errors import CourseError
from grader.course.yaml_file import first_problem, parse, read

MANIFEST = "nbs_config.yml"

Name = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]*$")]
Points = Annotated[int, Field(gt=0)]
FileName = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*\.[A-Za-z0-9]+$")]
# Endings of files that no program runs.
DATA = ("csv", "dat", "gif", "jpeg", "jpg", "json", "md", "npy", "npz", "png", "tsv", "txt")


class StrictModel(BaseModel):
    """Base of all parts of the manifest: unknown keys and values of another type are errors."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class CourseInfo(StrictModel):
    """The course's title and its `id`, which is nbgrader's course id."""

    id: Name
    title: str


class Module(StrictModel):
    """One notebook of the course, `modules/<id>/<name>.ipynb`, and the points of its exercises."""

    id: Annotated[str, Field(pattern=r"^\d{2}_[a-z0-9_]+$")]
    title: str
    requires: list[str] = []
    points: dict[Name, Points]
    manual: list[Name] = []
    files: list[FileName] = []
    """Files that students may hand in with the notebook, which finds them in its folder."""

    @property
    def name(self) -> str:
        """The notebook's name without `.ipynb`, which is also the exported module's name."""
        return self.id.split("_", 1)[1]

    @property
    def max_points(self) -> int:
        """The points of all exercises together."""
        return sum(self.points.values())

    @model_validator(mode="after")
    def _manual_exercises_have_points(self) -> "Module":
        unknown = [name for name in self.manual if name not in self.points]
        if unknown:
            raise ValueError(f"manual lists {unknown[0]!r}, which has no points")
        return self

    @model_validator(mode="after")
    def _files_are_data(self) -> "Module":
        for name in self.files:
            if name.rsplit(".", 1)[1].lower() not in DATA:
                raise ValueError(
                    f"files lists {name!r}, but only data may be handed in: {', '.join(DATA)}"
                )
            if name in ("timestamp.txt", "problem.txt"):
                raise ValueError(f"files lists {name!r}, a name that `make collect` uses itself")
        return self


class Limits(StrictModel):
    """The limits for one submission."""

    cell_seconds: Annotated[int, Field(gt=0)] = 10
    submission_seconds: Annotated[int, Field(gt=0)] = 120
    notebook_megabytes: Annotated[int, Field(gt=0)] = 10
    notebook_cells: Annotated[int, Field(gt=0)] = 5000
    # All of a module's `files` together; at most 12, since the sandbox's scratch folder has 16 MB.
    files_megabytes: Annotated[int, Field(gt=0, le=12)] = 5
    memory_megabytes: Annotated[int, Field(gt=0)] = 1024


class Late(StrictModel):
    """The policy for work that is handed in after the gradebook's due date."""

    penalty: Annotated[str, Field(pattern=r"^(none|zero|[A-Za-z_]\w*(\.[A-Za-z_]\w*)+)$")] = "none"
    """nbgrader's `none` or `zero` (all points lost), or your LateSubmissionPlugin's dotted name."""


class Feedback(StrictModel):
    """What students see of a failed hidden test: the verdict, or also the author's message."""

    hidden_tests: Literal["verdict", "message"] = "message"


class Links(StrictModel):
    """Where the course is published; pages link only to what is set."""

    student_edition: Annotated[str, Field(pattern=r"^[\w.-]+/[\w.-]+$")] | None = None
    """The GitHub repository ("owner/name") with the student edition, which Binder starts from."""
    site: Annotated[str, Field(pattern=r"^https?://\S+/$")] | None = None
    """The URL of the hosted site, with a slash at the end."""


class Manifest(StrictModel):
    """The whole of `nbs_config.yml`."""

    course: CourseInfo
    modules: Annotated[list[Module], Field(min_length=1)]
    limits: Limits = Limits()
    late: Late = Late()
    feedback: Feedback = Feedback()
    links: Links = Links()

    @model_validator(mode="after")
    def _modules_fit_together(self) -> "Manifest":
        seen: set[str] = set()
        for module in self.modules:
            if module.id in seen:
                raise ValueError(f"module {module.id} is listed twice")
            for needed in module.requires:
                if needed not in seen:
                    raise ValueError(
                        f"module {module.id} requires {needed}, which is not listed before it"
                    )
            seen.add(module.id)
        return self

    def module(self, name: str) -> Module:
        """Return a module by its id (`03_layers`), name (`layers`) or number (`03`, `3`).

        Raises:
            CourseError: if there is no such module.
        """
        for module in self.modules:
            number = module.id[:2]
            if name in (module.id, module.name, number, number.lstrip("0")):
                return module
        known = ", ".join(module.id for module in self.modules)
        raise CourseError(f"There is no module {name!r} in {MANIFEST}. Known: {known}.")

    def before(self, module: Module) -> list[Module]:
        """Return the modules that `module` requires, directly or not, in the course's order."""
        needed = set(module.requires)
        # One pass from the end is enough: a module requires only modules that are listed before it.
        for earlier in reversed(self.modules):
            if earlier.id in needed:
                needed.update(earlier.requires)
        return [earlier for earlier in self.modules if earlier.id in needed]


def load(root: Path) -> Manifest:
    """Read `root/nbs_config.yml`.

    Raises:
        CourseError: for a missing file, invalid YAML, an unknown key, a wrong type or a module
            without its notebook; the message names the file and the key.
    """
    path = root / MANIFEST
    try:
        manifest = Manifest.model_validate(_read(path))
    except ValidationError as error:
        raise CourseError(f"{MANIFEST}: {first_problem(error)}") from None
    for index, module in enumerate(manifest.modules):
        notebook = root / "modules" / module.id / f"{module.name}.ipynb"
        if not notebook.is_file():
            raise CourseError(
                f"{MANIFEST}: modules[{index}].id: no notebook at {notebook.relative_to(root)}."
            )
    return manifest


def _read(path: Path) -> Any:
    try:
        return parse(read(path, MANIFEST), MANIFEST)
    except FileNotFoundError:
        raise CourseError(
            f"{MANIFEST} is missing from {path.parent}. Run this from the course's folder."
        ) from None
