"""The seeds of a submission: recorded, the same at every run, not derivable from another."""

from grader.grading.seed import VARIANTS, seed_of_tests, submission_seed


def test_the_same_submission_has_the_same_seed() -> None:
    assert submission_seed(7, "01_tensor", "ada") == submission_seed(7, "01_tensor", "ada")


def test_students_modules_and_terms_have_seeds_of_their_own() -> None:
    seeds = {
        submission_seed(secret, module, student)
        for secret in (7, 8)
        for module in ("01_tensor", "02_activations")
        for student in ("ada", "ben")
    }
    assert len(seeds) == 8


def test_every_seed_suits_numpy() -> None:
    assert all(0 <= submission_seed(secret, "01_tensor", "ada") < 2**32 for secret in range(100))


def test_the_tests_of_a_module_have_a_few_seeds_that_each_term_draws_anew() -> None:
    students = [f"student-{number}" for number in range(200)]
    found = [{seed_of_tests(secret, "01_tensor", name) for name in students} for secret in (7, 8)]
    assert [len(seeds) for seeds in found] == [VARIANTS, VARIANTS] and not found[0] & found[1]
    assert not found[0] & {submission_seed(7, "01_tensor", name) for name in students}
