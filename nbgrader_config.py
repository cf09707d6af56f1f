"""nbgrader's own commands read their settings here; the values come from nbs_config.yml and `COURSE`."""

from grader.course.term import Course

c = get_config()  # noqa: F821 (traitlets puts it there)
c.merge(Course.here().nbgrader_config())
