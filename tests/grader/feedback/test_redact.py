"""Feedback shows only the author's sentences of a hidden test, whatever student code does."""

import pytest
from kit import code, graded, solution
from nbformat.notebooknode import NotebookNode
from nbformat.v4 import new_output
from redacting import TEST, checks_message, failed, page, passed, printing, shown

from grader.feedback.misconceptions import of_cell
from grader.feedback.redact import NOTE, sentences, without_hidden_tests
from grader.feedback.sentences import Message, Sentences


def test_the_author_s_sentences_are_shown_and_the_numbers_are_not() -> None:
    assert shown(checks_message("the size is doubled; it must stay.")) == "\n".join(
        [
            "Not passed.",
            "answer(size) is not right.",
            "likely: the size is doubled; it must stay.",
            'read: section 7, "Sizes"',
        ]
    )


def test_a_sentence_that_the_author_did_not_write_is_not_shown() -> None:
    assert "1234" not in shown(checks_message("the size is 1234"))


@pytest.mark.parametrize(
    "message",
    [
        "1234",
        "x = 1234",
        "answer(size) 1234",
        "answer(size) is not right. 1234",
        "answer(size) is not right.\n  likely:   1234",
        "answer(size) is not right.\nread: section 1234",
        "likely: 1234",
        "the size is doubled; it must stay. 1234",
        "section 7 1234",
        "\nlikely: the size is not used. 1234",
    ],
)
@pytest.mark.parametrize("name", ["ValueError", "CheckFailed", "AssertionError"])
def test_a_student_s_exception_does_not_carry_a_hidden_number(message: str, name: str) -> None:
    assert "1234" not in shown(message, name)


@pytest.mark.parametrize("piece", ["7", "s", "section", "must stay", "doubled", "Size"])
def test_a_student_s_exception_does_not_spell_with_pieces_of_the_author_s_words(piece: str) -> None:
    """A number could be told by the choice of a letter."""
    assert shown(f"answer(size) {piece}", "CheckFailed") == "Not passed.\nanswer(size)"


def test_an_error_that_is_not_called_as_a_check_s_says_nothing() -> None:
    message = checks_message("the size is doubled; it must stay.")
    assert (
        shown(message, "ValueError")
        == "Not passed: your code raised ValueError while this test ran."
    )


def test_a_student_s_exception_does_not_tell_a_number_by_how_many_sentences_it_holds() -> None:
    one = "  likely:   the size is not used."
    assert shown("\n".join(["answer(size)", *[one] * 100])).count("likely:") == 1
    assert (
        shown("\n".join([one, "answer(size)", '  read:     section 7, "Sizes"'] * 9)).count("\n")
        <= 2
    )


def noted(cell: NotebookNode, **note: str) -> NotebookNode:
    """The cell with a judge's note."""
    cell.metadata[NOTE] = NotebookNode(note)
    return cell


def test_what_crossed_from_the_student_s_side_says_nothing_however_it_is_called() -> None:
    message = checks_message("the size is doubled; it must stay.")
    (cell,) = page(noted(failed(message), raised="student"))
    assert cell.outputs[0].text == "Not passed."


def test_of_a_check_behind_the_wall_the_note_counts_and_not_the_text() -> None:
    note = {
        "raised": "test",
        "title": "answer(size) is not right.",
        "likely": "the size is not used.",
    }
    (cell,) = page(noted(failed(checks_message("the size is doubled; it must stay.")), **note))
    assert (
        cell.outputs[0].text
        == "Not passed.\nanswer(size) is not right.\nlikely: the size is not used."
    )


def test_a_note_too_shows_only_what_the_author_wrote() -> None:
    note = {
        "raised": "test",
        "title": "answer(1234)",
        "likely": "it is 1234",
        "read": "section 1234",
    }
    (cell,) = page(noted(failed("1234"), **note))
    assert cell.outputs[0].text == "Not passed."


def test_another_source_may_add_sentences() -> None:
    cell = noted(failed("1234"), raised="test", likely="a sentence of the library.")
    assert sentences(cell, [of_cell]) == []
    library = [Sentences(frozenset({"a sentence of the library."}))]
    assert sentences(cell, [lambda cell: library]) == ["likely: a sentence of the library."]
    assert library[0].known(Message("1234")) == []


@pytest.mark.parametrize("name", ["print", "__name__", "True", "Error1234", "dict", ""])
def test_what_is_no_built_in_exception_is_not_named(name: str) -> None:
    assert shown("1234", name).startswith("Not passed: your code raised an error while")


def test_a_built_in_error_is_named_and_one_of_the_student_s_own_is_not() -> None:
    assert shown("1234", "KeyError").startswith("Not passed: your code raised KeyError while")
    assert shown("", "Error1234").startswith("Not passed: your code raised an error while")


def test_an_unwritten_task_and_an_endless_one_are_told_apart() -> None:
    assert (
        shown("Task answer: ...", "NotImplementedError")
        == "Not passed: this task is not written yet."
    )
    assert "your code took too long" in shown("", "CellTimeoutError")


