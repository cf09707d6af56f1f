"""The seed of a submission: recorded, the same at every run, not derivable from another."""

from grader.grading.seed import submission_seed


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
