"""The seed of each submission."""

import hashlib
import hmac


def submission_seed(secret: int, module: str, student: str) -> int:
    """The seed of one submission: the same at every run, and not derivable from another seed."""
    key = str(secret).encode()
    # NumPy takes seeds of at most 32 bits.
    return int.from_bytes(
        hmac.digest(key, f"{module}/{student}".encode(), hashlib.sha256)[:4], "big"
    )
