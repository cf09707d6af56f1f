"""Names are the same in either order, with or without accents, blanks and signs."""

import pytest

from grader.submissions.roster.spelling import plain, spellings


@pytest.mark.parametrize("name", ["Müller", "MULLER", "mu\u0308ller", "mul-ler", "Mul ler"])
def test_accents_case_and_signs_do_not_count(name: str) -> None:
    assert plain(name) == "muller"


@pytest.mark.parametrize("name", ["Zoë Müller", "Müller, Zoë", "müllerzoë", "ZoeMuller"])
def test_either_order_is_the_same_name(name: str) -> None:
    assert spellings(name) & spellings("Zoë Müller", "Zoë", "Müller")


def test_other_scripts_are_kept_and_nothing_is_no_name() -> None:
    assert spellings("Ада Лавлейс") == {"адалавлеис", "лавлеисада"}
    assert spellings("") == spellings("-- ") == set()
    assert not spellings("Kim Lee") & spellings("Kim Li")
