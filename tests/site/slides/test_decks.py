"""The built decks: complete, long enough for a lecture, without solutions or tests."""

import base64
import html
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner
from command import main
from conftest import SLIDES

from grader.course.manifest import Module, load
from grader.course.notebook import read
from grader.course.term import ROOT
from grader.proof.check import MARKERS, secret_lines
from tinytorch.core.layers import (
    linear_macs,
    linear_param_bytes,
    linear_param_count,
    mlp_flops,
    mlp_param_count,
)


def soup(decks: Path, module: Module) -> BeautifulSoup:
    return BeautifulSoup((decks / f"{module.id}.html").read_text(encoding="utf-8"), "html.parser")


def slides(page: BeautifulSoup) -> list[BeautifulSoup]:
    return page.select(".slides > section > section")


def test_a_lecture_has_between_20_and_30_slides_and_fills_50_minutes(decks: Path) -> None:
    found = slides(
        BeautifulSoup((decks / "03_layers.html").read_text(encoding="utf-8"), "html.parser")
    )
    assert 20 <= len(found) <= 30
    assert sum(int(slide["data-timing"]) for slide in found) == 50 * 60


def test_every_slide_has_a_title_and_notes(decks: Path, module: Module) -> None:
    found = slides(soup(decks, module))
    assert len(found) >= 12
    for slide in found:
        title = slide.find(["h1", "h2"])
        assert title, slide
        assert len(slide.select("aside.notes")) == 1, title.text
        assert len(slide.select_one("aside.notes").get_text(" ", strip=True)) > 40, title.text
        assert int(slide["data-timing"]) >= 60, title.text


def test_slides_have_few_words(decks: Path, module: Module) -> None:
    for slide in slides(soup(decks, module)):
        slide.select_one("aside.notes").extract()
        assert len(slide.get_text(" ").split()) <= 75, slide.find(["h1", "h2"]).text


def test_no_slide_tells_a_solution_or_a_hidden_test(decks: Path, module: Module) -> None:
    public = (ROOT / "tinytorch" / "checks.py").read_text(encoding="utf-8")
    secrets = secret_lines(read(ROOT / "modules" / module.id / f"{module.name}.ipynb"), public)
    text = html.unescape(soup(decks, module).get_text())
    assert len(secrets) > 50
    assert [line for line in secrets if line in text] == []


def test_no_code_of_a_cell_is_shown(decks: Path, module: Module) -> None:
    assert soup(decks, module).select(".jp-CodeCell .jp-Cell-inputWrapper") == []
    assert soup(decks, module).select(".jp-CodeMirrorEditor") == []


def test_a_slide_shows_what_its_title_says(decks: Path) -> None:
    page = BeautifulSoup((decks / "03_layers.html").read_text(encoding="utf-8"), "html.parser")
    by_title = {slide.find(["h1", "h2"]).get_text().strip("¶"): slide for slide in slides(page)}
    two = by_title["Every layer answers two questions"]
    assert [call.get_text() for call in two.select("dt")] == [".forward(x)", ".parameters()"]
    assert "class Double(Layer)" in two.get_text()
    silent = by_title["No error at all: dropout left on"]
    silent.select_one("aside").extract()
    assert "Error" not in silent.get_text()
    noisy, again, calm, same = (matrix.get_text(" ") for matrix in silent.select(".matrix table"))
    assert noisy != again and calm == same
    assert by_title["Ten scores are ten weighted sums"].select("svg.pixels[aria-label] rect")


def test_no_placeholder_is_left(decks: Path, module: Module) -> None:
    text = soup(decks, module).get_text()
    assert [
        marker for marker in (*MARKERS, "{=", "{rows}", "Traceback", "NaN%") if marker in text
    ] == []


def test_nothing_is_taken_from_outside(decks: Path, module: Module) -> None:
    page = soup(decks, module)
    taken = [
        tag.get("src") or tag.get("href")
        for tag in page.select("script[src], link[href], img[src]")
    ]
    local = [name for name in taken if not name.startswith("data:")]
    assert len(local) == 5
    assert all((decks / name).is_file() for name in local)
    assert "url(" not in (decks / "slides.css").read_text(encoding="utf-8")
    assert (decks / "reveal.js" / "LICENSE").is_file()


