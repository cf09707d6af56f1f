"""Install the course's packages with pip, saying step by step what is being done, and why it failed if it did."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from workbench.errors import Trouble

OFFLINE = re.compile(
    r"NewConnectionError|Name or service not known|getaddrinfo|ConnectTimeout|Network is unreachable"
)
COLLECTED = re.compile(r"Collecting ([\w.-]+)")
FETCHED = re.compile(
    r"\s*(?:Downloading|Using cached) \S+(?:\.whl|\.tar\.gz|\.zip) \(([\d.]+) (bytes|kB|MB|GB)\)"
)
MEGABYTES = {"bytes": 1e-6, "kB": 1e-3, "MB": 1.0, "GB": 1e3}


class Progress:
    """Numbered steps in the terminal, each with a line below it that changes as the step goes on."""

    def __init__(self, steps: int) -> None:
        self.steps, self.number, self.shown = steps, 0, ""

    def next(self, text: str) -> None:
        """Begin the next step."""
        self.close()
        self.number += 1
        print(f"{self.number} of {self.steps}: {text}", flush=True)

    def update(self, text: str) -> None:
        """Replace the line below the step; a file or a pipe gets its last text only."""
        if sys.stdout.isatty():
            print(f"\r        {text:{len(self.shown)}}", end="", flush=True)
        self.shown = text

    def close(self) -> None:
        """End the line below the step."""
        if self.shown:
            print("" if sys.stdout.isatty() else f"        {self.shown}", flush=True)
        self.shown = ""


def pip_install(python: Path, root: Path, steps: Progress) -> None:
    """Install `requirements.txt` into the environment of `python`, in two steps: download and install."""
    command = [
        str(python),
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--progress-bar=off",
    ]
    found: set[str] = set()
    fetched, megabytes, said = 0, 0.0, ""
    steps.next("downloading JupyterLab, matplotlib, nbdev, nbgrader and what they need")
    with subprocess.Popen(
        [*command, "-r", "requirements.txt"], cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, encoding="utf-8", errors="replace", env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as pip:  # fmt: skip
        assert pip.stdout is not None
        for line in pip.stdout:
            said += line
            if match := COLLECTED.match(line):
                found.add(match[1])
            if match := FETCHED.match(line):
                fetched, megabytes = fetched + 1, megabytes + float(match[1]) * MEGABYTES[match[2]]
            if line.startswith("Installing collected packages"):
                steps.next("installing them")
            elif found and steps.number == 2:
                steps.update(f"{fetched} of {len(found)} packages, {megabytes:.0f} MB")
    if pip.returncode:
        steps.close()
        raise Trouble(reason(said, "pip could not install the packages"))


def run(
    command: Sequence[str], root: Path, trouble: str, environment: Mapping[str, str] | None = None
) -> None:
    """Run a command without its output.

    Raises:
        Trouble: if it fails, with `trouble` and its last line or the reason behind it.
    """
    done = subprocess.run(
        command,
        cwd=root,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        env=environment,
    )
    if done.returncode:
        raise Trouble(reason(f"{done.stdout}\n{done.stderr}", trouble))


def reason(said: str, trouble: str) -> str:
    """Why a command failed that said this, in a sentence."""
    if "No space left" in said:
        return "The disk is full: the course's packages need about 600 MB. Make room and try again."
    if OFFLINE.search(said):
        return "There is no connection to the package index: connect to the internet and try again."
    last = next((line for line in reversed(said.splitlines()) if line.strip()), "no reason given")
    return f"{trouble} ({last.strip()})."
