"""`grader lite`: what it says, and that a mistake is one line and exit code 2."""

import threading
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from grader.cli import main
from grader.course.manifest import load
from grader.course.term import ROOT, Course
from grader.release.lite.serve import server


def run(course: Course | Path, *arguments: str) -> Result:
    folder = course.folder if isinstance(course, Course) else course
    return CliRunner(env={"PYODIDE": None}).invoke(
        main, ["--course", str(folder), "lite", *arguments]
    )


def complaint(result: Result) -> str:
    assert result.exit_code == 2, result.output
    (line,) = result.stderr.splitlines()
    return line.removeprefix("Error: ")


def test_it_says_where_the_site_is_and_what_to_do_with_it(
    term: Course, made_up: Path, tmp_path: Path
) -> None:
    result = run(
        term, "--module", "tensor", "--pyodide", str(made_up), "--to", str(tmp_path / "site")
    )
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("Site of 01_tensor, ")
    assert f"MB: {tmp_path / 'site'}\n" in result.stdout
    assert "any host of static files" in result.stdout
    assert (tmp_path / "site" / "notebooks" / "index.html").is_file()


def test_without_pyodide_it_says_where_to_get_it(term: Course, tmp_path: Path) -> None:
    said = complaint(run(term, "--to", str(tmp_path / "site")))
    assert "pyodide-0.27.7.tar.bz2" in said
    assert not (tmp_path / "site").exists()


def test_before_the_release_the_next_step_is_named(tmp_path: Path) -> None:
    assert "make release" in complaint(run(tmp_path))


def test_an_unknown_module_is_answered_with_those_that_there_are(tmp_path: Path) -> None:
    known = ", ".join(module.id for module in load(ROOT).modules)
    assert known in complaint(run(tmp_path, "--module", "lairs"))


def test_a_taken_port_is_named_before_anything_is_built(
    term: Course, made_up: Path, tmp_path: Path
) -> None:
    with server(tmp_path) as other:
        port = other.server_port
        said = complaint(
            run(
                term,
                "--pyodide",
                str(made_up),
                "--to",
                str(tmp_path / "site"),
                "--serve",
                str(port),
            )
        )
    assert said.startswith(f"Port {port} is taken: give another one, for example --serve ")
    assert not (tmp_path / "site").exists()


def test_the_server_gives_files_their_types_and_nothing_above_its_folder(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    for name in ("a.js", "a.wasm", "a.html"):
        (tmp_path / "site" / name).write_text("", encoding="utf-8")
    with server(tmp_path / "site") as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        url = f"http://127.0.0.1:{running.server_port}"
        types = {}
        for name in ("a.js", "a.wasm", "a.html"):
            with urllib.request.urlopen(f"{url}/{name}") as answer:
                types[name] = answer.headers.get_content_type()
        with pytest.raises(urllib.error.HTTPError, match="404") as refused:
            urllib.request.urlopen(f"{url}/../secret")
        refused.value.close()
        running.shutdown()
        thread.join()
    assert types == {"a.js": "text/javascript", "a.wasm": "application/wasm", "a.html": "text/html"}


def test_a_port_that_is_not_a_number_is_refused(tmp_path: Path) -> None:
    result = run(tmp_path, "--serve", "eighty")
    assert result.exit_code == 2
    assert "'eighty' is not a valid integer" in result.stderr
