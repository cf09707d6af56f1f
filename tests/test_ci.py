"""What CI adds to `make test`: no test may be skipped, missing programs are installed or named."""

import os
import subprocess
from pathlib import Path

import pytest

from grader.course.term import ROOT

pytest_plugins = ["pytester"]
PACKAGES = ROOT / ".ci" / "packages"
SKIPS = {
    "in_a_fixture": "@pytest.fixture\ndef lost(): pytest.skip('no browser')\n"
    "def test_it(lost): pass",
    "in_a_mark": "@pytest.mark.skipif(True, reason='no browser')\ndef test_it(): pass",
    "in_the_test": "def test_it(): pytest.skip('no browser')",
    "at_import": "pytest.skip('no browser', allow_module_level=True)",
}


@pytest.mark.parametrize("where", SKIPS)
def test_a_skipped_test_fails_with_no_skips_and_says_why(
    pytester: pytest.Pytester, where: str
) -> None:
    pytester.makepyfile(f"import pytest\n{SKIPS[where]}")
    assert pytester.runpytest("-p", "no_skips").ret in (
        pytest.ExitCode.OK,
        pytest.ExitCode.NO_TESTS_COLLECTED,
    )
    strict = pytester.runpytest("-p", "no_skips", "--no-skips")
    assert strict.ret in (pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.INTERRUPTED)
    strict.stdout.fnmatch_lines(["*no browser*a skipped test is a failed one*"])


def test_with_no_skips_a_test_that_is_expected_to_fail_may_fail(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        "import pytest\n@pytest.mark.xfail\ndef test_it(): assert False\ndef test_other(): pass"
    )
    assert pytester.runpytest("-p", "no_skips", "--no-skips").ret == pytest.ExitCode.OK


def make_test(*variables: str) -> subprocess.CompletedProcess[str]:
    """What `make test` would run with these variables."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("MAKE", "MFLAGS")) and name != "CI"
    }
    command = ["make", "--dry-run", "test", *variables]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)


def test_ci_runs_all_tests_strictly() -> None:
    goal, *variables = (ROOT / ".ci" / "run").read_text(encoding="utf-8").split("make ")[-1].split()
    assert goal == "test"
    done = make_test(*variables)
    assert done.returncode == 0, done.stderr
    assert ".[dev,torch]" in done.stdout
    assert done.stdout.splitlines()[-1].endswith("-m pytest --no-skips")


def test_a_plain_make_test_leaves_out_what_takes_minutes() -> None:
    assert make_test().stdout.splitlines()[-1].endswith('-m pytest -m "not slow"')


def install(folder: Path, *programs: str, root: bool) -> subprocess.CompletedProcess[str]:
    """Run `.ci/packages` where these programs exist and apt-get notes what it is asked for."""
    bin = folder / "bin"
    bin.mkdir()
    for name in ("bash", "env", "python3"):
        (bin / name).symlink_to(f"/usr/bin/{name}")
    scripts = dict.fromkeys(programs, "") | {"id": f"echo {0 if root else 1000}"}
    scripts["apt-get"] = f'echo "$@" >> {folder}/asked'
    for name, script in scripts.items():
        (bin / name).write_text(f"#!/usr/bin/bash\n{script}\n", encoding="utf-8")
        (bin / name).chmod(0o755)
    return subprocess.run([PACKAGES], env={"PATH": str(bin)}, capture_output=True, text=True)


def test_what_is_there_is_not_installed_again(tmp_path: Path) -> None:
    install(tmp_path, "git", "make", "npm", "unshare", "google-chrome", root=True)
    asked = tmp_path / "asked"
    assert not asked.exists() or not {"git", "make", "npm", "util-linux", "chromium"} & set(
        asked.read_text().split()
    )


def test_what_is_missing_is_installed_and_looked_for_again(tmp_path: Path) -> None:
    done = install(tmp_path, "git", "make", "unshare", root=True)
    update, asked = (tmp_path / "asked").read_text(encoding="utf-8").splitlines()
    assert update.startswith("update")
    assert " npm chromium fonts-dejavu-core" in asked
    assert done.returncode == 2
    assert done.stderr.startswith("Still missing after apt-get: npm chromium fonts-dejavu-core")


def test_without_root_the_missing_packages_are_named(tmp_path: Path) -> None:
    done = install(tmp_path, "git", "make", "npm", "unshare", root=False)
    assert done.returncode == 2
    assert "need these Debian packages or their like: chromium fonts-dejavu-core" in done.stderr
    assert not (tmp_path / "asked").exists()
