"""Install the course's packages with pip, show the progress, and explain a failure."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from workbench.errors import UserError

OFFLINE = re.compile(
    "NewConnectionError|Name or service not known|getaddrinfo|ConnectTimeout|Network is unreachable"
)
COLLECTED = re.compile(r"Collecting ([\w.-]+)")
DOWNLOADED = re.compile(
    r"\s*(?:Downloading|Using cached) \S+(?:\.whl|\.tar\.gz|\.zip)"
    r" \(([\d.]+) (bytes|kB|MB|GB)\)"
)
MEGABYTES = {"bytes": 1e-6, "kB": 1e-3, "MB": 1.0, "GB": 1e3}


class Progress:
    """Numbered steps in the terminal, each with a status line below it."""

    def __init__(self, steps: int) -> None:
        self.steps, self.number, self.shown = steps, 0, ""

    def next(self, text: str) -> None:
        """Begin the next step."""
        self.close()
        self.number += 1
        print(f"{self.number} of {self.steps}: {text}", flush=True)

    def update(self, text: str) -> None:
        """Replace the status line; a file or a pipe gets only the last one."""
        if sys.stdout.isatty():
            # Padded, to overwrite a longer text.
            print(f"\r        {text:{len(self.shown)}}", end="", flush=True)
        self.shown = text

    def close(self) -> None:
        """End the status line."""
        if self.shown:
            print("" if sys.stdout.isatty() else f"        {self.shown}", flush=True)
        self.shown = ""


def pip_install(python: Path, root: Path, steps: Progress) -> None:
    """Install `requirements.txt` into the environment of `python`: download, then install.

    Raises:
        UserError: if pip fails.
    """
    command = [str(python), "-m", "pip", "install", "--disable-pip-version-check"]
    command += ["--progress-bar=off", "-r", "requirements.txt"]
    found: set[str] = set()
    downloaded, megabytes, output = 0, 0.0, ""
    steps.next("downloading JupyterLab, matplotlib, nbdev, nbgrader and what they need")
    with subprocess.Popen(
        command,
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, "PYTHONUNBUFFERED": "1"},  # each line when it is written
    ) as pip:
        assert pip.stdout is not None
        for line in pip.stdout:
            output += line
            if match := COLLECTED.match(line):
                found.add(match[1])
            if match := DOWNLOADED.match(line):
                downloaded += 1
                megabytes += float(match[1]) * MEGABYTES[match[2]]
            if line.startswith("Installing collected packages"):
                steps.next("installing them")
            elif found and steps.number == 2:
                steps.update(f"{downloaded} of {len(found)} packages, {megabytes:.0f} MB")
    if pip.returncode:
        steps.close()
        raise UserError(failure_reason(output, "pip could not install the packages"))


def run(
    command: Sequence[str], root: Path, failure: str, environment: Mapping[str, str] | None = None
) -> None:
    """Run a command in `root` without showing its output.

    Raises:
        UserError: if it fails, with `failure` and the last line of the output, or the reason
            behind it.
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
        raise UserError(failure_reason(f"{done.stdout}\n{done.stderr}", failure))


def failure_reason(output: str, failure: str) -> str:
    """Why a command with this output failed, in a sentence."""
    if "No space left" in output:
        return "The disk is full: the course's packages need about 600 MB. Free some and try again."
    if OFFLINE.search(output):
        return "The package index cannot be reached: connect to the internet and try again."
    lines = reversed(output.splitlines())
    last = next((line for line in lines if line.strip()), "no reason given")
    return f"{failure} ({last.strip()})."
