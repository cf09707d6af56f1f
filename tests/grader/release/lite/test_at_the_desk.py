"""A student's work in the browser: where it is kept, downloading it, and the error messages.

Python itself is not needed for this, so the sites here carry a made-up one that never starts.
"""

from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from browser import ClosedBrowser, closed_browser
from desk import download, open_notebook, served, upload, wait_for_notebook
from kit import answered, cell_of, write_notebook
from nbformat.notebooknode import NotebookNode
from playwright.sync_api import BrowserContext, Page

from grader.course.notebook import read
from grader.course.term import Course

pytestmark = pytest.mark.slow

NOTE = "A sentence that no release holds."


@pytest.fixture(scope="module")
def browser() -> Iterator[ClosedBrowser]:
    with closed_browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def url(made_up_site: Path) -> Iterator[str]:
    with served(made_up_site) as address:
        yield address


@pytest.fixture
def context(browser: ClosedBrowser) -> Iterator[BrowserContext]:
    with browser.context(viewport={"width": 1280, "height": 800}) as opened:
        yield opened


def write_a_cell(page: Page, text: str = NOTE) -> None:
    """With the keyboard alone: a new cell under the active one, as Markdown."""
    page.locator(".jp-Notebook").focus()
    for key in ("b", "m", "Enter"):
        page.keyboard.press(key)
    # What is typed, and Escape, must reach the editor: else it keeps the focus, and Shift+Tab.
    page.locator(".jp-Notebook.jp-mod-editMode .jp-Cell.jp-mod-active .cm-focused").wait_for()
    page.keyboard.type(text)
    page.locator(".jp-Notebook").get_by_text(text).first.wait_for()
    command_mode = page.locator(".jp-Notebook.jp-mod-commandMode")
    for _ in range(10):  # the first Escape may close a list of completions
        page.keyboard.press("Escape")
        if command_mode.count():
            break
        page.wait_for_timeout(500)
    assert command_mode.count()


def holds(book: NotebookNode, text: str = NOTE) -> bool:
    return any(cell.source == text for cell in book.cells)


def notice(page: Page, key: str) -> str:
    """What the bar over the notebook says about `key`, once it does."""
    return page.locator(f".tt-notices [data-key={key}]").inner_text()


def test_what_a_page_asks_of_another_host_is_seen(
    browser: ClosedBrowser, context: BrowserContext, url: str
) -> None:
    page = context.new_page()
    page.goto(url)
    before = len(browser.outside())
    worker = "new Promise(done => { new Worker(URL.createObjectURL(new Blob([`fetch('http://cdn.example/x')"
    page.evaluate(
        f"{worker}.catch(() => 0).finally(() => postMessage(0))`]))).onmessage = done }})"
    )
    page.evaluate("fetch('http://cdn.example/y').catch(() => 0)")
    asked = browser.outside()[before:]
    assert {"http://cdn.example/y"} < set(asked)
    assert any(line.startswith("GET http://cdn.example/x ") for line in asked)
    browser.asked[:] = []


def test_both_pages_say_where_the_work_lives(context: BrowserContext, url: str) -> None:
    page = context.new_page()
    page.goto(url)
    assert page.get_by_text("Your work lives in this browser only").is_visible()
    assert page.locator("#problems").is_hidden()
    assert "in this browser only" in open_notebook(context, url).locator(".tt-where").inner_text()


def test_work_is_there_again_after_leaving(
    context: BrowserContext, url: str, tmp_path: Path
) -> None:
    page = open_notebook(context, url)
    write_a_cell(page)
    page.keyboard.press("Control+s")
    page.get_by_text("Saved at").wait_for()
    page.close()
    assert holds(download(open_notebook(context, url), tmp_path))
    assert (tmp_path / "layers.ipynb").is_file()


def test_a_download_holds_what_is_not_saved_yet(
    context: BrowserContext, url: str, tmp_path: Path
) -> None:
    page = open_notebook(context, url)
    write_a_cell(page)
    assert holds(download(page, tmp_path))


def test_an_untouched_notebook_comes_out_as_it_was_released(
    term: Course, context: BrowserContext, url: str, tmp_path: Path
) -> None:
    release = read(term.release(term.manifest.module("layers")))
    assert download(open_notebook(context, url), tmp_path).cells == release.cells


