"""The table of modules in README.md, which `grader export` writes from the manifest."""

import re
from pathlib import Path

from grader.course.manifest import Module, load
from grader.course.notebook import read

README = "README.md"
TABLE = re.compile(r"(<!-- modules: [^>]*-->\n).*?(<!-- end of modules -->)", re.DOTALL)
ABOUT = re.compile(r"^> (.+)$", re.MULTILINE)


def readme(root: Path) -> str | None:
    """The text of README.md with the table as it should be; None if it has no place for one."""
    path = root / README
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    if not TABLE.search(text):
        return None
    rows = [_row(root, module) for module in load(root).modules]
    table = "\n".join(["| module | what it is about | points |", "|---|---|---|", *rows])
    return TABLE.sub(lambda place: f"{place[1]}{table}\n{place[2]}", text, count=1)


def _row(root: Path, module: Module) -> str:
    notebook = read(root / "modules" / module.id / f"{module.name}.ipynb")
    about = ABOUT.search(notebook.cells[0].source) if notebook.cells else None
    return f"| `{module.id}` | {about[1] if about else module.title} | {module.max_points} |"


def problems(root: Path) -> list[str]:
    """One line if the table is not what the manifest and the notebooks say."""
    wanted = readme(root)
    if wanted is None or (root / README).read_text(encoding="utf-8") == wanted:
        return []
    return [f"{README}: the table of modules is not up to date: run `grader export`."]
