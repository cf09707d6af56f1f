"""The receipt of a hand-in: file, checksum, time and findings, as text that can be parsed."""

import hashlib
import re
from dataclasses import dataclass

SHA256 = re.compile(r"^sha256: +([0-9a-f]{64})$", re.MULTILINE)
MODULE = re.compile(r"^module: +(\d{2}_\w+)$", re.MULTILINE)


@dataclass(frozen=True)
class Receipt:
    """The part of a receipt that the instructor's side compares with a file.

    Args:
        module: `03_layers`.
        sha256: the file's checksum, in 64 hexadecimal digits.
    """

    module: str
    sha256: str


def checksum(content: bytes) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def receipt_text(module: str, file: str, content: bytes, time: str, lines: list[str]) -> str:
    """The text of a receipt; `time` is the time of the student's computer."""
    head = [
        f"module: {module}",
        f"file:   {file}",
        f"bytes:  {len(content)}",
        # `parse_receipt` reads this line and the module's; the others are for people.
        f"sha256: {checksum(content)}",
        f"time:   {time}",
    ]
    title = "Receipt: keep it, and upload the file that it names."
    return "\n".join([title, *head, "", *lines]) + "\n"


def parse_receipt(text: str) -> Receipt | None:
    """The receipt in `text`, None if there is none."""
    module, digest = MODULE.search(text), SHA256.search(text)
    return Receipt(module[1], digest[1]) if module and digest else None
