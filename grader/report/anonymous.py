"""Leave out of a report all that says who somebody is, for showing it in class."""

from grader.report.model import Group, Report


def without_names(report: Report) -> Report:
    """Return the report with its figures, but without names, ids, single cases and code."""
    handed_in, points = report.handed_in, report.distribution
    return report.model_copy(
        update={
            "anonymous": True,
            "names": {},
            "handed_in": handed_in.model_copy(
                update={
                    "handed_in": _counted(handed_in.handed_in),
                    "missing": _counted(handed_in.missing),
                    "excused": _counted(handed_in.excused),
                    "late": _counted(handed_in.late),
                    "lateness": [],
                }
            ),
            "distribution": points.model_copy(update={"waiting": _counted(points.waiting)}),
            "tasks": [
                each.model_copy(update={"not_begun": _counted(each.not_begun)})
                for each in report.tasks
            ],
            "mistakes": [
                each.model_copy(update={"students": _counted(each.students)})
                for each in report.mistakes
            ],
            "failures": [
                each.model_copy(update={"students": _counted(each.students)})
                for each in report.failures
            ],
            "help": [],
            "by_hand": [],
            "exceptions": [],
            "alike": report.alike.model_copy(update={"pairs": []}),
        }
    )


def _counted(group: Group) -> Group:
    return Group(count=group.count)
