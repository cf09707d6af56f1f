"""docs/adding-a-module.md, followed to the letter in a copy of the repository."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from guide import FILES, GUIDE, NOTEBOOK, with_entry

from grader.course.term import ROOT

PARTS = ("binder", "docs", "grader", "modules", "site", "tests", "tinytorch", "workbench")
NOTEBOOK_MADE = "modules/08_errors/errors.ipynb"
PAGE = "site/pages/08_errors.md"


def files(root: Path) -> dict[str, bytes]:
    """Path -> content of everything that git would see."""
    found = [path for path in root.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    return {str(path.relative_to(root)): path.read_bytes() for path in found}


def run(root: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a Python command of the copy, in the copy."""
    environment = {**os.environ, "PYTHONPATH": str(root)}
    environment.pop("COURSE", None)
    return subprocess.run(
        [sys.executable, *command], cwd=root, env=environment, capture_output=True, text=True
    )


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository in which the guide's three steps are done, and nothing else."""
    root = tmp_path_factory.mktemp("repository")
    ignored = shutil.ignore_patterns("__pycache__", ".*")
    for part in PARTS:
        shutil.copytree(ROOT / part, root / part, ignore=ignored)
    for part in ("README.md", "constraints.txt", "nbs_config.yml", "pyproject.toml"):
        shutil.copyfile(ROOT / part, root / part)
    for name, text in FILES.items():
        if name.startswith(("tests/answers/", "build/")):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
    manifest = root / "nbs_config.yml"
    manifest.write_text(with_entry(manifest.read_text(encoding="utf-8")), encoding="utf-8")
    (root / NOTEBOOK_MADE).parent.mkdir()
    made = run(root, "-m", "jupytext", "--to", "ipynb", NOTEBOOK, "-o", NOTEBOOK_MADE)
    assert made.returncode == 0, made.stderr
    assert f"[jupytext] Writing {NOTEBOOK_MADE}" in made.stdout
    return root


@pytest.fixture(scope="module")
def exported(copy: Path) -> Path:
    """The copy after `grader export`, which writes what the guide says and changes nothing else."""
    before = files(copy)
    done = run(copy, "-m", "grader", "export")
    assert done.returncode == 0, done.stderr
    assert sorted(done.stdout.splitlines()) == sorted(
        f"Written: {path}"
        for path in (NOTEBOOK_MADE, "tinytorch/_modidx.py", "tinytorch/core/errors.py", "README.md")
    )
    assert all(line in GUIDE for line in done.stdout.splitlines())
    after = files(copy)
    changed = {name for name in after if after[name] != before.get(name)}
    assert before.keys() <= after.keys()
    assert changed == {
        NOTEBOOK_MADE, "README.md", "tinytorch/_modidx.py", "tinytorch/core/errors.py",
        "tinytorch/tables/08_errors.json",
    }  # fmt: skip
    return copy


def test_the_check_finds_nothing(exported: Path) -> None:
    done = run(exported, "-m", "grader", "check")
    assert done.returncode == 0, done.stdout
    assert done.stdout.startswith("Nothing is wrong: ")


def test_the_table_of_modules_has_the_new_one(exported: Path) -> None:
    text = (exported / "README.md").read_text(encoding="utf-8")
    assert "| `08_errors` | The mean squared error: one number that says" in text


def test_the_answers_are_told_apart_as_the_guide_shows(exported: Path) -> None:
    done = run(exported, "-m", "grader", "answers", "--module", "errors")
    assert done.returncode == 0, done.stdout
    assert len(done.stdout.splitlines()) == 2
    assert all(line in GUIDE for line in done.stdout.splitlines())


def test_the_release_and_the_edition_are_made(exported: Path, tmp_path: Path) -> None:
    grader = ("-m", "grader", "--course", str(tmp_path / "term"))
    done = run(exported, *grader, "release", "--module", "errors")
    assert done.stdout.startswith("Released 08_errors, 9 points: ")
    done = run(
        exported, *grader, "student", "--module", "errors", "--to", str(tmp_path / "edition")
    )
    assert done.stdout.startswith("Student edition of 08_errors: ")
    assert (tmp_path / "edition" / "tinytorch" / "core" / "layers.py").is_file()
    assert not (tmp_path / "edition" / "tinytorch" / "core" / "errors.py").exists()


def test_the_proof_holds(exported: Path, tmp_path: Path) -> None:
    done = run(exported, "-m", "grader", "--course", str(tmp_path), "proof", "--module", "errors")
    assert done.returncode == 0, done.stderr
    rows = [" ".join(line.split()) for line in done.stdout.splitlines()]
    shown = [" ".join(line.split()) for line in GUIDE.splitlines()]
    for name in ("mse ", "q1-error "):
        (row,) = [row for row in rows if row.startswith(name)]
        assert row in shown


def test_the_site_is_built_without_a_page_or_slides_and_says_so(exported: Path) -> None:
    for old in [
        *(exported / "site" / "pages").glob("0*"),
        *(exported / "site" / "slides").glob("0*"),
    ]:
        old.unlink()
    index = exported / "site" / "pages" / "index.md"
    index.write_text(
        "# T\n\n```{cards}\n```\n\n```{toctree}\n:glob:\n\n[0-9]*\n```\n", encoding="utf-8"
    )
    (exported / PAGE).write_text(FILES[PAGE], encoding="utf-8")
    target = exported / "build" / "site"
    done = run(exported, "site/slides/command.py", "--to", str(target / "slides"))
    assert "08_errors has no slides: there is no site/slides/08_errors.md.\n" in done.stdout
    done = run(exported, "site/publish.py", "--to", str(target))
    assert done.returncode == 0, done.stderr
    assert "08_errors has no page" not in done.stdout
    assert "03_layers has no page: there is no site/pages/03_layers.md.\n" in done.stdout
    assert 'href="08_errors.html"' in (target / "index.html").read_text(encoding="utf-8")
