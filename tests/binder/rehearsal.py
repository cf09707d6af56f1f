"""Binder without Docker: the steps of its image, in order, for a user with a home of its own.

Run by `grader binder`; it takes a few minutes and downloads the packages. Two rehearsals: of the
published student edition, and of the course's own repository, which somebody may launch by mistake.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from browser import closed_browser
from kit import answered, write_notebook

from grader.course.notebook import read
from grader.course.term import ROOT, Course
from grader.proof.check import secret_lines
from grader.release.edition import write_edition
from grader.release.make import release

NOBODY = 65534
STRICT = (
    "import nbclient, nbformat, sys; nb = nbformat.read(sys.argv[1], 4); "
    "nbclient.NotebookClient(nb).execute()"
)


class Image:
    """What repo2docker would build: a repository in a home folder, a Python with what it needs."""

    def __init__(self, home: Path, source: Path) -> None:
        self.home, self.repository, self.python = home, home / "repository", home / "env"
        subprocess.run(["git", "clone", "--quiet", source, self.repository], check=True)
        (home / "tmp").mkdir()
        for path in (home, *home.rglob("*")):
            if os.geteuid() == 0:
                os.chown(path, NOBODY, NOBODY, follow_symlinks=False)
        self.environment = {
            "HOME": str(home), "TMPDIR": str(home / "tmp"), "REPO_DIR": str(self.repository),
            "LANG": "C.UTF-8", "PATH": f"{self.python / 'bin'}:/usr/bin:/bin",
            **{key: value for key, value in os.environ.items() if key.startswith("PIP_")},
        }  # fmt: skip

    def command(self, *words: str | Path) -> dict[str, object]:
        """How to start a command in the image."""
        user = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
        return {
            "args": [str(word) for word in words],
            "cwd": self.repository,
            "env": self.environment,
            **user,
        }

    def run(self, *words: str | Path) -> float:
        """Run a command to its end and return how long it took, in seconds."""
        begin = time.monotonic()
        done = subprocess.run(**self.command(*words), capture_output=True, text=True)  # type: ignore[call-overload]
        if done.returncode:
            sys.exit(f"{' '.join(map(str, words))} failed:\n{done.stdout}\n{done.stderr}")
        return time.monotonic() - begin

    def build(self) -> None:
        """The steps of the Dockerfile."""
        python = shutil.which("python3.11", path="/usr/bin:/usr/local/bin") or sys.executable
        self.run(python, "-m", "venv", self.python)
        packages = self.run(
            "pip", "install", "--no-cache-dir", "--quiet", "-r", "binder/requirements.txt"
        )
        size = megabytes(self.python)
        finish = self.run("binder/postBuild")
        print(
            f"  packages {packages:.0f} s, {size} MB; postBuild {finish:.0f} s; "
            f"all of it {megabytes(self.home)} MB"
        )

    @contextmanager
    def started(self) -> Iterator[tuple[str, float]]:
        """The server's address, and when it was started."""
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        words = ("binder/start", "jupyter", "lab", "--no-browser", "--allow-root",
                 f"--ServerApp.port={port}", "--ServerApp.port_retries=0",
                 "--IdentityProvider.token=secret")  # fmt: skip
        begin = time.monotonic()
        log = (self.home / "tmp" / "server.log").open("w")
        server = subprocess.Popen(**self.command(*words), stdout=log, stderr=log)  # type: ignore[call-overload]
        try:
            while time.monotonic() < begin + 60:
                try:
                    urllib.request.urlopen(
                        f"http://127.0.0.1:{port}/api/status?token=secret"
                    ).close()
                    break
                except OSError:
                    time.sleep(0.1)
            yield f"http://127.0.0.1:{port}", begin
        finally:
            server.terminate()
            server.wait(timeout=20)
            log.close()


def megabytes(folder: Path) -> int:
    return round(
        sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir()) / 1024 / 1024
    )


def dockerfile(source: Path) -> str:
    """The Dockerfile that repo2docker writes for a repository; needs no Docker."""
    tool = [
        str(Path(sys.executable).with_name("jupyter-repo2docker")),
        "--no-build",
        "--debug",
        str(source),
    ]
    done = subprocess.run(tool, capture_output=True, text=True, check=True)
    return done.stdout + done.stderr


def check_dockerfile(text: str) -> None:
    """See that every one of our files has its place in the Dockerfile."""
    for line in (
        r'pip install --no-cache-dir -r "binder/requirements.txt"', r"RUN \./binder/postBuild",
        "R2D_ENTRYPOINT.*binder/start", "conda environment for python=3.11",
    ):  # fmt: skip
        if not re.search(line, text):
            sys.exit(f"The Dockerfile has no line like {line}")
    if "pip install --no-cache-dir ." in text.replace('-r "', ""):
        sys.exit("The Dockerfile installs the course's own package.")


