"""The settings of nbgrader's own commands; the values come from nbs_config.yml and `COURSE`."""

from grader.course.term import Course
from grader.settings import nbgrader_config

c = get_config()  # noqa: F821 (traitlets puts it there)
c.merge(nbgrader_config(Course.here()))
