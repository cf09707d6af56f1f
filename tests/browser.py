"""A real Chromium for the tests that look at pages; they are skipped where there is none."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]


def chromium() -> str | None:
    """Where a Chromium is, by `CHROMIUM=path` or among the installed programs."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def browser() -> Iterator:
    """A browser that reaches files and 127.0.0.1 only; the test is skipped if there is none."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    program = chromium()
    if program is None:
        pytest.skip("no Chromium is installed; on Debian: apt install chromium")
    rules = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=program, args=[*FLAGS, rules])
        try:
            yield opened
        finally:
            opened.close()
