"""nbgrader's settings for the form grader."""

from grader.course.term import Course
from grader.marking.settings import form_grader_config


def test_pages_use_none_of_nbconvert_s_filters_whose_time_grows_with_the_square() -> None:
    filters = form_grader_config(Course.here()).HTMLExporter.filters
    assert set(filters) == {"markdown2html", "highlight_code", "strip_files_prefix"}
    text = "[" * 100_000
    assert filters["strip_files_prefix"](text) == text
