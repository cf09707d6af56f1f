"""JupyterLab in a browser: a task by keyboard alone, Validate, a temporary session."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from browser import ClosedBrowser, closed_browser
from kit import answered, cell_of
from playwright.sync_api import Locator, Page, expect
from server import jupyterlab

from grader.course.manifest import Module
from grader.course.term import Course
from workbench.assignment import Assignment, find_assignment
from workbench.cells import grade_id
from workbench.notebook import read

pytestmark = pytest.mark.slow

NOTEBOOK = "/lab/tree/modules/03_layers/layers.ipynb"
ARGUMENTS_LOST = """class Layer:
    def forward(self, x):
        raise NotImplementedError("a layer brings its own")
    def __call__(self, x, *args, **kwargs):
        return self.forward(x)
    def parameters(self):
        return []"""
PLOT = """import matplotlib.pyplot as plt
axes = plt.subplots()[1]
axes.set(title="My curve", xlabel="x (m)")
axes.set_ylabel("y (s)")
plt.show()"""
ERRORS = ".jp-OutputArea-output[data-mime-type='application/vnd.jupyter.stderr']"
SLOW = 60_000  # ms; two cores are shared with others
expect.set_options(timeout=SLOW)


@pytest.fixture(scope="module")
def browser() -> Iterator[ClosedBrowser]:
    with closed_browser() as found:
        yield found


@pytest.fixture(scope="module")
def home_edition(pristine: Path, tmp_path_factory: pytest.TempPathFactory) -> Assignment:
    folder = tmp_path_factory.mktemp("own") / "edition"
    shutil.copytree(pristine, folder)
    return find_assignment(folder, None)


@pytest.fixture(scope="module")
def own_machine(
    home_edition: Assignment, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    with jupyterlab(home_edition.root, tmp_path_factory.mktemp("home")) as address:
        yield address


@pytest.fixture(scope="module")
def binder(
    term: Course, module: Module, pristine: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Assignment]]:
    """A temporary session with the complete notebook in it."""
    folder = tmp_path_factory.mktemp("binder") / "edition"
    shutil.copytree(pristine, folder)
    layers = find_assignment(folder, None)
    layers.notebook.write_text(nbformat.writes(answered(term, module)), encoding="utf-8")
    with jupyterlab(folder, tmp_path_factory.mktemp("jovyan"), TINYTORCH_TEMPORARY="1") as address:
        yield address, layers


def load(browser: ClosedBrowser, address: str, **view: object) -> Page:
    """The page with the notebook, its kernel ready."""
    page = browser.context(**view).new_page()
    page.goto(address.format(NOTEBOOK))
    page.locator(".jp-Notebook .jp-Cell").first.wait_for()
    page.locator("#jp-main-statusbar", has_text="| Idle").wait_for(
        state="attached"
    )  # a kernel answers
    return page


def validated(page: Page) -> Locator:
    """The dialog that Validate opens."""
    page.locator("jp-button.validate-button").click()
    message = page.locator("#validation-message")
    message.wait_for()
    return message


def active(page: Page, cell: int) -> None:
    """Wait until the cell with this number is the selected one."""
    page.locator(f".jp-Cell.jp-mod-active[data-windowed-list-index='{cell}']").wait_for()


def run_cells(page: Page, first: int, last: int) -> None:
    """Run cells as a person does, who sees the selection move on before pressing again."""
    for cell in range(first, last + 1):
        active(page, cell)
        page.keyboard.press("Shift+Enter")
    active(page, last + 1)


def replace_cell(page: Page, text: str) -> None:
    page.keyboard.press("Enter")
    page.locator(".jp-Notebook.jp-mod-editMode .jp-Cell.jp-mod-active .cm-focused").wait_for()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(text)


def expect_linear_fails(message: Locator) -> None:
    """Validate says that Task 2 fails and why, and nothing of Task 1 or of nbgrader's own."""
    expect(message).to_contain_text("These visible tests failed.")
    for text in ("Task 2, `Linear`", "Linear.__init__ is not written yet."):
        expect(message).to_contain_text(text)
    for text in ("Task 1, `Layer`", "The following cell failed", "expect("):
        expect(message).not_to_contain_text(text)


