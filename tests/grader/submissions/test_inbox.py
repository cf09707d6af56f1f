"""The inbox: what arrives is collected once it is complete, from one person at a time."""

from datetime import UTC, datetime
from pathlib import Path

import nbformat
import pytest
from collecting import stored
from kit import answered

from grader.course.errors import CourseError
from grader.course.manifest import Module
from grader.course.term import Course
from grader.submissions import inbox as inbox_module
from grader.submissions.inbox import Inbox
from grader.submissions.settling import PATIENCE, QUIET, Settling


class Waiting(Settling):
    """Settling whose time is set by the test; at the start every file has just been written."""

    def __init__(self) -> None:
        self.time = 0.0
        super().__init__(10, lambda: self.time, lambda: 0.0)


@pytest.fixture
def module(fresh_term: Course) -> Module:
    return fresh_term.manifest.module("layers")


@pytest.fixture
def work(fresh_term: Course, module: Module) -> bytes:
    return nbformat.writes(answered(fresh_term, module)).encode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


@pytest.fixture
def time() -> Waiting:
    return Waiting()


@pytest.fixture
def notes() -> list[str]:
    return []


@pytest.fixture
def inbox(
    fresh_term: Course, module: Module, folder: Path, time: Waiting, notes: list[str]
) -> Inbox:
    return Inbox(fresh_term, module, folder, note=notes.append, settling=time)


def later(inbox: Inbox, time: Waiting, seconds: float = 2 * QUIET) -> list[str]:
    """What is collected after a look, some seconds and another look."""
    inbox.scan()
    inbox.collect()
    time.time += seconds
    inbox.scan()
    return inbox.collect()


def test_what_arrives_is_collected_once(
    fresh_term: Course, module: Module, folder: Path, work: bytes, inbox: Inbox, time: Waiting
) -> None:
    (folder / "zoe_layers.ipynb").write_bytes(work)
    assert later(inbox, time) == ["zoe"]
    assert stored(fresh_term, module) == {"zoe": work}
    assert later(inbox, time) == []
    (folder / "ada").mkdir()
    (folder / "ada" / "layers.ipynb").write_bytes(work)
    assert later(inbox, time) == ["ada"]


def test_a_part_of_a_file_waits_and_holds_up_nobody_else(
    fresh_term: Course, module: Module, folder: Path, work: bytes, inbox: Inbox, time: Waiting
) -> None:
    (folder / "zoe_layers.ipynb").write_bytes(work[:1000])
    (folder / "ada_layers.ipynb").write_bytes(work)
    assert later(inbox, time) == ["ada"]
    assert (inbox.waiting, list(stored(fresh_term, module))) == (1, ["ada"])
    (folder / "zoe_layers.ipynb").write_bytes(work)
    assert later(inbox, time) == ["zoe"]
    assert stored(fresh_term, module)["zoe"] == work


def test_a_broken_file_is_collected_after_a_while(
    folder: Path, work: bytes, inbox: Inbox, time: Waiting
) -> None:
    (folder / "zoe_layers.ipynb").write_bytes(work[:1000])
    assert later(inbox, time, PATIENCE) == ["zoe"]
    assert inbox.waiting == 0


def test_a_second_inbox_finds_nothing_new(
    fresh_term: Course, module: Module, folder: Path, work: bytes, inbox: Inbox, time: Waiting
) -> None:
    (folder / "zoe_layers.ipynb").write_bytes(work)
    assert later(inbox, time) == ["zoe"]
    again = Inbox(fresh_term, module, folder, settling=time)
    assert later(again, time) == []
    (folder / "zoe_layers.ipynb").write_bytes(work + b"\n")
    assert later(again, time) == ["zoe"]


def test_what_changes_while_it_is_read_is_not_graded(
    fresh_term: Course, module: Module, folder: Path, work: bytes, inbox: Inbox, time: Waiting,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    path, real = folder / "zoe_layers.ipynb", inbox_module.collect
    path.write_bytes(work)

    def slow(*arguments: object, **options: object) -> object:
        found = real(*arguments, **options)  # type: ignore[arg-type]
        path.write_bytes(work + b"\n")
        return found

    with monkeypatch.context() as patch:
        patch.setattr(inbox_module, "collect", slow)
        assert later(inbox, time) == []
    assert later(inbox, time) == ["zoe"]
    assert stored(fresh_term, module) == {"zoe": work + b"\n"}


def test_each_note_is_said_once(
    folder: Path, work: bytes, inbox: Inbox, time: Waiting, notes: list[str]
) -> None:
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    for name in ("zoe", "ada"):
        (folder / f"{name}_layers.ipynb").write_bytes(work)
        later(inbox, time)
    assert notes == ["left out: 'notes.txt': its name does not say whose it is"]


def test_in_an_exchange_the_time_is_written_last(
    fresh_term: Course, module: Module, tmp_path: Path, work: bytes, time: Waiting,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr("grader.submissions.exchange._owner", lambda inbox, name: "ada")
    moment = f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S.%f} UTC"
    place = tmp_path / "exchange" / "tinytorch" / "inbound" / f"ada+03_layers+{moment}+abc"
    place.mkdir(parents=True)
    (place / "layers.ipynb").write_bytes(work)
    inbox = Inbox(fresh_term, module, tmp_path / "exchange", settling=time)
    assert later(inbox, time) == []
    (place / "timestamp.txt").write_text(moment, encoding="utf-8")
    assert later(inbox, time) == ["ada"]
    assert stored(fresh_term, module) == {"ada": work}


def test_files_of_another_module_are_let_alone(
    folder: Path, work: bytes, inbox: Inbox, time: Waiting
) -> None:
    (folder / "zoe" / "01_tensor").mkdir(parents=True)
    (folder / "zoe" / "01_tensor" / "tensor.ipynb").write_bytes(work)
    assert later(inbox, time) == []
    assert inbox.waiting == 0


def test_what_cannot_be_watched_is_refused(fresh_term: Course, module: Module) -> None:
    folder = fresh_term.folder
    (folder / "in.zip").touch()
    with pytest.raises(CourseError, match=r"is not a folder: watch a folder .*grader collect"):
        Inbox(fresh_term, module, folder / "in.zip")
    with pytest.raises(CourseError, match="does not exist"):
        Inbox(fresh_term, module, folder / "nowhere")
    for place in (folder / "submitted", folder.parent):
        place.mkdir(exist_ok=True)
        with pytest.raises(CourseError, match="overlaps the term's folder"):
            Inbox(fresh_term, module, place)
    apart = folder.parent / "apart"
    apart.mkdir()
    with pytest.raises(CourseError, match="needs the groups"):
        Inbox(fresh_term, module, apart, r"(?P<student_id>.+)")
