"""A site holds the release and the package before it, nothing secret, and calls no other host."""

import hashlib
import json
import re
import zipfile
from pathlib import Path

import pytest

from grader.course.errors import CourseError
from grader.course.notebook import read
from grader.course.package import package_files
from grader.course.term import ROOT, Course
from grader.proof.check import MARKERS, secret_lines
from grader.release.lite import site as site_module
from grader.release.lite.pyodide import open_pyodide
from grader.release.lite.site import MARKER_FILE, build_site

OUTSIDE = re.compile(
    r"""(?:src|href|action)\s*=\s*["']?https?://|url\(\s*["']?https?://|@import\s+["']https?://"""
)


def texts(folder: Path) -> dict[str, str]:
    """The texts of the course in a site: pages, settings, notebooks and its package."""
    static = "extensions/tinytorch-lite/static"
    names = ["index.html", "jupyter-lite.json", "files/layers.ipynb", f"{static}/remoteEntry.js",
             f"{static}/bar.css", MARKER_FILE, "static/pyodide/pyodide-lock.json"]  # fmt: skip
    found = {name: (folder / name).read_text(encoding="utf-8") for name in names}
    with zipfile.ZipFile(package(folder)) as wheel:
        return found | {name: wheel.read(name).decode() for name in wheel.namelist()}


def package(folder: Path) -> Path:
    (wheel,) = (folder / "static" / "pyodide").glob("tinytorch-*.whl")
    return wheel


def test_the_notebook_is_the_release_byte_for_byte(term: Course, made_up_site: Path) -> None:
    release = term.release(term.manifest.module("layers"))
    assert (made_up_site / "files" / "layers.ipynb").read_bytes() == release.read_bytes()
    assert [path.name for path in (made_up_site / "files").iterdir()] == ["layers.ipynb"]


def test_the_package_is_the_reference_of_the_modules_before(
    term: Course, made_up_site: Path
) -> None:
    with zipfile.ZipFile(package(made_up_site)) as wheel:
        held = {
            name: wheel.read(name) for name in wheel.namelist() if name.startswith("tinytorch/")
        }
    wanted = package_files(term, term.manifest.module("layers"))
    assert held == {path.as_posix(): (ROOT / path).read_bytes() for path in wanted}
    assert "tinytorch/core/layers.py" not in held


def test_it_tells_no_solution_and_no_hidden_test(term: Course, made_up_site: Path) -> None:
    public = (ROOT / "tinytorch" / "checks.py").read_text(encoding="utf-8")
    secrets = secret_lines(read(term.source(term.manifest.module("layers"))), public)
    assert len(secrets) > 100
    told = texts(made_up_site)
    told["files/layers.ipynb"] = "\n".join(
        cell.source for cell in read(made_up_site / "files" / "layers.ipynb").cells
    )
    for name, text in told.items():
        assert not [line for line in secrets if line in text], name
        assert not [marker for marker in MARKERS if marker in text], name


def test_what_we_wrote_names_no_other_host(made_up_site: Path) -> None:
    for name, text in texts(made_up_site).items():
        if not name.endswith((".ipynb", ".py", "digits/SOURCE.md")):
            assert not re.findall(r"https?://(?!127\.0\.0\.1)", text), name


def test_no_page_or_style_of_the_site_loads_from_another_host(made_up_site: Path) -> None:
    pages = [path for path in made_up_site.rglob("*") if path.suffix in (".html", ".css")]
    assert len(pages) > 3
    assert {path.name: OUTSIDE.findall(path.read_text(encoding="utf-8")) for path in pages} == {
        path.name: [] for path in pages
    }


def test_python_comes_from_the_site_itself(made_up_site: Path) -> None:
    config = json.loads((made_up_site / "jupyter-lite.json").read_text(encoding="utf-8"))[
        "jupyter-config-data"
    ]
    kernel = config["litePluginSettings"]["@jupyterlite/pyodide-kernel-extension:kernel"]
    assert kernel["pyodideUrl"] == "./static/pyodide/pyodide.js"
    assert kernel["disablePyPIFallback"] is True
    assert {each["name"] for each in config["federated_extensions"]} == {
        "@jupyterlite/pyodide-kernel-extension", "tinytorch-lite",
    }  # fmt: skip


def test_the_lock_names_all_that_is_loaded_and_each_file_is_there(made_up_site: Path) -> None:
    folder = made_up_site / "static" / "pyodide"
    packages = json.loads((folder / "pyodide-lock.json").read_text(encoding="utf-8"))["packages"]
    config = json.loads((made_up_site / "jupyter-lite.json").read_text(encoding="utf-8"))[
        "jupyter-config-data"
    ]
    (kernel,) = config["litePluginSettings"].values()
    loaded = {name.replace("_", "-") for name in kernel["loadPyodideOptions"]["packages"]}
    assert loaded <= packages.keys()
    for entry in packages.values():
        assert (
            hashlib.sha256((folder / entry["file_name"]).read_bytes()).hexdigest()
            == entry["sha256"]
        )
        assert {name.replace("_", "-") for name in entry["depends"]} <= packages.keys()


def test_the_first_page_names_its_module(made_up_site: Path) -> None:
    page = (made_up_site / "index.html").read_text(encoding="utf-8")
    assert "<h1>Module 03: Layers</h1>" in page
    assert "notebooks/index.html?path=layers.ipynb" in page
    assert not re.search(r"\{(course|title|name|megabytes)\}", page)


def test_a_site_is_replaced_as_a_whole(term: Course, made_up: Path, tmp_path: Path) -> None:
    target = tmp_path / "site"
    target.mkdir()
    (target / MARKER_FILE).write_text("an old one", encoding="utf-8")
    (target / "files").mkdir()
    (target / "files" / "tensor.ipynb").write_text("of an old one", encoding="utf-8")
    build_site(term, term.manifest.module("activations"), open_pyodide(made_up), target)
    assert [path.name for path in (target / "files").iterdir()] == ["activations.ipynb"]
    assert {path.name for path in tmp_path.iterdir()} == {"pyodide", "site"}


def test_a_folder_of_somebody_else_s_is_left_alone(
    term: Course, made_up: Path, tmp_path: Path
) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("years of work", encoding="utf-8")
    with pytest.raises(CourseError, match=r"has files that `grader lite` did not make.*--to"):
        build_site(term, term.manifest.module("layers"), open_pyodide(made_up), tmp_path / "mine")
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["thesis.txt"]


def test_a_build_that_fails_leaves_the_old_site(
    term: Course, made_up: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "site"
    target.mkdir()
    (target / MARKER_FILE).write_text("the old one", encoding="utf-8")

    def full(course: Course, module: object, site: Path) -> None:
        raise OSError(28, "No space left on device", str(site))

    monkeypatch.setattr(site_module, "_finish", full)
    with pytest.raises(OSError):
        build_site(term, term.manifest.module("layers"), open_pyodide(made_up), target)
    assert (target / MARKER_FILE).read_text(encoding="utf-8") == "the old one"
    assert {path.name for path in tmp_path.iterdir()} == {"pyodide", "site"}


def test_what_jupyterlite_complains_of_is_told(tmp_path: Path) -> None:
    config = {"LiteBuildConfig": {"federated_extensions": [str(tmp_path / "nowhere")]}}
    (tmp_path / "jupyter_lite_config.json").write_text(json.dumps(config), encoding="utf-8")
    with pytest.raises(
        CourseError, match=r"JupyterLite could not build the site: .*nowhere"
    ) as refused:
        site_module._run_jupyterlite(tmp_path, tmp_path / "site")
    assert "\n" not in refused.value.message
