"""What a test that compares may say: the answer library's sentences, each with its own section."""

from pathlib import Path

import pytest
from kit import graded
from nbformat.v4 import new_output

from grader.feedback.misconceptions import of_book, sources
from grader.feedback.redact import NOTE, sentences
from grader.feedback.sentences import Message, merged, shown
from tinytorch.book import Answer, Book, Cell
from tinytorch.compare import Task

PROBE = '''\
def probe_relu(x):
    """What ReLU gives, and its input afterwards."""
    layer = ReLU()
    return {"output": layer(x), "input": x, f"after {x}": 1}
'''
COMPARE = 'check = Check("test-relu")\ncheck.compare("probe_relu", [(check.rng.normal(size=3),)])\n'
ABOUT = "What ReLU gives, and its input afterwards"


@pytest.fixture
def book() -> Book:
    answers = [
        Answer("absolute", "that is the absolute value.", "", ""),
        Answer("leaky", "it leaks.", "", "section 9"),
    ]
    tasks = {
        "test-relu": ("relu", Task("Task 1", "section 1", 3, [], True)),
        "test-other": ("other", Task()),
    }
    other = [Answer("other", "a sentence of another exercise.", "")]
    return Book(
        [Cell(PROBE), Cell("class ReLU: ...", "relu")], tasks, {"relu": answers, "other": other}
    )


def lines(book: Book, message: Message, source: str = COMPARE) -> list[str]:
    return shown(message, of_book(book)(graded("test-relu", 3, source)))


def test_a_comparison_says_what_was_compared_the_mistake_and_the_section(book: Book) -> None:
    message = Message(f"{ABOUT}, output, is not right.", "that is the absolute value.", "section 1")
    assert lines(book, message) == [
        f"{ABOUT}, output, is not right.",
        "likely: that is the absolute value.",
        "read: section 1",
    ]


def test_each_sentence_has_its_own_section(book: Book) -> None:
    assert lines(book, Message("", "it leaks.", "section 9")) == [
        "likely: it leaks.",
        "read: section 9",
    ]
    assert lines(book, Message("", "it leaks.", "section 1")) in (
        ["likely: it leaks."],
        ["read: section 1"],
    )


@pytest.mark.parametrize("part", ["1234", "output: 1234", "after 3", "output, 1234"])
def test_a_part_that_is_no_word_of_the_author_s_is_not_shown(book: Book, part: str) -> None:
    assert lines(book, Message(f"{ABOUT}, {part}, is not right.")) == [ABOUT]


def test_a_sentence_of_another_exercise_is_not_shown(book: Book) -> None:
    assert lines(book, Message("", "a sentence of another exercise.")) == []


def test_a_test_that_compares_nothing_does_not_say_the_library_s_sentences(book: Book) -> None:
    assert lines(book, Message("", "it leaks."), "assert answer == 42") == []


def test_a_module_s_book_is_read_where_there_is_one(book: Book, tmp_path: Path) -> None:
    cell = graded("test-relu", 3, COMPARE)
    (tmp_path / "book.json").write_text(book.to_json(), encoding="utf-8")
    known = [call for source in sources(tmp_path / "book.json") for call in source(cell)]
    assert merged(known).known(Message("", "it leaks.")) == ["likely: it leaks."]
    cell.outputs = [new_output("error", ename="CheckFailed", evalue="1234", traceback=[])]
    cell.metadata[NOTE] = {"raised": "test", "likely": "it leaks."}
    assert sentences(cell, sources(tmp_path / "book.json")) == ["likely: it leaks."]
    assert sentences(cell, sources(tmp_path / "none.json")) == []
