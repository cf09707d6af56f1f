"""The pages in Chromium: interactive figures, two widths, both themes, no other host."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from browser import closed_browser
from pages_kit import MODULES

from tinytorch.core.activations import Softmax
from tinytorch.core.layers import (
    linear_activation_bytes,
    linear_flops,
    linear_macs,
    linear_param_bytes,
    linear_param_count,
    mlp_activation_bytes,
    mlp_flops,
    mlp_param_bytes,
    mlp_param_count,
)
from tinytorch.core.tensor import Tensor

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def chrome() -> Iterator:
    with closed_browser() as closed:
        yield closed.browser


def opened(chrome, pages: Path, name: str, **context):
    """A page in a context of its own; whatever it asks and complains is kept in `page.heard`."""
    page = chrome.new_context(**context).new_page()
    page.heard = []
    page.on("pageerror", lambda error: page.heard.append(str(error)))
    page.on("requestfailed", lambda request: page.heard.append(request.url))
    page.on(
        "request", lambda request: request.url.startswith("file:") or page.heard.append(request.url)
    )
    page.goto((pages / f"{name}.html").as_uri())
    return page


def cells(page, figure: str) -> dict[str, str]:
    found = page.eval_on_selector_all(
        f'figure[data-play="{figure}"] dd[data-cell]',
        "tags => tags.map(tag => [tag.dataset.cell, tag.textContent])",
    )
    return dict(found)


@pytest.mark.parametrize("name", ["index", *MODULES])
@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1440, "light")])
def test_a_page_fits_and_asks_nobody(
    chrome, pages: Path, name: str, width: int, scheme: str
) -> None:
    page = opened(
        chrome, pages, name, viewport={"width": width, "height": 900}, color_scheme=scheme
    )
    assert page.heard == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    channels = [int(part) for part in background.strip("rgba()").split(",")[:3]]
    assert (max(channels) < 64) if scheme == "dark" else (min(channels) > 240)
    page.context.close()


SCROLLS = """tags => tags.filter(tag => {
    const style = getComputedStyle(tag);
    return style.overflowY !== 'visible' && style.overflowY !== 'hidden'
      && tag.scrollHeight > tag.clientHeight + 1;
}).length"""
WIDER = """tags => tags.filter(tag => tag.scrollWidth > tag.clientWidth + 1)
  .map(tag => tag.textContent.slice(0, 60))"""


@pytest.mark.parametrize("name", MODULES)
@pytest.mark.parametrize("width", [390, 1280])
def test_code_is_read_without_scrolling_and_formulas_have_no_scrollbar(
    chrome, pages: Path, name: str, width: int
) -> None:
    page = opened(chrome, pages, name, viewport={"width": width, "height": 900})
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    assert (
        page.eval_on_selector_all("article .cell_input pre, article .highlight-python pre", WIDER)
        == []
    )
    assert page.eval_on_selector_all("article :is(p, div.math, math)", SCROLLS) == 0
    page.context.close()


def test_a_plot_that_is_wider_than_a_phone_says_so_and_scrolls(chrome, pages: Path) -> None:
    hint = "tag => getComputedStyle(tag, '::before').content"
    page = opened(chrome, pages, "03_layers", viewport={"width": 390, "height": 900})
    page.locator("details.happened > summary").first.click()
    plot = page.locator(".plot").first
    assert "Swipe sideways" in plot.evaluate(hint)
    assert plot.evaluate("tag => tag.scrollWidth") > 390
    page.set_viewport_size({"width": 1280, "height": 900})
    assert plot.evaluate(hint) == "none"
    assert plot.evaluate("tag => tag.scrollWidth - tag.clientWidth") <= 1
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_letters_of_a_plot_have_the_colour_of_the_page(
    chrome, pages: Path, scheme: str
) -> None:
    page = opened(chrome, pages, "03_layers", color_scheme=scheme)
    letters = page.locator(".plot svg g[style*='currentColor']").first
    colour = "tag => getComputedStyle(tag).fill"
    assert letters.evaluate(colour) == page.evaluate(
        "getComputedStyle(document.querySelector('article')).color"
    )
    page.context.close()


def test_dropout_by_keyboard(chrome, pages: Path) -> None:
    page = opened(chrome, pages, "03_layers")
    before = cells(page, "dropout")
    rate = page.locator('figure[data-play="dropout"] input[type=range]')
    rate.focus()
    for _ in range(6):
        page.keyboard.press("ArrowRight")
    assert rate.input_value() == "0.8"
    assert cells(page, "dropout")["factor"] == "5.00"
    page.keyboard.press("Tab")
    page.keyboard.press("Space")  # inference
    assert cells(page, "dropout")["kept"] == "40 of 40"
    assert cells(page, "dropout")["out"] == before["in"]
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    for _ in range(30):
        page.keyboard.press("Enter")  # a hundred masks each time
    after = cells(page, "dropout")
    assert after["draws"] == "3,001"
    assert abs(float(after["many"]) - float(before["in"])) < 0.25
    assert page.heard == []
    page.context.close()


def test_p_of_one_and_of_zero(chrome, pages: Path) -> None:
    page = opened(chrome, pages, "03_layers")
    page.locator('figure[data-play="dropout"] input[type=range]').focus()
    page.keyboard.press("End")
    assert cells(page, "dropout") | {"in": ""} == {
        "kept": "0 of 40",
        "factor": "no survivors",
        "in": "",
        "out": "0.00",
        "many": "0.00",
        "draws": "1",
    }
    page.keyboard.press("Home")
    assert cells(page, "dropout")["kept"] == "40 of 40"
    page.context.close()


@pytest.mark.parametrize(
    ("power", "sizes"),
    [(5, (784, 256, 128, 10)), (9, (1568, 1024, 16, 100)), (0, (16, 16, 1024, 1))],
)
def test_the_cost_is_what_the_package_says(
    chrome, pages: Path, power: int, sizes: tuple[int, ...]
) -> None:
    page = opened(chrome, pages, "03_layers")
    for place, value in enumerate((power, *sizes)):
        slider = page.locator('figure[data-play="cost"] input[type=range]').nth(place)
        slider.evaluate(
            "(tag, value) => { tag.value = value; tag.dispatchEvent(new Event('input')); }", value
        )
    batch = 2**power
    rows = page.eval_on_selector_all(
        'figure[data-play="cost"] tbody tr',
        "rows => rows.map(row => [...row.querySelectorAll('td')].map(tag => tag.textContent))",
    )
    rows = [[int(text.replace(",", "")) for text in row] for row in rows]
    for row, (a, b) in zip(rows[:3], pairwise(sizes), strict=True):
        assert row == [
            linear_param_count(a, b),
            linear_param_bytes(a, b),
            linear_activation_bytes(batch, a, b),
            linear_macs(batch, a, b),
            linear_flops(batch, a, b),
        ]
    assert rows[3] == [
        mlp_param_count(sizes),
        mlp_param_bytes(sizes),
        mlp_activation_bytes(batch, sizes),
        mlp_flops(batch, sizes) // 2,
        mlp_flops(batch, sizes),
    ]
    page.context.close()


def test_temperature(chrome, pages: Path) -> None:
    page = opened(chrome, pages, "02_activations")
    page.locator('figure[data-play="softmax"] input[type=range]').focus()
    for _ in range(10):
        page.keyboard.press("ArrowRight")
    shares = page.eval_on_selector_all(
        'figure[data-play="softmax"] td[data-cell]', "t => t.map(x => Number(x.textContent))"
    )
    expected = Softmax()(Tensor([2.0, 1.0, 0.0, -1.0]) / 2.0).numpy()
    assert np.allclose(shares, expected, atol=6e-4)
    page.context.close()


def test_without_scripts_the_pictures_stay_and_no_control_is_shown(chrome, pages: Path) -> None:
    page = opened(chrome, pages, "03_layers", java_script_enabled=False)
    assert page.locator("figure.play svg.mask g").count() == 40
    assert page.locator("figure.play input").count() == 0
    assert (
        page.locator('figure[data-play="cost"] td').first.inner_text()
        == f"{linear_param_count(784, 256):,}"
    )
    page.locator("details.sd-dropdown summary", has_text="Answer to Q1").click()
    assert page.locator("details[open]", has_text="Answer to Q1").count() == 1
    page.context.close()
