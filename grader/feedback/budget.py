"""How much of a student's work one page holds, and how long it may take to make it look like a notebook.

A page is also made where nothing stops it: in the form grader's server. So every step is bounded: a
text is cut, what is more than a page holds is left out with a line that says so, and when the time
for highlighting, Markdown and formulas is used up, the rest stands as it was typed.
"""

import time

TEXT = 2_000_000  # characters of a page
LONGEST = 100_000  # characters of one text on it
OUTPUTS = 2000  # outputs of a page
PICTURES = 20_000_000  # characters of all its pictures, in base64
LARGEST = 4_000_000  # characters of one picture
# characters of HTML that make text look better; nbconvert reads a page's HTML once more
MARKUP = 4_000_000
SECONDS = 5.0  # of the processor, for making them


class PageBudget:
    """What is left for a page."""

    def __init__(self) -> None:
        self._text, self._outputs, self._pictures = TEXT, OUTPUTS, PICTURES
        self._markup = MARKUP
        self._end = time.thread_time() + SECONDS

    @property
    def dresses(self) -> bool:
        """Whether the page takes more text that is made to look better."""
        return self._markup > 0 and time.thread_time() < self._end

    def dressed(self, html: str) -> str:
        """`html`, which the page has taken."""
        self._markup -= len(html)
        return html

    def cut(self, text: str) -> str:
        """`text`, or as much of its beginning as the page takes and a line that says so."""
        most = min(LONGEST, self._text)
        self._text -= min(most, len(text))
        return (
            text
            if len(text) <= most
            else f"{text[:most]}\n[cut here: there are {len(text):,} characters]"
        )

    def outputs(self, many: int) -> int:
        """How many of a cell's outputs the page takes."""
        taken = min(many, self._outputs)
        self._outputs -= taken
        return taken

    def picture(self, data: str) -> bool:
        """Whether the page takes this picture."""
        if len(data) > min(LARGEST, self._pictures):
            return False
        self._pictures -= len(data)
        return True
