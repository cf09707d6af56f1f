"""Measure how long a student waits for the browser site, and how much it loads.

    PYODIDE=dir python benchmarks/lite.py

It opens the site of module 03 in the system's Chromium, with an empty cache and without a network
except this machine's.
"""

import os
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "grader" / "release" / "lite")]

from browser import closed_browser  # noqa: E402
from desk import open_notebook, wait_for_python  # noqa: E402
from playwright.sync_api import Page  # noqa: E402

from grader.course.term import Course  # noqa: E402
from grader.release.lite.pyodide import open_pyodide  # noqa: E402
from grader.release.lite.serve import server  # noqa: E402
from grader.release.lite.site import build_site, size  # noqa: E402
from grader.release.make import release  # noqa: E402

PLOT = "import matplotlib.pyplot as plt; plt.plot([1, 2]);"


def run(page: Page, code: str, result: str) -> None:
    """Run `code` in a new cell and wait until the element `result` (a CSS selector) appears."""
    page.locator(".jp-Notebook").focus()
    page.keyboard.press("a")
    page.keyboard.press("Enter")
    page.keyboard.type(code)
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(result, timeout=300_000)
    page.keyboard.press("Escape")


def main() -> None:
    """Build the site, open it, and print the times since its address was entered."""
    with tempfile.TemporaryDirectory() as folder, closed_browser() as browser:
        course = Course(ROOT, Path(folder) / "term")
        module = course.manifest.module("layers")
        release(course, module)
        pyodide = open_pyodide(Path(os.environ["PYODIDE"]) if "PYODIDE" in os.environ else None)
        began = time.perf_counter()
        site = build_site(course, module, pyodide, Path(folder) / "site")
        took = time.perf_counter() - began
        print(f"build            {took:6.1f} s, {size(site) / 2**20:.0f} MB on disk")
        with server(site) as web, browser.context() as context:
            threading.Thread(target=web.serve_forever, daemon=True).start()
            loaded: set[Path] = set()
            context.on(
                "request",
                lambda request: loaded.add(site / request.url.split("?")[0].split("/", 3)[3]),
            )
            began = time.perf_counter()
            page = open_notebook(context, f"http://127.0.0.1:{web.server_port}/")
            print(f"notebook shown   {time.perf_counter() - began:6.1f} s")
            wait_for_python(page)
            print(f"Python ready     {time.perf_counter() - began:6.1f} s")
            run(
                page,
                "import numpy as np; np.ones(3)",
                ".jp-OutputArea-output:has-text('array([1., 1., 1.])')",
            )
            print(f"np.ones(3)       {time.perf_counter() - began:6.1f} s")
            run(page, PLOT, ".jp-OutputArea-output img")
            print(f"first plot       {time.perf_counter() - began:6.1f} s")
            loaded_bytes = sum(path.stat().st_size for path in loaded if path.is_file())
            print(f"loaded           {loaded_bytes / 2**20:6.1f} MB")
            web.shutdown()


if __name__ == "__main__":
    main()
