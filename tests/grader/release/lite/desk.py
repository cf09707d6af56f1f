"""What a student does in the browser, for the tests: open, run, look, download."""

import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat
from nbformat.notebooknode import NotebookNode
from playwright.sync_api import BrowserContext, Page

from grader.release.lite.serve import server

PYTHON_IS_READY = "document.querySelector('.tt-python')?.textContent.startsWith('Python is ready')"


def open_notebook(context: BrowserContext, url: str) -> Page:
    """From the first page to the notebook, as its big link leads."""
    page = context.new_page()
    page.goto(f"{url}index.html")
    page.get_by_role("link", name=re.compile(r"^Open \w+\.ipynb$")).click()
    wait_for_notebook(page)
    return page


def wait_for_notebook(page: Page) -> None:
    """Until it is shown and can be written in, whether Python runs yet or not."""
    page.wait_for_selector(".jp-Notebook .jp-Cell")
    page.wait_for_selector(".jp-Spinner", state="detached")


def upload(context: BrowserContext, url: str, notebook: Path) -> None:
    """Bring a notebook from elsewhere, over the one of that name."""
    page = context.new_page()
    page.goto(f"{url}index.html")
    page.get_by_role("link", name="the files of this place").click()
    page.get_by_text(notebook.name).wait_for()
    with page.expect_file_chooser() as chooser:
        page.get_by_text("Upload").click()
    chooser.value.set_files(notebook)
    page.get_by_role("button", name="Overwrite").click()
    page.wait_for_timeout(500)
    page.close()


def wait_for_python(page: Page) -> None:
    page.wait_for_function(PYTHON_IS_READY, timeout=300_000)


def download(page: Page, target: Path) -> NotebookNode:
    """Press the button over the notebook and keep the file under the name that it comes with."""
    with page.expect_download() as started:
        page.get_by_role("button", name=re.compile("^Download")).click()
    path = target / started.value.suggested_filename
    started.value.save_as(path)
    return nbformat.read(path, as_version=4)


def run_everything(page: Page, target: Path, seconds: int = 400) -> NotebookNode:
    """Run all cells, going on after an error; return the downloaded notebook."""
    _menu(page, "View", "Expand All Code")  # the arrow keys pass over folded cells
    _menu(page, "Run", "Run All Cells")
    deadline, passed = time.monotonic() + seconds, 0
    while time.monotonic() < deadline:
        page.wait_for_timeout(1000)
        book = download(page, target)
        code = [i for i, cell in enumerate(book.cells) if cell.cell_type == "code"]
        done = [i for i in code if book.cells[i].execution_count]
        if done == code:
            return book
        failed = [
            i for i in done if any(out.output_type == "error" for out in book.cells[i].outputs)
        ]
        if failed and failed[-1] == done[-1] > passed:
            passed = failed[-1]
            page.locator(".jp-Notebook").focus()
            for key in ["ArrowUp"] * len(book.cells) + ["ArrowDown"] * (passed + 1):
                page.keyboard.press(key)
            _menu(page, "Run", "Run Selected Cell and All Below")
    raise AssertionError(f"not everything has run after {seconds} s")


def _menu(page: Page, menu: str, entry: str) -> None:
    page.locator(".lm-MenuBar-item", has_text=menu).first.click()
    page.locator(".lm-Menu-item", has_text=entry).first.click()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a site on this machine."""
    with server(folder) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{running.server_port}/"
        finally:
            running.shutdown()
            thread.join()