def open_in_browser(image: Image, path: str) -> None:
    """Open the launch path, run the first code cell, and see the notice."""
    with image.started() as (address, begin), closed_browser() as closed:
        page = closed.context().new_page()
        page.goto(f"{address}{path}?token=secret")
        page.locator(".tinytorch-notice button").wait_for()
        page.locator("#jp-main-statusbar", has_text="| Idle").wait_for()
        page.keyboard.press("Escape")
        page.keyboard.press("a")
        page.locator(".jp-Cell.jp-mod-active.jp-CodeCell").wait_for()
        page.keyboard.press("Enter")
        page.locator(".jp-Cell.jp-mod-active .cm-focused").wait_for()
        page.keyboard.insert_text(
            "import tinytorch.core.tensor as t; print('first', 'result', t.Tensor([1]).shape)"
        )
        page.keyboard.press("Shift+Enter")
        page.locator(".jp-OutputArea-output", has_text="first result (1,)").wait_for()
        print(
            f"  first result {time.monotonic() - begin:.1f} s after the server's start, in Chromium"
        )


def traces(image: Image, secrets: list[str]) -> list[str]:
    """Files of the image, git history included, with a line of a solution or of a hidden test."""
    found, known = [], set(secrets)
    for path in image.home.rglob("*"):
        if path.is_symlink() or not path.is_file():
            continue
        text = path.read_bytes().decode("utf-8", "replace").replace('\\"', '"')
        if path.is_relative_to(
            image.python
        ):  # a package: whole lines, and more than any program has by chance
            lines = known.intersection(map(str.strip, text.splitlines()))
            told = sorted(lines) if len(lines) > 4 else []
        else:
            told = [secret for secret in secrets if secret in text]
        found += [f"{path.relative_to(image.home)}: {secret}" for secret in told[:1]]
    git = ["git", "-c", "safe.directory=*", "-C", image.repository, "log", "--all", "-p"]
    if (image.repository / ".git").exists():
        history = subprocess.run(git, capture_output=True, check=True).stdout.decode(
            "utf-8", "replace"
        )
        found += [f".git: {secret}" for secret in secrets if secret in history.replace('\\"', '"')][
            :1
        ]
    found += [
        str(path)
        for path in (image.home / ".cache" / "pip", image.repository / "grader")
        if path.exists()
    ]
    return found


def rehearse(title: str, source: Path, term: Course, secrets: list[str], home: Path) -> None:
    """One repository from the Dockerfile to a solved notebook that runs."""
    module = term.manifest.modules[-1]
    print(f"{title}:", flush=True)
    check_dockerfile(dockerfile(source))
    image = Image(home, source)
    image.build()
    left = traces(image, secrets)
    if left:
        sys.exit("The image tells a secret:\n" + "\n".join(left[:10]))
    print(f"  no trace of {len(secrets)} lines of solutions and hidden tests")
    notebook = image.repository / "modules" / module.id / f"{module.name}.ipynb"
    open_in_browser(image, f"/lab/tree/modules/{module.id}/{module.name}.ipynb")
    solved = write_notebook(notebook, answered(term, module))
    seconds = image.run("python", "-c", STRICT, solved)
    print(f"  the complete notebook runs without an error in {seconds:.0f} s")
    image.run("python", "-m", "workbench", "export")
    image.run("python", "-c", "from tinytorch.core.layers import Linear")


def publish(folder: Path) -> None:
    """Make a repository of a student edition."""
    git = [
        "git",
        "-C",
        str(folder),
        "-c",
        "user.name=course",
        "-c",
        "user.email=course@example.org",
    ]
    subprocess.run([*git, "init", "--quiet"], check=True)
    subprocess.run([*git, "add", "--all"], check=True)
    subprocess.run([*git, "commit", "--quiet", "--message", "Student edition"], check=True)


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="binder-") as folder:
        place = Path(folder)
        place.chmod(0o755)
        term = Course(ROOT, place / "term")
        for module in term.manifest.modules:
            release(term, module)
        module = term.manifest.modules[-1]
        write_edition(term, module, place / "edition")
        publish(place / "edition")
        # What the edition itself may hold is the matter of `grader check`; here it is what an image
        # adds to it.
        edition = [
            path
            for path in (place / "edition").rglob("*")
            if path.is_file() and ".git" not in path.parts
        ]
        given = "\n".join(path.read_text(encoding="utf-8").replace('\\"', '"') for path in edition)
        secrets = [
            line
            for each in term.manifest.modules
            for line in secret_lines(read(term.source(each)), given)
        ]
        for title, source in (
            ("The student edition", place / "edition"),
            ("The course's own repository", ROOT),
        ):
            home = Path(tempfile.mkdtemp(prefix="home-", dir=place))
            rehearse(title, source, term, secrets, home)


if __name__ == "__main__":
    main()
