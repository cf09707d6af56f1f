"""`grader site`: what it refuses, what it keeps, and the parts that the pages are made with."""

from pathlib import Path

import pytest
from coursepage.cards import chosen
from coursepage.launch import audio_overview, launch_links
from coursepage.notebook import extract, link_sections, sections, slug
from publish import main, publish
from sphinx.errors import ExtensionError

from grader.course.manifest import Links, load
from grader.course.notebook import read
from grader.course.term import ROOT
from workbench.cells import grading

LAYERS = read(ROOT / "modules" / "03_layers" / "layers.ipynb")
MODULE = load(ROOT).module("layers")


def test_a_folder_with_other_files_is_refused_and_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")
    assert main(["--to", str(tmp_path)]) == 2
    assert "has files that are not the site's" in capsys.readouterr().err
    assert main(["--to", str(tmp_path / "thesis.txt")]) == 2
    assert "is a file" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


BROKEN = "# T\n\n{num}`no_such_function(1)`\n\n[x](gone.md) [y](#gone)\n"
RAW = '# T\n\n```{raw} html\n<a href="gone.html">x</a>\n```\n'


@pytest.mark.parametrize(
    ("page", "complaints"),
    [
        (BROKEN, ["'no_such_function(1)' cannot be computed", "'gone.md'", "'gone'"]),
        (RAW, ["gone.html leads to a page that does not exist"]),
    ],
)
def test_a_missing_number_or_a_broken_link_fails_and_keeps_the_old_pages(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture,
    page: str,
    complaints: list[str],
) -> None:
    source, target = tmp_path / "pages", tmp_path / "target"
    source.mkdir()
    (source / "index.md").write_text(page, encoding="utf-8")
    target.mkdir()
    for name in (".buildinfo", "old.html"):
        (target / name).write_text("x", encoding="utf-8")
    monkeypatch.setattr("publish.PAGES", source)
    assert main(["--to", str(target)]) == 1
    told = capsys.readouterr().err
    assert all(complaint in told for complaint in complaints), told
    assert sorted(path.name for path in target.iterdir()) == [".buildinfo", "old.html"]


def test_modules_without_a_page_are_named_and_the_others_are_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "index.md").write_text(
        "# T\n\nNo module has a page.\n\n```{cards}\n```\n", encoding="utf-8"
    )
    monkeypatch.setattr("publish.PAGES", tmp_path / "pages")
    assert main(["--to", str(tmp_path / "target")]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "01_tensor has no page: there is no site/pages/01_tensor.md."
    assert len(said) == len(load(ROOT).modules) + 1
    assert "No module has a page." in (tmp_path / "target" / "index.html").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize(
    "front",
    [
        "",
        *(
            f"---\n{line}\n---\n"
            for line in ("notebook: 01_tensor", "card: cat 1", "card: curve 4")
        ),
    ],
)
def test_a_page_that_does_not_say_what_its_card_shows_stops_the_build(
    tmp_path: Path, front: str
) -> None:
    page = tmp_path / "08_errors.md"
    page.write_text(f"{front}# T\n", encoding="utf-8")
    with pytest.raises(
        ExtensionError, match=r"08_errors.md: 'card' must give a drawing .*'card: numbers 1'"
    ):
        chosen(page)


def test_publishing_replaces_pages_and_keeps_slides_and_recordings(tmp_path: Path) -> None:
    built, target = tmp_path / "built", tmp_path / "target"
    for folder, name in (
        (built, "new.html"),
        (target, "old.html"),
        (target / "slides", "deck.html"),
    ):
        folder.mkdir(exist_ok=True)
        (folder / name).write_text("x", encoding="utf-8")
    publish(built, target)
    assert sorted(path.name for path in target.rglob("*.html")) == ["deck.html", "new.html"]


def test_sections_are_taken_without_tasks_and_graded_cells() -> None:
    text = extract(LAYERS, "2. The linear transformation", {})
    assert "### Where the weights start" in text and "scores = untrained(Tensor(images))" in text
    assert "Task 2" not in text and "BEGIN SOLUTION" not in text and "**Points" not in text
    graded = [cell.source for cell in LAYERS.cells if grading(cell)]
    open_parts = [
        getattr(part, "source", part) for section in sections(LAYERS) for part in section.parts
    ]
    assert not set(graded) & set(open_parts)


@pytest.mark.parametrize(
    ("heading", "options", "complaint"),
    [
        ("No such section", {}, "0 sections"),
        ("6. Experiments", {}, "has no `:alt:` text"),
        ("Overview", {"alt": ["a picture"]}, "there is no picture"),
        ("Overview", {"drop": ["No such words"]}, "0 paragraphs"),
    ],
)
def test_a_block_that_does_not_fit_the_notebook_stops_the_build(
    heading: str, options: dict[str, list[str]], complaint: str
) -> None:
    with pytest.raises(ExtensionError, match=complaint):
        extract(LAYERS, heading, options)


def test_mentioned_sections_become_links() -> None:
    page = "## 5. Memory\n\nSee section 5, sections 5 and 9, section 2.2, `section 5`.\n\n"
    page += "```text\nsection 5\n```\n"
    assert link_sections(page) == page.replace(
        "See section 5, sections 5 and 9",
        "See [section 5](#5-memory), [sections 5](#5-memory) and 9",
    )
    assert slug("8. `matmul`, twice!") == "8-matmul-twice"


def test_only_what_is_published_has_a_link(tmp_path: Path) -> None:
    titles = [title for title, _, _ in launch_links(Links(), MODULE, tmp_path)]
    assert titles == ["Work on your own machine"]
    (tmp_path / "slides").mkdir()
    (tmp_path / "slides" / "03_layers.html").write_text("deck", encoding="utf-8")
    found = {
        title: address
        for title, address, _ in launch_links(Links(student_edition="a/b"), MODULE, tmp_path)
    }
    assert found["Slides"] == "slides/03_layers.html"
    assert found["Open in Binder"] == (
        "https://mybinder.org/v2/gh/a/b/HEAD?urlpath=lab/tree/modules/03_layers/layers.ipynb"
    )


def test_no_player_without_a_recording(tmp_path: Path) -> None:
    script = tmp_path / "03_layers.md"
    assert audio_overview(MODULE, script, tmp_path) == ""
    script.write_text("# Title\n\nx < y, read\naloud.\n", encoding="utf-8")
    alone = audio_overview(MODULE, script, tmp_path)
    assert (
        "<audio" not in alone and "<p>x &lt; y, read aloud.</p>" in alone and "Title" not in alone
    )
    (tmp_path / "audio").mkdir()
    (tmp_path / "audio" / "03_layers.mp3").write_bytes(b"sound")
    assert 'src="audio/03_layers.mp3"' in audio_overview(MODULE, script, tmp_path)