def test_a_task_by_keyboard_alone_and_it_is_there_after_a_reload(
    browser: ClosedBrowser,
    own_machine: str,
    home_edition: Assignment,
    term: Course,
    module: Module,
    tmp_path: Path,
) -> None:
    names = [grade_id(cell) for cell in read(home_edition.released).cells]
    task, test = names.index("layer"), names.index("check-layer")
    page = load(browser, own_machine)
    expect(page.locator(".tinytorch-notice")).to_have_count(0)  # nothing is temporary here
    expect(page.locator(".lm-MenuBar-item", has_text="Help")).to_be_visible()
    expect(page.locator(".lm-MenuBar-item", has_text="Nbgrader")).to_have_count(0)
    expect(page.locator(".jp-mod-dirty")).to_have_count(0)  # opening it changes nothing
    page.keyboard.press("Escape")
    run_cells(page, 0, task - 1)
    replace_cell(page, ARGUMENTS_LOST)
    run_cells(page, task, test)
    message = page.locator(ERRORS).last
    for text in ("__call__", "likely:", "read:"):
        expect(message).to_contain_text(text)
    page.screenshot(path=str(tmp_path / "failed.png"))
    page.keyboard.press("Escape")
    chosen = page.locator(f".jp-Cell.jp-mod-active[data-windowed-list-index='{task}']")
    for _ in range(test - task + 1):  # the arrow keys pass over folded cells
        if not chosen.count():
            page.keyboard.press("ArrowUp")
    active(page, task)
    replace_cell(page, cell_of(answered(term, module), "layer").source)
    run_cells(page, task, test)
    expect(page.locator(".jp-OutputArea").get_by_text("all visible tests pass.")).to_be_visible()
    page.keyboard.press("Control+s")
    page.locator(".jp-mod-dirty").wait_for(state="detached")
    page.screenshot(path=str(tmp_path / "passed.png"))
    page.close()
    page = load(browser, own_machine)
    assert "self.forward(x, *args" in cell_of(read(home_edition.notebook), "layer").source
    expect_linear_fails(validated(page))
    page.screenshot(path=str(tmp_path / "validate.png"))
    page.close()


def test_validate_is_found_in_the_command_palette(
    browser: ClosedBrowser, binder: tuple[str, Assignment]
) -> None:
    page = load(browser, binder[0])
    page.locator(".validate-button").wait_for()
    page.keyboard.press("Control+Shift+c")
    page.keyboard.insert_text("Validate the Notebook")
    page.keyboard.press("Enter")
    expect(page.locator("#validation-message")).to_contain_text("All visible tests pass.")
    page.close()


def test_a_complete_notebook_is_validated_with_a_word_about_hidden_tests(
    browser: ClosedBrowser, binder: tuple[str, Assignment], tmp_path: Path
) -> None:
    page = load(browser, binder[0])
    message = validated(page)
    expect(message).to_contain_text("All visible tests pass.")
    expect(message).to_contain_text(
        "88 points depend on hidden tests, which run when your work is graded."
    )
    expect(message).not_to_contain_text("all the tests")
    page.close()


def test_a_temporary_session_says_so_and_the_download_is_a_key_away(
    browser: ClosedBrowser, binder: tuple[str, Assignment], tmp_path: Path
) -> None:
    address, layers = binder
    page = load(browser, address)
    notice = page.get_by_role("region", name="This session is temporary")
    expect(notice).to_be_visible()
    expect(notice.get_by_role("status")).to_have_text("Not downloaded yet.")
    page.keyboard.press("Escape")
    page.keyboard.press("b")  # a cell of the student's own, not saved yet
    replace_cell(page, PLOT)
    page.keyboard.press("Shift+Enter")
    picture = page.locator(".jp-OutputArea-output img").first
    expect(picture).to_have_attribute(
        "alt", "Plot made by the code above: My curve. across: x (m). up: y (s)."
    )
    button = notice.get_by_role("button", name="Save and download my notebook")
    page.keyboard.press("Escape")
    button.focus()
    expect(button).to_be_focused()
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "layers.ipynb"
    download.value.save_as(tmp_path / "layers.ipynb")
    assert any(cell.source == PLOT for cell in read(tmp_path / "layers.ipynb").cells)
    assert (tmp_path / "layers.ipynb").read_bytes() == layers.notebook.read_bytes()
    expect(notice.get_by_role("status")).to_contain_text("Downloaded at ")
    page.locator(".jp-Notebook .jp-Cell").first.click()
    page.keyboard.press("b")
    expect(notice.get_by_role("status")).to_contain_text("The notebook has changed since.")
    page.close()


@pytest.mark.parametrize("width", [1280, 400])
def test_the_notice_stays_in_view_on_any_screen(
    browser: ClosedBrowser, binder: tuple[str, Assignment], width: int, tmp_path: Path
) -> None:
    page = load(browser, binder[0], viewport={"width": width, "height": 800})
    button = page.locator(".tinytorch-notice button")
    page.locator(".jp-WindowedPanel-outer").first.evaluate("panel => panel.scrollTo(0, 3000)")
    page.wait_for_timeout(500)
    box, text = button.bounding_box(), page.locator(".tinytorch-notice p").first.bounding_box()
    assert box and text
    assert text["x"] >= 0 and text["x"] + text["width"] <= width
    assert box["x"] >= 0 and box["x"] + box["width"] <= width and box["y"] + box["height"] < 400
    room = page.locator(".jp-Notebook").first.bounding_box()
    assert room and room["width"] > 0.6 * width
    page.screenshot(path=str(tmp_path / "notice.png"))
    page.close()


def test_no_page_asked_another_host_for_anything(browser: ClosedBrowser) -> None:
    assert browser.outside() == []
