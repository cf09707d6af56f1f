"""Everything that the seed had stands on the page, as site/seed.md says."""

import re

import pytest
from bs4 import BeautifulSoup

from grader.course.term import ROOT

TABLE = (ROOT / "site" / "seed.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (?!section of the seed)([^|]+?) \| (\w+) \| (\S+) \|", TABLE, re.MULTILINE)


def test_the_table_lists_the_seed() -> None:
    assert len(ROWS) == len({section for section, _, _ in ROWS}) == 37


@pytest.mark.parametrize(("section", "page", "place"), ROWS, ids=[row[0] for row in ROWS])
def test_a_section_stands_where_the_table_says(
    parsed: dict[str, BeautifulSoup], section: str, page: str, place: str
) -> None:
    found = parsed[page].find(id=place)
    assert found is not None, f"{section}: {page}.html has no place {place}"
    words = found.get_text() if found.name != "dt" else found.parent.get_text()
    assert len(words.split()) > 15


# What the seed left as a placeholder, with the number that must stand in its place.
FIGURES = """
802,816 784 1,024 785 100,352 98 32,768 32 6,422,528 1,048,576 40,960 7.51 15.02 200,960 401,920
803,840 1,607,680 1.53 200,704 401,408 32,896 1,290 235,146 940,584 918.5 147.2 8,192
"""


@pytest.mark.parametrize("figure", FIGURES.split())
def test_a_figure_that_the_seed_left_open_is_computed(
    parsed: dict[str, BeautifulSoup], figure: str
) -> None:
    assert figure in {tag.get_text() for tag in parsed["03_layers"].select("span.number")}


def test_answers_stand_behind_a_fold(parsed: dict[str, BeautifulSoup]) -> None:
    for name, count in (("01_tensor", 4), ("02_activations", 4), ("03_layers", 6)):
        folds = [
            fold
            for fold in parsed[name].select("details.sd-dropdown")
            if "Answer to Q" in fold.summary.get_text()
        ]
        assert len(folds) == count
        assert not any(fold.has_attr("open") for fold in folds)


def test_slips_of_the_seed_are_mended(parsed: dict[str, BeautifulSoup]) -> None:
    text = " ".join(parsed["03_layers"].find("article").get_text().split())
    assert "96 transformer blocks with several Linear layers each" in text
    assert "96 Linear layers" not in text
    assert "FLOPs = 2 × MACs" in text
    assert "With ReLU, LeCun loses half the variance in every layer" in text


def test_experiments_were_run(parsed: dict[str, BeautifulSoup]) -> None:
    article = parsed["03_layers"].find("article")
    assert len(article.select(".cell_output .plot svg")) == 7
    printed = " ".join(cell.get_text() for cell in article.select(".cell_output"))
    assert "Cannot perform matrix multiplication: (32, 128) @ (256, 10)" in printed
    assert "activations need more than the parameters from batch 200 on" in printed
    assert "390 of 397 digits are right." in printed


def test_both_sides_of_the_comparison(parsed: dict[str, BeautifulSoup]) -> None:
    ours, theirs = parsed["03_layers"].select(".sd-tab-set .sd-tab-content")
    assert "together:   203530" in ours.get_text()
    not_run = "without torch, so this program was not run" in theirs.get_text()
    assert not_run != ("together:   203530" in theirs.get_text())
