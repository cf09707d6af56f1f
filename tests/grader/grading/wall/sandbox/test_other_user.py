"""Without a sandbox, root's grader runs submissions under another user."""

import json
import os
from pathlib import Path

from grader.grading.wall.sandbox import other_user


def as_another_user(tmp_path: Path) -> dict[str, object]:
    """What a process can do that has changed its user; this one has to be root's."""
    package, secret, scratch = (tmp_path / name for name in ("package", "secret", "scratch"))
    for folder in (package / "tinytorch", secret, scratch):
        folder.mkdir(parents=True)
    (package / "tinytorch" / "__init__.py").write_text("", encoding="utf-8")
    for folder in (package, secret, scratch):
        folder.chmod(0o700)
    # pytest's folders are their owner's alone, but the scratch folder of the grader is in /tmp.
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        found: dict[str, object] = {}
        try:
            place = other_user.change_user(package, scratch)
            found["user"] = os.geteuid()
            found["package"] = os.listdir(place / "tinytorch")
            for name, path in {"secret": secret, "package before": package}.items():
                found[name] = os.access(path, os.R_OK, effective_ids=True)
            found["home"] = os.access(os.environ["HOME"], os.W_OK, effective_ids=True)
            found["copy"] = os.access(place / "tinytorch", os.W_OK, effective_ids=True)
        finally:
            os.write(write, json.dumps(found).encode())
            os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        answer = pipe.read()
    os.waitpid(pid, 0)
    return dict(json.loads(answer))


def test_another_user_reads_the_package_and_nothing_of_root_s(tmp_path: Path) -> None:
    if os.geteuid() != 0:
        # Who is not root cannot become anybody else.
        assert not other_user.may_change_user()
        return
    found = as_another_user(tmp_path)
    assert found.pop("user") != 0
    assert found == {
        "package": ["__init__.py"], "secret": False, "package before": False, "home": True,
        "copy": False,
    }  # fmt: skip


def test_asking_does_not_change_the_user() -> None:
    before = os.getresuid()
    other_user.may_change_user()
    assert os.getresuid() == before
