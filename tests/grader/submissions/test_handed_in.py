"""One person's hand-in: which file counts, what is reported, how much is read."""

from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from hostile_zips import zip_of

from grader.course.manifest import Limits, Module
from grader.submissions import handin
from grader.submissions.handin import HandIn, shown
from grader.submissions.sender import Sender
from grader.submissions.upload import CannotRead, Entry

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
SIZE = 1_000


@pytest.fixture
def one(tmp_path: Path) -> HandIn:
    """A person whose module also takes the file data.csv."""
    module = Module(id="03_layers", title="Layers", points={"a": 1}, files=["data.csv"])
    return HandIn(Sender("ada", ""), module, Limits(), {"a"}, tmp_path / "spool")


def entry(name: str, content: bytes, time: datetime = NOON) -> Entry:
    return Entry(name, time, partial(read, content))


def read(content: bytes, most: int) -> bytes:
    if len(content) > most:
        raise CannotRead("too large")
    return content


def take(one: HandIn, file: str, content: bytes, time: datetime = NOON, **more: object) -> None:
    one.take(Sender("ada", file, **more), entry(f"ada/{file}", content, time))  # type: ignore[arg-type]


def test_the_newest_counts(one: HandIn) -> None:
    for number in (2, 3, 1):
        take(one, f"layers-{number}.ipynb", b"%d" % number, NOON + timedelta(hours=number))
    assert one.spool.read_bytes() == b"3"
    (note,) = one.about("ada")
    assert note.startswith("ada: 'ada/layers-3.ipynb' is used as the newest; not used: ")


def test_of_two_of_one_time_that_which_was_handed_in_later(one: HandIn) -> None:
    for order in (2, 3, 1):
        take(one, "layers.ipynb", b"%d" % order, order=order)
    assert one.spool.read_bytes() == b"3"


def test_canvas_s_number_comes_before_the_time_of_the_download(one: HandIn) -> None:
    take(one, "layers.ipynb", b"later", platform="canvas", order=9)
    take(one, "layers.ipynb", b"earlier", NOON + timedelta(seconds=2), platform="canvas", order=1)
    assert one.spool.read_bytes() == b"later"


def test_files_that_the_module_names_are_kept(one: HandIn) -> None:
    take(one, "layers.ipynb", b"{}")
    take(one, "data.csv", b"old")
    take(one, "data.csv", b"new", NOON + timedelta(hours=1))
    take(one, "work.zip", zip_of({"a/data.csv": b"of another hour"}), NOON - timedelta(hours=1))
    assert {name: content for name, (_, content) in one.files.items()} == {"data.csv": b"new"}
    assert one.about("ada") == []


def test_why_there_is_nothing_is_told_by_what_comes_closest_to_a_notebook(one: HandIn) -> None:
    assert one.problem == "no notebook was handed in"
    take(one, "notes.pdf", b"")
    assert one.problem == "'ada/notes.pdf': it is not a notebook"
    take(one, "tensor.ipynb", b"{}")
    assert one.problem == "'ada/tensor.ipynb': it is not the notebook of 03_layers"
    take(one, "work.zip", b"PK")
    assert one.problem.startswith("'ada/work.zip': it is a zip that cannot be read")
    assert one.about("ada")[0] == f"ada: cannot be graded: {one.problem}"


@pytest.mark.parametrize(
    "receipt", [b"\xff\xfe", b"sha256: " + b" " * 90_000, b"module: 03_layers\nsha256: 00"]
)
def test_cannot_gain_by_a_receipt_that_is_none(one: HandIn, receipt: bytes) -> None:
    take(one, "layers.ipynb", b"{}")
    take(one, "layers-receipt.txt", receipt)
    assert one.about("ada") == ["ada: the receipt does not match this file"]


def test_cannot_have_a_receipt_read_that_is_too_long(one: HandIn) -> None:
    take(one, "layers.ipynb", b"{}")
    take(one, "layers-receipt.txt", b" " * 200_000)
    assert one.about("ada") == ["ada: left out: 'ada/layers-receipt.txt': too large"]


def test_cannot_have_more_read_than_allowed(one: HandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handin, "MOST_READ", 3)
    for number in range(5):
        take(one, f"{number}.ipynb", b"{}")
    assert sum("more than 3 files" in each.why for each in one.left) == 2


def test_cannot_have_more_unpacked_than_allowed(
    one: HandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handin, "MB", SIZE)
    take(one, "work.zip", zip_of({f"{number}.ipynb": b"0" * 10 * SIZE for number in range(20)}))
    allowed = handin.MOST_UNPACKED * one.limits.notebook_megabytes * SIZE
    assert one._unpacked <= allowed + one.limits.notebook_megabytes * SIZE
    assert any("larger than 50 MB in all" in each.why for each in one.left)


def test_cannot_have_more_looked_at_than_allowed(
    one: HandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handin, "MOST_FILES", 3)
    for number in range(10):
        take(one, f"{number}.py", b"")
    assert len(one.left) == 3
    assert one.about("ada")[-1] == "ada: left out: 7 more"


def test_a_long_name_is_shown_by_its_ends() -> None:
    assert shown("a\x1b") == r"'a\x1b'"
    assert len(shown("x" * 5_000)) < 130
