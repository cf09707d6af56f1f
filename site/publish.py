"""Build the course's pages: run the notebooks' experiments, compute the numbers, check the result, publish it.

    python site/publish.py --to build/site [--links]

The pages are built and checked in a scratch folder and replace the old ones only if everything is right. Slides,
recordings and in-browser notebooks that lie in the target (`slides/`, `audio/`, `lite/`) stay and are linked to, so
build those first, for example with `make slides TO=build/site/slides`.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from verify import problems

SITE = Path(__file__).resolve().parent
PAGES = SITE / "pages"
GUESTS = {"slides", "audio", "lite"}
MARK = ".buildinfo"  # Sphinx leaves it in every folder that it writes


def sphinx(builder: str, out: Path, *settings: str) -> subprocess.CompletedProcess[str]:
    """Run one of Sphinx's builders over all pages; a warning is a failure."""
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-b",
        builder,
        "-E",
        "-W",
        "--keep-going",
        "-c",
        str(SITE),
    ]
    command += [
        "-d",
        str(out.parent / "doctrees"),
        *(f"-D{setting}" for setting in settings),
        str(PAGES),
        str(out),
    ]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(SITE.parent), os.environ.get("PYTHONPATH", "")]),
    }
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=environment
    )


def complaints(done: subprocess.CompletedProcess[str]) -> list[str]:
    """What Sphinx found wrong, one line each."""
    lines = [line for line in (done.stderr + done.stdout).splitlines() if line.strip()]
    named = [
        line[:300] for line in lines if "WARNING:" in line or "ERROR:" in line or "broken " in line
    ]
    return named or lines[-5:]


def publish(built: Path, target: Path) -> None:
    """Replace the pages in `target` by the ones just built, and leave the guests alone."""
    target.mkdir(parents=True, exist_ok=True)
    for old in target.iterdir():
        if old.name not in GUESTS:
            shutil.rmtree(old) if old.is_dir() else old.unlink()
    shutil.copytree(built, target, dirs_exist_ok=True)


def refuse(target: Path) -> str | None:
    """Why `target` cannot be written to, if so: nobody's files are deleted."""
    if target.exists() and not target.is_dir():
        return f"{target} is a file: give a folder, TO=dir."
    if (
        target.is_dir()
        and not (target / MARK).is_file()
        and {entry.name for entry in target.iterdir()} - GUESTS
    ):
        return f"{target} holds other files than the site's: give an empty or a new folder, TO=dir."
    return None


def main(given: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Build and check the course's pages.")
    parser.add_argument(
        "--to", type=Path, default=SITE.parent / "build" / "site", help="where the pages go"
    )
    parser.add_argument(
        "--links", action="store_true", help="also ask every outside link; needs a network"
    )
    arguments = parser.parse_args(given)
    target = arguments.to.resolve()
    if reason := refuse(target):
        print(reason, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as scratch:
        built = Path(scratch) / "html"
        done = sphinx("html", built, f"published={target}")
        found = complaints(done) if done.returncode else problems(built, target)
        if arguments.links and not found:
            asked = sphinx("linkcheck", Path(scratch) / "links", "nb_execution_mode=off")
            found = complaints(asked) if asked.returncode else []
        if found:
            print("\n".join(found), file=sys.stderr)
            print(
                f"The pages have {len(found)} problem(s); nothing was published.", file=sys.stderr
            )
            return 1
        shutil.rmtree(built / "_sources", ignore_errors=True)
        publish(built, target)
    print(f"The pages are in {target}: open {target / 'index.html'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
