"""The student edition: a self-contained folder with one module's release and no secrets."""

import json
import re
import tomllib
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from grader.course.errors import CourseError
from grader.course.files import write_text
from grader.course.manifest import Module
from grader.course.package import package_files
from grader.course.term import ROOT, Course

TEMPLATES = Path(__file__).parent / "student"
WORKBENCH = ROOT / "workbench"
BINDER = ROOT / "binder"
# Folders in which no student works: always replaced by those of the newest edition.
OURS = ("given", "workbench", "binder")
# repo2docker runs these two files.
EXECUTABLE = (Path("binder/postBuild"), Path("binder/start"))


@dataclass
class Report:
    """The files that were written, and the student's files that were kept."""

    written: list[Path] = field(default_factory=list)
    kept: list[Path] = field(default_factory=list)


def write_edition(course: Course, module: Module, folder: Path) -> Report:
    """Write the edition for `module` into `folder`.

    An existing file that differs is a student's work and stays, except in the folders `OURS`. If
    the release has changed and the student has begun the notebook, the new one is written beside
    it as `_<name>.new.ipynb`.

    Raises:
        CourseError: if the module is not released yet, or `folder` is this repository.
    """
    if not course.release(module).is_file():
        raise CourseError(
            f"{module.id} is not released in {course.folder}: run `make release` first."
        )
    # An edition replaces `workbench/` and `binder/`, which are the course's own there.
    if folder.resolve() == course.root:
        raise CourseError(
            "The student edition cannot be written into the course itself: choose another folder."
        )
    report = Report()
    # The release that the student began with.
    given = _read_if_present(folder / "given" / module.id / f"{module.name}.ipynb")
    for name, text in _files(course, module).items():
        path = folder / name
        existing = _read_if_present(path)
        # A notebook nobody has begun is replaced; one with work in it stays.
        untouched = path.suffix == ".ipynb" and existing == given
        # An identical file is not written, so a second run reports nothing.
        if existing is None or (existing != text and (name.parts[0] in OURS or untouched)):
            write_text(path, text, mode=0o755 if name in EXECUTABLE else 0o644)
            report.written.append(path)
        elif existing != text:
            report.kept.append(path)
            beside = _beside(path, text)
            # Without a new release there is nothing to offer.
            if path.suffix == ".ipynb" and text != given and not beside.exists():
                write_text(beside, text)
                report.written.append(beside)
    return report


def _read_if_present(path: Path) -> str | None:
    """Return a file's text, None if it is missing; invalid UTF-8 is replaced."""
    # The file may be a student's and damaged; it is only compared.
    return path.read_text(encoding="utf-8", errors="replace") if path.exists() else None


def _beside(path: Path, text: str) -> Path:
    """Return the path for a new release, where it overwrites no work.

    The leading underscore keeps nbdev-export from reading it.
    """
    for number in count(1):
        beside = path.with_name(f"_{path.stem}.new{number if number > 1 else ''}{path.suffix}")
        if _read_if_present(beside) in (None, text):
            return beside
    raise AssertionError


def _files(course: Course, module: Module) -> dict[Path, str]:
    """Return relative path -> text for everything in the edition."""
    release = course.release(module).read_text(encoding="utf-8")
    given = Path("given", module.id)
    files = {
        Path("modules", module.id, f"{module.name}.ipynb"): release,
        given / f"{module.name}.ipynb": release,
        given / "module.json": _limits(course),
        Path("constraints.txt"): (course.root / "constraints.txt").read_text(encoding="utf-8"),
        Path("requirements.txt"): _requirements(course.root),
        Path(".gitignore"): ".venv/\n__pycache__/\n.ipynb_checkpoints/\n*.egg-info/\n",
        Path("binder", "requirements.txt"): "-r ../requirements.txt\n",
    }
    for template in sorted(TEMPLATES.iterdir()):
        text = template.read_text(encoding="utf-8").replace("{badge}\n\n", _badge(course, module))
        for key in ("id", "name", "title"):
            text = text.replace("{" + key + "}", getattr(module, key))
        files[Path(template.name)] = text
    for file in package_files(course, module):
        # Twice: students replace the first copy by their export; checks import the second.
        files[file] = files[given / file] = (course.root / file).read_text(encoding="utf-8")
    tools = [
        path
        for path in sorted(WORKBENCH.rglob("*"))
        # Bytecode is not text, and all files of an edition are read as text.
        if path.is_file() and "__pycache__" not in path.parts
    ]
    for tool in [*tools, *(BINDER / name for name in ("runtime.txt", "postBuild", "start"))]:
        files[tool.relative_to(ROOT)] = tool.read_text(encoding="utf-8")
    return files


def _limits(course: Course) -> str:
    """Return the limits of grading as JSON, for the student's own checks."""
    limits = course.manifest.limits
    names = ("cell_seconds", "submission_seconds", "notebook_megabytes", "notebook_cells")
    return json.dumps({name: getattr(limits, name) for name in names}, indent=2) + "\n"


def _badge(course: Course, module: Module) -> str:
    """Return a link that opens the module in Binder; empty if no student edition is published."""
    published = course.manifest.links.student_edition
    if published is None:
        return ""
    notebook = f"modules/{module.id}/{module.name}.ipynb"
    url = f"https://mybinder.org/v2/gh/{published}/HEAD?urlpath=lab/tree/{notebook}"
    return f"[![Open {module.title} in Binder](https://mybinder.org/badge_logo.svg)]({url})\n\n"


def _requirements(root: Path) -> str:
    """Return the `student` extra of pyproject.toml as a requirements file with the same pins."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = project["optional-dependencies"]["student"]
    lines = ["-c constraints.txt", "-e .", *(re.sub(r"\s+", "", line) for line in needed)]
    return "\n".join(lines) + "\n"
