"""Text that no encoding holds is made valid."""

from workbench.text import valid


def test_a_lone_surrogate_becomes_the_replacement_character() -> None:
    assert valid("x = '\ud800'") == "x = '\ufffd'"


def test_other_characters_stay() -> None:
    assert valid("grüße 😀\n") == "grüße 😀\n"
