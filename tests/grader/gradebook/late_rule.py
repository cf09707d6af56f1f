"""A rule for late work, as an instructor would write one."""

from nbgrader.plugins import LateSubmissionPlugin


class TwoPointsAnHour(LateSubmissionPlugin):
    """Takes two points for every hour that has begun."""

    def late_submission_penalty(
        self, student_id: str, score: float, total_seconds_late: float
    ) -> float:
        return 2.0 * -(-total_seconds_late // 3600)