def test_every_figure_has_words_and_large_letters(decks: Path, module: Module) -> None:
    figures = soup(decks, module).select("img")
    assert figures
    for figure in figures:
        assert len(figure["alt"]) > 60
        svg = base64.b64decode(figure["src"].partition(",")[2]).decode()
        width, points = (
            float(number)
            for number in re.search(
                r'width="([\d.]+)pt".*?viewBox="0 0 ([\d.]+) ', svg, re.S
            ).groups()
        )
        assert width == points  # so that a letter of 19 points is drawn with 19 points
        assert (
            1000 <= width / 72 * 96 <= 1184
        )  # as wide as a slide allows, so that the browser does not shrink it
        letters = [
            float(size)
            for size in re.findall(
                r'<g [^>]*transform="translate\([^)]*\)[^"]*scale\((0\.\d+) ', svg
            )
        ]
        assert letters
        assert min(letters) >= 0.19 - 1e-9


def test_the_numbers_of_the_lecture_are_those_of_the_package(decks: Path) -> None:
    text = (decks / "03_layers.html").read_text(encoding="utf-8")
    widths = [784, 256, 128, 10]
    numbers = [
        linear_param_count(300, 50),
        linear_macs(20, 300, 50),
        linear_param_bytes(784, 256),
        mlp_param_count(widths),
        mlp_flops(32, widths) // 2,
    ]
    assert [number for number in numbers if f"{number:,}" not in text] == []


@pytest.mark.parametrize("deck", sorted(SLIDES.glob("*.md")), ids=lambda path: path.stem)
def test_the_questions_to_the_class_are_not_those_that_are_graded(deck: Path) -> None:
    text = deck.read_text(encoding="utf-8")
    graded = [
        "Linear(512, 128)",
        "1024, 300",
        "Linear(400, 120)",
        "10,000 samples",
        "(64, 3, 32, 32)",
        "(20, 50) @",
        "1001",
        "1002",
    ]
    assert [numbers for numbers in graded if numbers in text] == []


def test_a_module_that_is_not_there_is_told_in_a_line(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["--module", "lairs", "--to", str(tmp_path)])
    assert done.exit_code == 2
    known = ", ".join(module.id for module in load(ROOT).modules)
    assert done.stderr == f"Error: There is no module 'lairs' in nbs_config.yml. Known: {known}.\n"
    assert list(tmp_path.iterdir()) == []


def test_a_module_without_slides_is_named_and_the_others_are_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for part in ("slides.css", "template"):
        (tmp_path / part).symlink_to(SLIDES / part)
    (tmp_path / "01_tensor.md").write_text("# Title\n")
    monkeypatch.setattr("command.HERE", tmp_path)
    to = tmp_path / "built"
    done = CliRunner().invoke(main, ["--to", str(to)])
    assert done.exit_code == 0
    assert done.stdout.splitlines()[:2] == [
        f"Slides of 01_tensor: {to / '01_tensor.html'}",
        "02_activations has no slides: there is no site/slides/02_activations.md.",
    ]


def test_slides_that_are_asked_for_and_are_not_there_are_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("command.HERE", tmp_path)
    done = CliRunner().invoke(main, ["--module", "tensor", "--to", str(tmp_path / "built")])
    assert done.exit_code == 2
    assert done.stderr == "Error: 01_tensor has no slides: there is no site/slides/01_tensor.md.\n"
    assert not (tmp_path / "built").exists()


def test_a_target_that_is_a_file_is_told_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = CliRunner().invoke(main, ["--to", str(tmp_path / "file")])
    assert done.exit_code == 2
    (line,) = done.stderr.splitlines()
    assert line in [
        f"Error: {why}: {tmp_path / 'file' / where}"
        for why in ("Not a directory", "File exists")
        for where in ("", "reveal.js")
    ]


def test_without_reveal_the_package_that_carries_it_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    done = CliRunner().invoke(main, ["--to", str(tmp_path)])
    assert done.exit_code == 2
    assert (
        done.stderr == "Error: reveal.js is missing. It comes with a Python package: "
        "pip install sphinx-revealjs\n"
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            '{rows} "No such heading": a',
            "does not fit its notebook: no heading begins with 'No such heading'.",
        ),
        ("```{code-cell}\n1 / 0\n```", "a cell failed with ZeroDivisionError: division by zero"),
    ],
)
def test_a_deck_that_cannot_be_built_is_told_in_a_line(
    text: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for part in ("slides.css", "template"):
        (tmp_path / part).symlink_to(SLIDES / part)
    (tmp_path / "01_tensor.md").write_text(f"# Title\n\n{text}\n")
    monkeypatch.setattr("command.HERE", tmp_path)
    done = CliRunner().invoke(main, ["--module", "tensor", "--to", str(tmp_path / "built")])
    assert done.exit_code == 2
    assert done.stderr == f"Error: site/slides/01_tensor.md: {told}\n".replace(
        "md: does", "md does"
    )
    assert not (tmp_path / "built" / "01_tensor.html").exists()
