"""Run the visible tests and hand the result to GitHub Classroom's reporter.

The reporter reads JSON in base64: the maximum score, and each test's name, status, message and
score.
"""

import base64
import json
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from workbench.assignment import find_assignment  # noqa: E402
from workbench.check import make_report, repair_lines, report_lines  # noqa: E402
from workbench.errors import UserError  # noqa: E402
from workbench.load import load  # noqa: E402


def result(name: str) -> dict[str, object]:
    """The result of the visible tests of a module, printed on the way."""
    assignment = find_assignment(ROOT, name)
    try:
        work = load(assignment)
        report = make_report(assignment, work)
    except UserError as error:
        print(f"Error: {error}")
        test = {"name": name, "status": "fail", "message": str(error), "score": 0}
        return {"version": 1, "status": "fail", "max_score": 0, "tests": [test]}
    for line in (*repair_lines(work), *report_lines(report), *report.progress):
        print(line)
    print(report.summary)
    print(report.hidden_note)
    tests = [
        {
            "name": report.tasks.get(test, test),
            "status": "fail" if test in report.failed else "pass",
            "message": report.failed.get(test, ""),
            "score": 0 if test in report.failed else points,
        }
        for test, points in report.points.items()
    ]
    status = "fail" if report.failed else "pass"
    return {
        "version": 1,
        "status": status,
        "max_score": sum(report.points.values()),
        "tests": tests,
    }


def main() -> None:
    """Write the result as the output `result` of this step."""
    found = base64.b64encode(json.dumps(result(sys.argv[1])).encode()).decode()
    with open(os.environ["GITHUB_OUTPUT"], "a", encoding="utf-8") as file:
        file.write(f"result={found}\n")


if __name__ == "__main__":
    main()
