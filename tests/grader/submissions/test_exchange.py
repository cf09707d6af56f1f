"""Collecting from nbgrader's exchange: sender and time come from the operating system."""

import os
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import nbformat
import pytest
from click.testing import CliRunner
from collecting import note_about, stamp, stored
from kit import answered

from grader.cli import main
from grader.course.manifest import Module
from grader.course.term import Course
from grader.submissions.collect import collect

LONG_AGO = "2026-01-01 10:00:00.000000 UTC"


@pytest.fixture
def module(fresh_term: Course) -> Module:
    return fresh_term.manifest.module("layers")


@pytest.fixture
def book(fresh_term: Course, module: Module) -> bytes:
    return nbformat.writes(answered(fresh_term, module)).encode()


@pytest.fixture
def exchange(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An exchange in which all that the tests make belongs to ada."""
    monkeypatch.setattr("grader.submissions.exchange._owner", lambda inbox, name: "ada")
    folder = tmp_path / "exchange"
    inbound(folder).mkdir(parents=True)
    return folder


def inbound(exchange: Path) -> Path:
    return exchange / "tinytorch" / "inbound"


def submit(
    exchange: Path, student: str, when: str | datetime, content: bytes, name: str = "layers.ipynb"
) -> Path:
    """Hand in as nbgrader's submit does, with a claimed time; return the notebook's path."""
    moment = when if isinstance(when, str) else f"{when:%Y-%m-%d %H:%M:%S.%f} UTC"
    folder = inbound(exchange) / f"{student}+03_layers+{moment}+abc123"
    folder.mkdir()
    (folder / name).write_bytes(content)
    (folder / "timestamp.txt").write_text("2001-01-01 00:00:00 UTC", encoding="utf-8")
    return folder / name


def now() -> datetime:
    return datetime.now(UTC)


def test_everybody_s_newest_is_taken(
    fresh_term: Course, module: Module, exchange: Path, book: bytes
) -> None:
    submit(exchange, "ada", now() - timedelta(minutes=2), b"{}")
    submit(exchange, "ada", now(), book)
    result = collect(fresh_term, module, exchange)
    assert result.collected == ["ada"]
    assert stored(fresh_term, module) == {"ada": book}


def test_collecting_again_brings_what_is_newer_only(
    fresh_term: Course, module: Module, exchange: Path, book: bytes
) -> None:
    submit(exchange, "ada", now(), book)
    collect(fresh_term, module, exchange)
    again = collect(fresh_term, module, exchange)
    assert (again.collected, again.unchanged) == ([], ["ada"])
    submit(exchange, "ada", now() + timedelta(seconds=1), book + b"\n")
    assert collect(fresh_term, module, exchange).collected == ["ada"]
    assert stored(fresh_term, module) == {"ada": book + b"\n"}


def test_a_notebook_of_another_name_is_known_by_its_cells(
    fresh_term: Course, module: Module, exchange: Path, book: bytes
) -> None:
    submit(exchange, "ada", now(), book, name="my work.ipynb")
    assert collect(fresh_term, module, exchange).collected == ["ada"]
    assert stored(fresh_term, module) == {"ada": book}


def test_the_command_knows_an_exchange_by_its_inbound_folder(
    fresh_term: Course, exchange: Path, book: bytes
) -> None:
    submit(exchange, "ada", now(), book)
    arguments = ["--course", str(fresh_term.folder), "collect", str(exchange), "--module", "layers"]
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0, done.output
    assert "03_layers: 1 collected, 0 already there." in done.output


def test_cannot_hand_in_as_another(
    fresh_term: Course, module: Module, exchange: Path, book: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    submit(exchange, "ada", now(), book)
    collect(fresh_term, module, exchange)
    submit(exchange, "ada", now() + timedelta(days=1), b'{"eve": 1}')
    owners = {"+abc123": "eve"}
    monkeypatch.setattr(
        "grader.submissions.exchange._owner", lambda inbox, name: owners.get(name[-7:], "ada")
    )
    result = collect(fresh_term, module, exchange)
    assert stored(fresh_term, module) == {"ada": book}
    assert "handed in as 'ada' by the account 'eve'" in note_about(result, "account")
    assert "TRUST_NAMES=1" in note_about(result, "account")


def test_where_one_account_writes_for_everybody_the_names_are_believed_on_request(
    fresh_term: Course, module: Module, exchange: Path, book: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("grader.submissions.exchange._owner", lambda inbox, name: "jovyan")
    submit(exchange, "ada", LONG_AGO, book)
    submit(exchange, "ben", LONG_AGO, book)
    assert collect(fresh_term, module, exchange).collected == []
    result = collect(fresh_term, module, exchange, trust_names=True)
    assert result.collected == ["ada", "ben"]
    assert stamp(fresh_term, module, "ada") == "2026-01-01 10:00:00"


def test_cannot_be_in_time_by_the_folder_s_name(
    fresh_term: Course, module: Module, exchange: Path, book: bytes
) -> None:
    before = now().replace(microsecond=0)
    submit(exchange, "ada", LONG_AGO, book)
    result = collect(fresh_term, module, exchange)
    assert datetime.fromisoformat(stamp(fresh_term, module, "ada")).replace(tzinfo=UTC) >= before
    assert "not at 2026-01-01 10:00" in note_about(result, "last changed")


def test_cannot_be_in_time_by_the_file_s_date(
    fresh_term: Course, module: Module, exchange: Path, book: bytes
) -> None:
    before = now().replace(microsecond=0)
    path = submit(exchange, "ada", now(), book)
    a_year_ago = time.time() - 365 * 86400
    os.utime(path, (a_year_ago, a_year_ago))
    os.utime(path.parent, (a_year_ago, a_year_ago))
    collect(fresh_term, module, exchange)
    assert datetime.fromisoformat(stamp(fresh_term, module, "ada")).replace(tzinfo=UTC) >= before


def test_cannot_hand_in_the_source_by_a_link(
    fresh_term: Course, module: Module, exchange: Path
) -> None:
    path = submit(exchange, "ada", now(), b"")
    path.unlink()
    path.symlink_to(fresh_term.source(module))
    result = collect(fresh_term, module, exchange)
    assert (result.refused, stored(fresh_term, module)) == (["ada"], {})
    assert "is a link or not a regular file" in note_about(result, "cannot be graded")


def test_cannot_hand_in_the_source_by_a_folder_that_is_a_link(
    fresh_term: Course, module: Module, exchange: Path
) -> None:
    (inbound(exchange) / f"ada+03_layers+{now():%Y-%m-%d %H:%M:%S} UTC+x").symlink_to(
        fresh_term.source(module).parent
    )
    result = collect(fresh_term, module, exchange)
    assert (result.refused, stored(fresh_term, module)) == (["ada"], {})
    assert "not a readable folder" in note_about(result, "cannot be graded")


def test_cannot_hand_in_another_s_file_by_a_hard_link(
    fresh_term: Course, module: Module, exchange: Path, book: bytes
) -> None:
    other = exchange / "of-another.ipynb"
    other.write_bytes(book)
    path = submit(exchange, "ada", now(), b"")
    path.unlink()
    os.link(other, path)
    result = collect(fresh_term, module, exchange)
    assert (result.refused, stored(fresh_term, module)) == (["ada"], {})


def test_cannot_hand_in_a_file_of_another_account(
    fresh_term: Course, module: Module, exchange: Path, book: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "grader.submissions.exchange._account", lambda handle: os.fstat(handle).st_uid + 1
    )
    submit(exchange, "ada", now(), book)
    result = collect(fresh_term, module, exchange)
    assert result.refused == ["ada"]
    assert "different account than its folder" in note_about(result, "cannot be graded")


@pytest.mark.parametrize(
    "kind", ["pipe", "dangling", "device", "folder", "empty", "no-folder", "pipe-as-folder"]
)
def test_cannot_stop_collecting_with_what_is_no_file(
    kind: str,
    fresh_term: Course,
    module: Module,
    exchange: Path,
    book: bytes,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        "grader.submissions.exchange._owner", lambda inbox, name: name.split("+")[0]
    )
    submit(exchange, "ada", now(), book)
    path = submit(exchange, "eve", now(), b"")
    folder = path.parent
    path.unlink()
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "dangling":
        path.symlink_to("nowhere")
    elif kind == "device":
        path.symlink_to("/dev/zero")
    elif kind == "folder":
        path.mkdir()
    else:
        (folder / "timestamp.txt").unlink()
        if kind != "empty":
            folder.rmdir()
        if kind == "no-folder":
            folder.write_bytes(book)
        elif kind == "pipe-as-folder":
            os.mkfifo(folder)
    result = collect(fresh_term, module, exchange)
    assert stored(fresh_term, module) == {"ada": book}
    assert (result.collected, result.refused) == (["ada"], ["eve"])
    assert note_about(result, "eve: cannot be graded")


def test_cannot_be_swapped_between_the_look_and_the_reading(
    fresh_term: Course, module: Module, exchange: Path, book: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that becomes a link after it was opened: what was opened is read."""
    path = submit(exchange, "ada", now(), book)
    folder, aside = path.parent, exchange / "aside"
    real = os.listdir

    def listdir(place: int | str) -> list[str]:
        names = real(place)
        if "layers.ipynb" in names and not folder.is_symlink():
            folder.rename(aside)
            folder.symlink_to(fresh_term.source(module).parent)
        return names

    monkeypatch.setattr("grader.submissions.exchange.os.listdir", listdir)
    collect(fresh_term, module, exchange)
    assert stored(fresh_term, module) in ({"ada": book}, {})


def test_a_folder_without_a_time_is_told(
    fresh_term: Course, module: Module, exchange: Path, book: bytes
) -> None:
    submit(exchange, "ada", "x" * 100, book)
    submit(exchange, "ada", "9999-99-99 00:00:00 UTC", book)
    result = collect(fresh_term, module, exchange)
    assert result.collected == []
    assert "and 1 more: its name has no valid time" in note_about(result, "time")


def test_names_with_a_plus_and_other_modules_are_told_apart(
    fresh_term: Course, module: Module, exchange: Path, book: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "grader.submissions.exchange._owner", lambda inbox, name: name.split("+03_layers", 1)[0]
    )
    submit(exchange, "ada+b", now(), book)
    (inbound(exchange) / "ada+02_activations+2026-01-01 00:00:00 UTC+x").mkdir()
    (student,) = collect(fresh_term, module, exchange).collected
    assert student.startswith("ada_b-")
