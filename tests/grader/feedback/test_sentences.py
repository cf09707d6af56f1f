"""Which sentences a test may say, and which parts of a message are among them."""

import textwrap

from grader.feedback.sentences import Message, Sentences, merged, of_test, shown

TEST = textwrap.dedent("""\
    from tinytorch.checks import expect, fail

    READ = 'section 7, "Sizes"'

    def sizes(n, sentence):
        expect(size(n), n, "size(n)", mistakes={sentence: 2 * n}, read=READ)

    sizes(3, "the size is doubled.")
    for hint in ("it is one too many.", "it is one too few."):
        expect(count(), 3, "count()", likely=hint, read="section 8")
    assert total() == 3, "total() is wrong"
    fail(f"{count()} is odd", likely=f"it is {count()}", read="section 9")
    """)


def lines(message: Message) -> list[str]:
    return shown(message, of_test(TEST))


def test_the_text_of_a_check_is_a_title_and_its_last_lines() -> None:
    text = "f(x) is not right.\n  expected: 1\n  got:      2\n  likely:   a.\n  read:     b"
    assert Message.of_text(text) == Message("f(x) is not right.", "a.", "b")
    assert Message.of_text("f(x)\n  likely:   a.") == Message("f(x)", "a.", "")


def test_labels_in_the_middle_or_written_in_another_way_are_no_sentences() -> None:
    assert Message.of_text("f(x)\n  likely:   a.\n  got:      2") == Message("f(x)")
    assert Message.of_text("f(x)\n  likely:   a.\n  likely:   b.\n  read:     c").likely == "b."
    assert Message.of_text("f(x)\nlikely: a.") == Message("f(x)")
    assert Message.of_text("  read:     c") == Message("  read:     c")


def test_what_one_call_can_say_is_shown() -> None:
    assert lines(Message("count() is not right.", "it is one too many.", "section 8")) == [
        "count() is not right.",
        "likely: it is one too many.",
        "read: section 8",
    ]
    assert lines(Message("total() is wrong")) == ["total() is wrong"]


def test_names_and_the_arguments_of_functions_are_followed() -> None:
    assert (
        len(lines(Message("size(n) is not right.", "the size is doubled.", 'section 7, "Sizes"')))
        == 3
    )


def test_parts_of_different_calls_are_not_shown_merged() -> None:
    assert lines(Message("count()", "the size is doubled.", 'section 7, "Sizes"')) == [
        "likely: the size is doubled.",
        'read: section 7, "Sizes"',
    ]
    assert lines(Message("total() is wrong", "it is one too many.", "section 9")) in (
        ["total() is wrong"],
        ["likely: it is one too many."],
        ["read: section 9"],
    )


def test_a_section_is_no_likely_mistake() -> None:
    assert lines(Message("", "section 8", "it is one too few.")) == []


def test_what_is_worked_out_is_not_shown() -> None:
    assert lines(Message("1234 is odd", "it is 1234", "section 9")) == ["read: section 9"]


def test_only_whole_literals_are_sentences() -> None:
    assert of_test('fail(f"it is {n} too large", likely="read on")') == [
        Sentences(frozenset({"read on"}))
    ]
    assert of_test("no python here (") == []


def test_sentences_of_the_checks_themselves_are_known() -> None:
    assert "has the wrong shape." in " ".join(lines(Message("count() has the wrong shape.")))
    assert lines(Message("count()", "the function does not return its result."))[1:]


def test_a_message_that_is_the_test_s_own_may_join_all_calls() -> None:
    message = Message("count()", "the size is doubled.", "section 8")
    assert len(merged(of_test(TEST)).known(message)) == 3
    assert merged([]).known(message) == []


def test_another_source_can_say_more() -> None:
    more = Sentences(frozenset({"the answer library says so."}))
    assert shown(Message("", "the answer library says so."), [*of_test(TEST), more])
