"""Lay a report out as one HTML page without scripts."""

from jinja2 import Environment, PackageLoader, StrictUndefined

from grader.report.attention import DROP
from grader.report.model import Report

SHOWN = 15  # misconceptions that are not folded
MANY = 0.1  # of the notebooks; a task untouched in more is listed
SECTIONS = (
    ("handed-in", "Handed in"),
    ("points", "Points"),
    ("misconceptions", "Misconceptions"),
    ("tasks", "Tasks"),
    ("not-begun", "Never begun"),
    ("help", "Who needs help now"),
    ("by-hand", "To look at by hand"),
    ("exceptions", "Exceptions"),
    ("alike", "Alike"),
)


def page(report: Report) -> str:
    """Return the page. What students wrote, and their names, are escaped by jinja2."""
    environment = Environment(
        loader=PackageLoader("grader.report"), autoescape=True, undefined=StrictUndefined
    )
    environment.filters.update(
        percent=_percent, decimal=_decimal, number=_number, duration=_duration
    )
    graded = report.handed_in.graded
    return environment.get_template("report.html.j2").render(
        report=report,
        sections=SECTIONS,
        shown=SHOWN,
        many=MANY,
        drop=DROP,
        not_begun=[each for each in report.tasks if each.not_begun.count >= max(2, MANY * graded)],
    )


def _percent(share: float | None) -> str:
    return "" if share is None else f"{share:.0%}"


def _decimal(number: float | None) -> str:
    return "" if number is None else f"{number:.2f}".replace("-", "−")


def _number(number: float) -> str:
    return f"{number:,.6g}" if number % 1 else f"{number:,.0f}"


def _duration(hours: float) -> str:
    """Return a time in the unit that suits it: minutes, hours or days."""
    if hours < 1:
        return f"{max(1, round(60 * hours))} min"
    return f"{hours:.0f} h" if hours < 48 else f"{hours / 24:.0f} days"