def test_the_keyboard_is_enough(context: BrowserContext, url: str, tmp_path: Path) -> None:
    page = context.new_page()
    page.goto(url)
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Open layers.ipynb"
    page.keyboard.press("Enter")
    wait_for_notebook(page)
    write_a_cell(page)
    button = page.locator(".tt-download:focus-visible")
    for _ in range(200):
        page.keyboard.press("Shift+Tab")
        if button.count():
            page.wait_for_timeout(500)  # a kernel that has just started takes the focus back
            if button.count():
                break
    focused = page.evaluate("document.activeElement.outerHTML.slice(0, 300)")
    assert button.count(), focused
    with page.expect_download() as started:
        page.keyboard.press("Enter")
    started.value.save_as(tmp_path / "layers.ipynb")
    assert holds(read(tmp_path / "layers.ipynb"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_narrow_screen_in_either_light_shows_the_button(
    browser: ClosedBrowser, url: str, scheme: str
) -> None:
    with browser.context(viewport={"width": 360, "height": 640}, color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(url)
        assert page.evaluate("document.documentElement.scrollWidth") == 360
        page = open_notebook(context, url)
        page.wait_for_function(
            f"document.body.dataset.jpThemeName === 'JupyterLab {scheme.title()}'"
        )
        box = page.locator(".tt-download").bounding_box()
        assert box is not None
        assert box["x"] >= 0 and box["x"] + box["width"] <= 360 and box["y"] + box["height"] < 320


def test_a_browser_that_keeps_nothing_is_told_on_both_pages(
    context: BrowserContext, url: str, tmp_path: Path
) -> None:
    context.add_init_script(
        "IDBFactory.prototype.open = () => { throw new DOMException('', 'SecurityError'); };"
    )
    page = context.new_page()
    page.goto(url)
    page.get_by_text("This browser keeps nothing after a page is closed").wait_for()
    page = open_notebook(context, url)
    assert "This browser keeps nothing" in notice(page, "storage")
    write_a_cell(page)
    assert holds(download(page, tmp_path))


def test_a_full_browser_is_told_before_the_notebook_is_opened(
    context: BrowserContext, url: str
) -> None:
    page = context.new_page()
    full = {"origin": url.rstrip("/"), "quotaSize": 1_000_000}
    context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", full)
    page.goto(url)
    page.get_by_text("The storage of this browser is full").wait_for()


def test_a_site_without_pyodide_is_told_on_both_pages(
    context: BrowserContext, url: str, tmp_path: Path
) -> None:
    context.route("**/pyodide.asm.wasm", lambda route: route.fulfill(status=404))
    page = context.new_page()
    page.goto(url)
    page.get_by_text("this site lacks static/pyodide/pyodide.asm.wasm").wait_for()
    page = open_notebook(context, url)
    assert "this site lacks static/pyodide/pyodide.asm.wasm" in notice(page, "python")
    write_a_cell(page)
    assert holds(download(page, tmp_path))


def test_a_notebook_of_an_older_release_stays_and_the_newer_one_is_offered(
    term: Course, context: BrowserContext, url: str, tmp_path: Path
) -> None:
    module = term.manifest.module("layers")
    mine = answered(term, module)
    cell_of(mine, "check-linear").source = "print('an older visible test')"
    upload(context, url, write_notebook(tmp_path / "mine" / "layers.ipynb", mine))
    page = open_notebook(context, url)
    assert "is newer than yours (1 given or test cell differs)" in notice(page, "release")
    with context.expect_page() as opened:
        page.get_by_role("button", name="Open the newer one beside it").click()
    beside = opened.value
    wait_for_notebook(beside)
    assert "layers-new.ipynb" in beside.url
    assert [cell.source for cell in download(page, tmp_path).cells] == [
        cell.source for cell in mine.cells
    ]
    (tmp_path / "beside").mkdir()
    release = read(term.release(module))
    assert [cell.source for cell in download(beside, tmp_path / "beside").cells] == [
        c.source for c in release.cells
    ]
    assert (tmp_path / "beside" / "layers.ipynb").is_file()


def test_a_notebook_from_another_place_opens_as_it_is(
    term: Course, context: BrowserContext, url: str, tmp_path: Path
) -> None:
    mine = answered(term, term.manifest.module("layers"))
    mine.metadata["kernelspec"] = {
        "name": "conda-env-ai",
        "display_name": "Python (ai)",
        "language": "python",
    }
    mine.metadata["language_info"] = {"name": "python", "version": "3.13.1"}
    upload(context, url, write_notebook(tmp_path / "mine" / "layers.ipynb", mine))
    page = open_notebook(context, url)
    page.get_by_text("Python 3 (in this browser)").wait_for()
    assert page.locator(".tt-notices p").count() == 0
    assert download(page, tmp_path).cells == nbformat.from_dict(mine).cells
