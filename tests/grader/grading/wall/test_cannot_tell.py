"""Attempts to learn from feedback what a hidden test passed, with the texts of exceptions."""

import re

import pytest
from graded_class import Class

from grader.course.notebook import is_hidden, read
from grader.course.term import Course
from grader.feedback.misconceptions import of_book, of_cell
from grader.feedback.pages import write_feedback
from grader.library.book import make_book

COURSE = Course.here()
SOURCE = read(COURSE.source(COURSE.manifest.module("layers")))
# What hidden tests can say: a student may have learned it from feedback of an earlier hand-in.
KNOWN = (of_cell, of_book(make_book(COURSE, COURSE.manifest.module("layers"))))
CALLS = [
    call
    for cell in SOURCE.cells
    if is_hidden(cell)
    for known in KNOWN
    for call in known(cell)
    if call.reads
]
SENTENCES = [sorted(call.texts, key=len)[-1] for call in CALLS if call.texts][:200]
READS = sorted({read for call in CALLS for read in call.reads})

# A class whose every use raises an error; its words depend on a number that a hidden test drew, or
# there are none.
RAISES = """\
SENTENCES = {sentences!r}
READS = {reads!r}

class {name}({base}):
    pass

def tell(size):
    lines = [f"  likely:   {{sentence}}" for sentence in SENTENCES[: 3 + size % 7]]
    text = "\\n".join(["Linear(3, 2)", *lines, f"  read:     {{READS[size % len(READS)]}}"])
    raise {name}(text if {talks} else "")

class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        tell(in_features)
"""
WAYS = {
    "check": ("CheckFailed", "AssertionError"),
    "assertion": ("Failed", "AssertionError"),
    "value": ("Sentence", "ValueError"),
    "key": ("CheckFailed", "KeyError"),
}
ATTACKS = {
    f"{way}-{'talks' if talks else 'silent'}": {
        "linear": RAISES.format(sentences=SENTENCES, reads=READS, name=name, base=base, talks=talks)
    }
    for way, (name, base) in WAYS.items()
    for talks in (True, False)
}


@pytest.fixture(scope="module")
def results(graded: Class) -> dict[str, list[str]]:
    """Whose page -> the lines on how each graded cell went."""
    found = {}
    for page in write_feedback(graded.course, graded.module, sorted(ATTACKS)):
        assert not page.why_plain
        raw = (graded.course.feedback(page.student, graded.module) / "layers.html").read_text(
            encoding="utf-8"
        )
        news = raw[raw.index("What is not right") :].split("</section>")[0]
        found[page.student] = re.sub(r"<[^>]*>", "\n", news).split("\n")
    return found


@pytest.mark.parametrize("way", WAYS)
def test_an_exception_with_the_author_s_words_tells_what_one_without_words_does(
    way: str, results: dict[str, list[str]]
) -> None:
    assert "is not right." in " ".join(results[f"{way}-silent"])
    assert results[f"{way}-talks"] == results[f"{way}-silent"]


def test_the_honest_lose_nothing(graded: Class) -> None:
    graded.check_neighbour()
