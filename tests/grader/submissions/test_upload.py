"""The files in a folder: in order, without what systems add, and never one that lies elsewhere."""

import os
import sys
import threading
from pathlib import Path

import pytest

from grader.submissions.upload import DEEPEST, CannotRead, in_folder, is_noise

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="made for a system with links")


def write(path: Path, text: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def contents(folder: Path) -> dict[str, str]:
    """name -> content, or why it is not read."""
    found = {}
    for entry in in_folder(folder):
        try:
            found[entry.name] = entry.read(1_000).decode()
        except CannotRead as error:
            found[entry.name] = f"! {error}"
    return found


def test_every_file_is_found_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b/x", "a/y", "a/b/c/z", "top"):
        write(tmp_path / name, name)
    assert list(contents(tmp_path).items()) == [
        (name, name) for name in ("a/b/c/z", "a/y", "b/x", "top")
    ]


def test_the_folder_that_is_given_may_be_a_link(tmp_path: Path) -> None:
    write(tmp_path / "in" / "a", "1")
    (tmp_path / "link").symlink_to("in")
    assert contents(tmp_path / "link") == {"a": "1"}


@pytest.mark.parametrize(
    "name", [".git/x", "a/__MACOSX/b", "a/._b", "a/.ipynb_checkpoints/b.ipynb"]
)
def test_what_systems_add_is_noise(name: str) -> None:
    assert is_noise(name)
    assert not is_noise("a/b.ipynb")


def test_links_are_named_and_not_followed(tmp_path: Path) -> None:
    write(tmp_path / "outside" / "secret", "secret")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "file").symlink_to("../outside/secret")
    (folder / "folder").symlink_to("../outside")
    (folder / "nowhere").symlink_to("x")
    why = "! it is a link; replace it with the files themselves"
    assert contents(folder) == {"file": why, "folder/": why, "nowhere": why}


def test_cannot_lie_deeper_than_allowed(tmp_path: Path) -> None:
    write(tmp_path.joinpath(*["d"] * DEEPEST, "x"), "1")
    assert contents(tmp_path) == {"d/" * DEEPEST + "x": "1"}
    write(tmp_path.joinpath(*["d"] * (DEEPEST + 1), "x"), "1")
    assert f"! it is more than {DEEPEST} folders deep" in contents(tmp_path).values()


def test_a_name_that_is_no_text_is_read_as_well(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    with open(os.fsencode(folder) + b"/\xff.ipynb", "wb") as file:
        file.write(b"1")
    assert contents(folder) == {"\udcff.ipynb": "1"}


def test_cannot_be_swapped_for_a_link_while_it_is_read(tmp_path: Path) -> None:
    """Whatever the moment: what is read is the folder's own file, or nothing."""
    write(tmp_path / "outside" / "work", "secret")
    folder = tmp_path / "in"
    write(folder / "eve" / "work", "own")
    stop = threading.Event()

    def swap() -> None:
        while not stop.is_set():
            (folder / "eve").rename(tmp_path / "aside")
            (folder / "eve").symlink_to(tmp_path / "outside")
            (folder / "eve").unlink()
            (tmp_path / "aside").rename(folder / "eve")

    thread = threading.Thread(target=swap)
    thread.start()
    try:
        for _ in range(300):
            assert "secret" not in contents(folder).values()
    finally:
        stop.set()
        thread.join()
