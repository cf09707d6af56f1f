"""The built pages: whole, without secrets, and complete without a network."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from coursepage.notebook import extract
from coursepage.num import compute
from coursepage.outputs import is_table, last_states
from kit import notebook
from nbformat.v4 import new_markdown_cell
from pages_kit import MODULES
from sphinx.errors import ExtensionError
from verify import problems, secrets

from grader.course.manifest import load
from grader.course.term import ROOT
from tinytorch.core.layers import linear_macs, mlp_activation_bytes

PAGE = '<html><body><article><h1 id="top">T</h1>{}</article></body></html>'


@pytest.mark.parametrize("name", MODULES)
def test_numbers_are_the_packages(parsed: dict[str, BeautifulSoup], name: str) -> None:
    computed = parsed[name].select("span.number")
    assert len(computed) >= 4
    for tag in computed:
        assert tag.get_text() == compute(tag["data-of"])


def test_compute_agrees_with_the_functions() -> None:
    assert compute("linear_macs(32, 784, 256)") == f"{linear_macs(32, 784, 256):,}"
    assert (
        compute("kb(mlp_activation_bytes(32, [784, 256]))")
        == f"{mlp_activation_bytes(32, [784, 256]) / 1024:,.4g}"
    )
    assert compute("1 / 3 :: .2f") == "0.33"


@pytest.mark.parametrize("name", MODULES)
def test_the_reference_is_the_docstrings_without_code(
    parsed: dict[str, BeautifulSoup], name: str
) -> None:
    described = parsed[name].select("dl.py")
    assert len(described) >= 4
    assert not parsed[name].select("a.viewcode-link, .viewcode-block")


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ('<a href="gone.html">x</a>', "leads to a page that does not exist"),
        ('<a href="#gone">x</a>', "names an anchor"),
        ('<a href="https://arxiv.org/abs/15.1">x</a>', "has a wrong form"),
        ('<a href="http://example.org/">x</a>', "has a wrong form"),
        ("{python} mem_weight_bytes", "was not replaced"),
        ('<img src="a.png">', "has no alternative text"),
        ('<img src="https://example.org/a.png" alt="a">', "loads from another host"),
        ("<h3>too deep</h3>", "skip a level"),
        ("<h1>again</h1>", "headings of level 1"),
        (
            '<span class="number" data-of="linear_macs(1, 2, 3)">7</span>',
            "is 6, but the page says 7",
        ),
        ('<span class="problematic">x</span>', "could not resolve"),
    ],
)
def test_the_check_finds(tmp_path: Path, body: str, complaint: str) -> None:
    (tmp_path / "index.html").write_text(PAGE.format(body), encoding="utf-8")
    assert any(complaint in line for line in problems(tmp_path))


def test_the_check_passes_a_right_page(tmp_path: Path) -> None:
    body = (
        '<a href="#top">x</a><h2>y</h2><span class="number" data-of="linear_macs(1, 2, 3)">6</span>'
        '<a href="https://www.jmlr.org/papers/v18/17-468.html">z</a>'
    )
    (tmp_path / "index.html").write_text(PAGE.format(body), encoding="utf-8")
    assert problems(tmp_path) == []


def test_the_check_finds_a_solution_also_when_it_is_highlighted(tmp_path: Path) -> None:
    code = "<pre>output <span>=</span> x.<b>matmul</b>(self.weight)\n"
    code += "params = mask / (1 - self.p)</pre>"
    told = "<p>With batches of 1 each sample ...: weights are fetched from memory\n"
    told += "once for <em>the batch and used for 32 samples while they are in the cache, "
    told += "and a matrix times a matrix fills the processor’s vector</em></p>"
    for number, body in enumerate((code, told)):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "index.html").write_text(PAGE.format(body), encoding="utf-8")
        assert any("shows a secret line" in line for line in secrets(folder))


@pytest.mark.parametrize("name", ["index", *MODULES])
def test_every_page_tells_the_same_way_of_working(
    parsed: dict[str, BeautifulSoup], name: str
) -> None:
    text = " ".join(parsed[name].find("article").get_text(" ").split())
    for verb in ("lab", "check", "export", "hand-in"):
        assert f"python3 -m workbench {verb}" in text
    for other in ("nbdev-export", "pip install", "-m venv", "jupyter lab"):
        assert other not in text
    assert not [each for each in ("{id}", "{name}", "{start}") if each in text]


def test_the_front_page_says_what_each_module_takes(parsed: dict[str, BeautifulSoup]) -> None:
    cards = parsed["index"].select("ul.modules > li")
    modules = [module for module in load(ROOT).modules if module.id in MODULES]
    assert [card.a["href"] for card in cards] == [f"{module.id}.html" for module in modules]
    for card, module in zip(cards, modules, strict=True):
        assert f"{module.max_points:g} points" in card.get_text()
        assert "hours" in card.select_one(".facts").get_text()
        assert len(card.select(".level i")) == 3
        assert card.select_one(".picture").find(["svg", "li", "table"])


def test_what_an_experiment_shows_is_folded_below_its_prediction(
    parsed: dict[str, BeautifulSoup],
) -> None:
    asked = [
        tag
        for tag in parsed["03_layers"].select("article p")
        if tag.get_text().startswith("Predict first.")
    ]
    assert len(asked) == 4
    for paragraph in asked:
        fold = paragraph.find_next_sibling()
        assert fold.name == "details"
        assert "open" not in fold.attrs
        assert fold.select(".plot svg[aria-label]")


@pytest.mark.parametrize("name", MODULES)
def test_plots_take_the_colours_of_the_page_and_their_code_is_folded(
    parsed: dict[str, BeautifulSoup], name: str
) -> None:
    plots = parsed[name].select(".plot svg")
    assert plots and not parsed[name].select(".cell_output img")
    for plot in plots:
        assert "currentColor" in str(plot)
        assert not [
            black for black in ("#000000", "#010203", "#fdfefd") if f"fill: {black}" in str(plot)
        ]
        cell = plot.find_parent("div", class_="cell")
        assert not [code for code in cell.select(".cell_input") if not code.find_parent("details")]


@pytest.mark.parametrize("name", ["index", *MODULES])
def test_ids_are_of_one_element_each(parsed: dict[str, BeautifulSoup], name: str) -> None:
    ids = [tag["id"] for tag in parsed[name].find_all(id=True)]
    assert len(ids) == len(set(ids))


def test_a_page_has_an_icon(parsed: dict[str, BeautifulSoup], pages: Path) -> None:
    (icon,) = parsed["index"].select('link[rel~="icon"]')
    assert (pages / icon["href"].split("?")[0]).is_file()


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("batch   per call\n    1     320.9\n    2      57.0", True),
        ("[[1. 2.]\n [3. 4.]]", True),
        ("Cannot perform matrix multiplication: (32, 128) @ (256, 10).", False),
        ("one line   in columns", False),
    ],
)
def test_what_is_printed_in_columns_is_a_table(text: str, table: bool) -> None:
    assert is_table(text) is table


@pytest.mark.parametrize("between", ["\r", "\n"])
def test_a_bar_of_progress_has_its_last_state(between: str) -> None:
    states = between.join(["■□□□ 1 of 4  loss 2", "■■■□ 3 of 4  loss 1", "■■■■ 4 of 4  loss 0.5"])
    assert last_states(f"one\n{states}\ntwo\n") == "one\n■■■■ 4 of 4  loss 0.5\ntwo\n"


def test_a_drawing_takes_the_place_of_the_diagram_with_its_words() -> None:
    book = notebook(new_markdown_cell("## A\n\n```\nx --> y\n```\n\n```python\nx --> y\n```"))
    text = extract(book, "A", {"draw": ["two-layers x --> y"]})
    assert text.count("```{draw} two-layers") == 1
    assert "```python\nx --> y" in text
    with pytest.raises(ExtensionError, match="no text diagram has 'gone'"):
        extract(book, "A", {"draw": ["two-layers gone"]})


def test_first_view_is_below_one_megabyte(pages: Path, parsed: dict[str, BeautifulSoup]) -> None:
    for name, page in parsed.items():
        loaded = {
            tag["src"]
            for tag in page.find_all(["script", "img"], src=True)
            if tag.get("loading") != "lazy"
        }
        loaded |= {tag["href"] for tag in page.find_all("link", rel="stylesheet")}
        files = [pages / address.split("?")[0] for address in loaded]
        size = sum(path.stat().st_size for path in [*files, pages / f"{name}.html"])
        assert size < 1024**2, f"{name}: {size:,} bytes"


def test_pages_hold_no_path_of_the_machine(pages: Path) -> None:
    for path in pages.glob("*.html"):
        assert str(ROOT) not in path.read_text(encoding="utf-8"), path.name