def test_with_the_verdict_policy_no_sentence_is_shown() -> None:
    assert (
        shown(checks_message("the size is doubled; it must stay."), policy="verdict")
        == "Not passed."
    )


def test_the_hidden_source_is_gone_and_what_the_student_knew_stays() -> None:
    (cell,) = page(failed("1234"))
    assert cell.source == "# About test-answer."
    hidden = "### BEGIN HIDDEN TESTS"
    mixed = f"a = 1\n{hidden}\nb = 2\n### END HIDDEN TESTS\nc = 3\n{hidden}\nd = 4"
    assert without_hidden_tests(mixed) == "a = 1\nc = 3"


def test_what_runs_in_a_hidden_test_prints_nothing() -> None:
    assert page(passed())[0].outputs == [new_output("stream", name="stdout", text="Passed.")]


def test_a_student_s_cell_after_a_hidden_test_prints_nothing() -> None:
    *_, own, again = page(
        passed(), printing(code("print(stash)"), "1234"), printing(solution("next"), "1234")
    )
    assert own.outputs == again.outputs == []


def test_a_student_s_cell_before_any_hidden_test_keeps_its_output() -> None:
    own, _ = page(printing(code("print(2)"), "2"), passed())
    assert own.outputs[0].text == "2"


def raising(cell: NotebookNode, name: str, message: str = "1234") -> NotebookNode:
    cell.outputs = [new_output("error", ename=name, evalue=message, traceback=[message])]
    return cell


def test_a_syntax_error_is_shown_wherever_it_stands() -> None:
    *_, own = page(passed(), raising(solution("next", "x = 1\ndef f(:\n"), "SyntaxError"))
    (output,) = own.outputs
    assert output.text.startswith("SyntaxError in line 2 of this cell")
    assert "1234" not in output.text


def test_a_syntax_error_that_a_cell_raises_itself_tells_nothing() -> None:
    assert (
        page(passed(), raising(solution("next", "raise SyntaxError(told)"), "SyntaxError"))[
            -1
        ].outputs
        == []
    )


def test_a_cell_with_a_magic_has_no_syntax_error() -> None:
    assert page(passed(), printing(solution("next", "%time x = 1"), "1234"))[-1].outputs == []


@pytest.mark.parametrize(
    "source",
    ["not " * 4000, "1" + "+1" * 4000, "lambda: " * 3000, "(" * 4900, "[" * 4900 + "]" * 4900,
     "x\0y", "-" * 19_000, "f(" * 4000 + ")" * 4000, "x" + ".x" * 9000, "x" + "[0]" * 6000,
     "".join(" " * n + "if 1:\n" for n in range(150))],
    ids=["not", "plus", "lambda", "open", "brackets", "null", "minus", "calls", "dots", "indices",
         "indented"],
)  # fmt: skip
def test_a_cell_that_python_s_parser_cannot_take_stops_nothing(source: str) -> None:
    own = page(passed(), raising(code(source), "SyntaxError"))[-1]
    assert "1234" not in str(own.outputs)


def test_a_visible_test_before_any_hidden_one_shows_its_output() -> None:
    visible, _ = page(
        printing(graded("check-answer", 0, hidden=False), "expected 3, got 4"), passed()
    )
    assert visible.outputs[0].text == "expected 3, got 4"


def test_a_visible_test_after_a_hidden_one_prints_nothing_of_the_student_s() -> None:
    """Code of the student's runs in it too, and may have kept what a hidden test gave to it."""
    visible = graded("check-next", 0, TEST, hidden=False)
    visible.outputs = [
        new_output("stream", name="stdout", text="1234"),
        new_output("error", ename="ValueError", evalue="1234", traceback=["ValueError: 1234"]),
    ]
    assert "1234" not in str(page(passed(), visible)[1].outputs)


def test_a_visible_test_after_a_hidden_one_still_tells_the_likely_mistake() -> None:
    visible = graded("check-next", 0, TEST, hidden=False)
    message = checks_message("the size is doubled; it must stay.")
    visible.outputs = [
        new_output("error", ename="CheckFailed", evalue=message, traceback=[message])
    ]
    assert "the size is doubled; it must stay." in str(page(passed(), visible)[1].outputs)


def test_a_mark_that_a_person_changed_is_explained() -> None:
    cell = passed()
    cell.metadata["nbgrader"]["score"] = 1
    assert page(cell)[0].outputs[0].text == "Passed; the points were changed by hand."


def test_a_cell_that_a_student_marks_as_hidden_shows_nothing_of_what_a_test_gave_to_it() -> None:
    own = printing(code("### BEGIN HIDDEN TESTS\nprint(stash)\n### END HIDDEN TESTS"), "1234")
    assert page(passed(), own)[1].outputs == []


def test_a_visible_test_with_points_after_a_hidden_one_prints_nothing_either() -> None:
    cell = printing(graded("test-next", 2, "print(answer)", hidden=False), "1234")
    cell.metadata["nbgrader"]["score"] = 2
    assert page(passed(), cell)[1].outputs[0].text == "Passed."
