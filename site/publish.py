"""Build the course's pages, check them and publish them.

    python site/publish.py --to build/site [--links]

The build runs the notebooks' experiments and computes the numbers. It happens in a temporary
folder and replaces the old pages only if all checks pass. Slides, recordings and in-browser
notebooks in the target (`slides/`, `audio/`, `lite/`) stay, and the pages link to them; so build
those first, for example with `grader slides --to build/site/slides`.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from verify import problems

from grader.course.manifest import load
from grader.course.term import ROOT

SITE = Path(__file__).resolve().parent
PAGES = SITE / "pages"
KEPT = {"slides", "audio", "lite"}  # folders of other builds
MARKER = ".buildinfo"  # Sphinx writes it into every folder that it builds


def sphinx(builder: str, out: Path, *settings: str) -> subprocess.CompletedProcess[str]:
    """Run one of Sphinx's builders on all pages; a warning is an error.

    Args:
        builder: `html` or `linkcheck`.
        out: where to write.
        settings: overrides of conf.py, `name=value`.
    """
    command = [sys.executable, "-m", "sphinx", "-b", builder, "-E", "-W", "--keep-going"]
    command += ["-c", str(SITE), "-d", str(out.parent / "doctrees")]
    command += [*(f"-D{setting}" for setting in settings), str(PAGES), str(out)]
    path = os.pathsep.join([str(SITE.parent), os.environ.get("PYTHONPATH", "")])
    environment = {**os.environ, "PYTHONPATH": path}
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=environment
    )


def sphinx_problems(done: subprocess.CompletedProcess[str]) -> list[str]:
    """The warnings and errors of a Sphinx run, one line each; without any, its last lines."""
    lines = [line for line in (done.stderr + done.stdout).splitlines() if line.strip()]
    named = [
        line[:300] for line in lines if "WARNING:" in line or "ERROR:" in line or "broken " in line
    ]
    return named or lines[-5:]


def publish(built: Path, target: Path) -> None:
    """Replace the pages in `target` by those in `built`; the folders of other builds stay."""
    target.mkdir(parents=True, exist_ok=True)
    for old in target.iterdir():
        if old.name not in KEPT:
            shutil.rmtree(old) if old.is_dir() else old.unlink()
    shutil.copytree(built, target, dirs_exist_ok=True)


def refusal(target: Path) -> str | None:
    """Why `target` must not be written to, None if it may: `publish` deletes what is there."""
    if target.exists() and not target.is_dir():
        return f"{target} is a file: give a folder, --to DIR."
    if (
        target.is_dir()
        and not (target / MARKER).is_file()
        and {entry.name for entry in target.iterdir()} - KEPT
    ):
        return (
            f"{target} has files that are not the site's: give an empty or a new folder, --to DIR."
        )
    return None


def main(given: list[str] | None = None) -> int:
    """Build, check and publish. Return 0, 1 if a page has problems, or 2 for a wrong target."""
    parser = argparse.ArgumentParser(description="Build and check the course's pages.")
    parser.add_argument(
        "--to", type=Path, default=SITE.parent / "build" / "site", help="where the pages go"
    )
    parser.add_argument(
        "--links", action="store_true", help="also check external links; needs a network"
    )
    arguments = parser.parse_args(given)
    target = arguments.to.resolve()
    if reason := refusal(target):
        print(reason, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as scratch:
        built = Path(scratch) / "html"
        done = sphinx("html", built, f"published={target}")
        # The checks need pages, so they come only if Sphinx has no complaint.
        found = sphinx_problems(done) if done.returncode else problems(built, target)
        if arguments.links and not found:
            # The experiments have run once; links do not depend on them.
            asked = sphinx("linkcheck", Path(scratch) / "links", "nb_execution_mode=off")
            found = sphinx_problems(asked) if asked.returncode else []
        if found:
            print("\n".join(found), file=sys.stderr)
            print(
                f"The pages have {len(found)} problem(s); nothing was published.", file=sys.stderr
            )
            return 1
        # Sphinx copies the pages' sources, although nothing links to them.
        shutil.rmtree(built / "_sources", ignore_errors=True)
        publish(built, target)
    for module in load(ROOT).modules:
        if not (PAGES / f"{module.id}.md").is_file():
            print(f"{module.id} has no page: there is no site/pages/{module.id}.md.")
    print(f"The pages are in {target}: open {target / 'index.html'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
