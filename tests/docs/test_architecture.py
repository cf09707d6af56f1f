"""The stages in docs/architecture.md are those that import-linter keeps apart, in its order."""

import re
import tomllib

from docs_kit import text

from grader.course.term import ROOT

TABLE = re.compile(r"<!-- stages -->\n(.*?)<!-- end of stages -->", re.DOTALL)


def test_the_table_of_stages_is_the_contract_s() -> None:
    (table,) = TABLE.findall(text(ROOT / "docs" / "architecture.md"))
    told = re.findall(r"^\| `(\w+)/`", table, re.MULTILINE)
    settings = tomllib.loads(text(ROOT / "pyproject.toml"))["tool"]["importlinter"]
    layers = next(each for each in settings["contracts"] if "stage" in each["name"])["layers"]
    names = [layer.removeprefix("grader.") for layer in reversed(layers)]
    stages = [name for name in names if (ROOT / "grader" / name).is_dir() and name != "commands"]
    assert told == stages
