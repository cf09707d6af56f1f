"""The watch: what arrives is graded once, at the start or when it comes, and feedback follows."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from kit import answered

from grader.course.manifest import Module
from grader.course.term import Course
from grader.feedback.pages import Page
from grader.submissions.inbox import Inbox
from grader.submissions.settling import Settling
from grader.watch import pages as pages_module
from grader.watch.pages import PageWriter
from grader.watch.watch import events, watch

ROUNDS = 2_000  # looks at the folder, after which a test fails that waits for a line


class AtOnce(Settling):
    """Settling without a wait: files of these tests are moved into place."""

    def rests(self, path: Path) -> float:
        super().rests(path)
        return 60.0


@pytest.fixture
def module(fresh_term: Course) -> Module:
    return fresh_term.manifest.module("activations")


@pytest.fixture
def work(fresh_term: Course, module: Module) -> bytes:
    return nbformat.writes(answered(fresh_term, module)).encode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


class Run:
    """One watch from its start to its end, driven by what a test hands in."""

    def __init__(self, course: Course, module: Module, folder: Path) -> None:
        self.course, self.module, self.folder = course, module, folder
        self.lines: list[str] = []

    def __call__(self, script: Callable[["Run"], Iterator[Any]] = lambda run: iter(())) -> None:
        limits = self.course.manifest.limits
        inbox = Inbox(
            self.course, self.module, self.folder, note=self.lines.append,
            settling=AtOnce(limits.notebook_megabytes),
        )  # fmt: skip

        def changes() -> Iterator[Any]:
            system = iter(events(inbox.folder))
            yield next(system)
            for condition in script(self):
                for _ in range(ROUNDS):
                    yield next(system)
                    if condition():
                        break
                else:
                    pytest.fail(f"it did not come to this: {self.lines}")

        watch(
            self.course, self.module, inbox, jobs=1, engine="wall", unsafe=False,
            say=self.lines.append, changes=changes(),
        )  # fmt: skip

    def put(self, name: str, data: bytes) -> None:
        """Hand in, as a platform does that moves a complete file into place."""
        aside = self.folder.parent / "aside"
        aside.write_bytes(data)
        aside.rename(self.folder / name)

    def about(self, student: str) -> list[str]:
        return [line for line in self.lines if f" {student}: " in line]

    def page(self, student: str) -> Path:
        return self.course.feedback(student, self.module) / f"{self.module.name}.html"


def test_what_was_there_and_what_arrives_is_graded_and_never_again(
    fresh_term: Course, module: Module, folder: Path, work: bytes
) -> None:
    run = Run(fresh_term, module, folder)
    run.put("ada_activations.ipynb", work)

    def script(run: Run) -> Iterator[Any]:
        (line,) = run.about("ada")
        assert "37 of 40, 3 still to be graded; ok; " in line
        run.put("ben_activations.ipynb", work[:-500])
        yield lambda: run.about("ben")
        run.put("cara_activations.ipynb", work)
        # Pages are written two at a time: the first to be asked for need not be the first there.
        yield lambda: run.about("cara") and all(run.page(n).is_file() for n in ("ada", "ben"))

    run(script)
    assert "0 of 40; unreadable; " in run.about("ben")[0]
    assert "activations.ipynb is not a notebook" in run.about("ben")[0]
    csv = (fresh_term.folder / "grades.csv").read_text(encoding="utf-8")
    assert all(f",{name}," in csv for name in ("ada", "ben", "cara"))

    again = Run(fresh_term, module, folder)
    run.put("dina_activations.ipynb", work)
    run.page("ben").unlink()

    def next_day(run: Run) -> Iterator[Any]:
        assert [name for name in ("ada", "ben", "cara", "dina") if run.about(name)] == ["dina"]
        run.put("ada_activations.ipynb", work.replace(b"np.exp", b"np.sin"))
        yield lambda: run.about("ada")
        yield run.page("ben").is_file  # its page was missing at the start

    again(next_day)
    assert "; ok; " not in again.about("ada")[0]
    assert any(line.startswith("02_activations: 1 graded at the start") for line in again.lines)


def test_exceptions_count_and_a_mistake_in_their_file_stops_nothing(
    fresh_term: Course, module: Module, folder: Path, work: bytes
) -> None:
    file = fresh_term.folder / "exceptions.yml"
    file.write_text("excused:\n  - {module: activations, exercise: q4-why-relu}\n")
    run = Run(fresh_term, module, folder)
    run.put("ada_activations.ipynb", work)

    def script(run: Run) -> Iterator[Any]:
        (line,) = run.about("ada")
        assert "37 of 37; ok; " in line
        file.write_text("excused: [")
        run.put("ben_activations.ipynb", work)
        yield lambda: run.about("ben")
        file.write_text("")

    run(script)
    assert "37 of 40, 3 still to be graded" in run.about("ben")[0]
    assert ",ben," in (fresh_term.folder / "grades.csv").read_text(encoding="utf-8")


def test_a_page_that_is_plain_is_said(
    fresh_term: Course, module: Module, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines: list[str] = []
    writer = PageWriter(fresh_term, module, lines.append)
    writer._tell(Page("ada"))
    writer._tell(Page("ben", "it took too long"))
    assert lines == ["  ben: a plain page with the points alone, since it took too long"]


def test_pages_are_written_once_for_whoever_was_asked_for_twice(
    fresh_term: Course, module: Module, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Connection:
        """The end of a pipe with two orders in it."""

        orders, sent = [["ada", "ben"], ["ada"]], list[list[Page]]()

        def poll(self) -> bool:
            return bool(self.orders)

        def recv(self) -> list[str]:
            if not self.orders:
                raise EOFError
            return self.orders.pop(0)

        def send(self, pages: list[Page]) -> None:
            self.sent.append(pages)

    monkeypatch.setattr(pages_module.os, "nice", lambda _: 0)
    monkeypatch.setattr(
        pages_module, "write_feedback", lambda course, module, who: [Page(each) for each in who]
    )
    connection = Connection()
    pages_module.serve(connection, fresh_term, module.id)  # type: ignore[arg-type]
    assert connection.sent == [[Page("ada"), Page("ben")]]
