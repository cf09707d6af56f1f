"""What the tests of the pages share."""

from grader.course.manifest import load
from grader.course.term import ROOT

MODULES = [
    module.id
    for module in load(ROOT).modules
    if (ROOT / "site" / "pages" / f"{module.id}.md").is_file()
]
