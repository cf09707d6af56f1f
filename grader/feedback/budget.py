"""The budget of one page: how much of a student's work it shows, and how long rendering may take.

Pages are also made in the form grader's server, where no process limit stops them. So each step is
bounded: long text is cut, surplus outputs are left out with a line that says so, and when the
budget for highlighting, Markdown and formulas is used up, the rest is shown as plain text.
"""

import time

TEXT = 2_000_000  # characters of a page
LONGEST = 100_000  # characters of one text on it
OUTPUTS = 2000  # outputs of a page
PICTURES = 20_000_000  # characters of all its pictures, in base64
LARGEST = 4_000_000  # characters of one picture
MARKUP = 4_000_000  # characters of rendered HTML, which nbconvert parses once more
SECONDS = 5.0  # processor time for rendering it


class PageBudget:
    """What is left of a page's budget."""

    def __init__(self) -> None:
        self._text, self._outputs, self._pictures = TEXT, OUTPUTS, PICTURES
        self._markup = MARKUP
        # Processor time of this thread, so that other work on the machine does not count.
        self._end = time.thread_time() + SECONDS

    @property
    def can_render(self) -> bool:
        """Whether more text may be highlighted or rendered."""
        return self._markup > 0 and time.thread_time() < self._end

    def spend(self, html: str) -> str:
        """Take rendered `html` off the budget; returns it."""
        self._markup -= len(html)
        return html

    def cut(self, text: str) -> str:
        """Return `text`, cut to what is left, with a line that says so."""
        most = min(LONGEST, self._text)
        self._text -= min(most, len(text))
        return (
            text if len(text) <= most else f"{text[:most]}\n[cut: {len(text):,} characters in all]"
        )

    def outputs(self, many: int) -> int:
        """Return how many of a cell's outputs the page shows."""
        taken = min(many, self._outputs)
        self._outputs -= taken
        return taken

    def picture(self, data: str) -> bool:
        """Return whether the page shows this picture."""
        if len(data) > min(LARGEST, self._pictures):
            return False
        self._pictures -= len(data)
        return True
