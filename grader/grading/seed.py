"""The seeds of each submission."""

import hashlib
import hmac

VARIANTS = 8  # of the inputs of a module's tests; a worker works out what each expects only once


def submission_seed(secret: int, module: str, student: str) -> int:
    """The seed of one submission: the same at every run, and not derivable from another seed."""
    key = str(secret).encode()
    # NumPy takes seeds of at most 32 bits.
    return int.from_bytes(
        hmac.digest(key, f"{module}/{student}".encode(), hashlib.sha256)[:4], "big"
    )


def variant_of_tests(secret: int, module: str, student: str) -> int:
    """Which of the `VARIANTS` inputs the tests of a submission have."""
    return submission_seed(secret, f"{module}/variant", student) % VARIANTS


def seed_of_tests(secret: int, module: str, student: str) -> int:
    """The seed of the tests' inputs, one of `VARIANTS`; students cannot predict it."""
    variant = variant_of_tests(secret, module, student)
    return submission_seed(secret, f"{module}/tests", str(variant))
