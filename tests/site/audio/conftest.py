"""Puts the recorder where the tests can import it."""

import sys

from grader.course.term import ROOT

sys.path.insert(0, str(ROOT / "site" / "audio"))
