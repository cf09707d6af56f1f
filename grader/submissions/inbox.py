"""Collect what arrives in a folder or in an exchange, from each person once it is complete."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from grader.course.errors import CourseError
from grader.course.manifest import Module
from grader.course.term import Course
from grader.submissions.collect import Collection, Key, collect, is_of_another_module
from grader.submissions.exchange import inbound, parsed
from grader.submissions.handin import shown
from grader.submissions.intake import TIME
from grader.submissions.sender import leaves_folder, sender
from grader.submissions.settling import PATIENCE, Settling, State
from grader.submissions.upload import composed, is_noise


class Inbox:
    """The folder that files arrive in: whose they are, and which of them are complete."""

    def __init__(
        self,
        course: Course,
        module: Module,
        source: Path,
        pattern: str | None = None,
        *,
        trust_names: bool = False,
        note: Callable[[str], None] = lambda line: None,
        settling: Settling | None = None,
    ) -> None:
        """Look at a folder.

        Args:
            course, module: what is collected.
            source, pattern, trust_names: as for `collect`; `source` cannot be a zip.
            note: called with each line for the user, once.
            settling: tells when a file is complete.

        Raises:
            CourseError: if `source` is not a folder, is the term's, or `pattern` cannot be used.
        """
        self._course, self._module, self._source = course, module, source
        self._pattern, self._trust_names, self._note = pattern, trust_names, note
        self._settling = settling or Settling(course.manifest.limits.notebook_megabytes)
        self._check()
        exchange = inbound(course, source)
        self.is_exchange = exchange.is_dir()
        self.folder = (exchange if self.is_exchange else source).resolve()
        self._pending: dict[Key, set[Path]] = {}
        self._taken: dict[Path, State | None] = {}
        self._said: set[str] = set()

    def _check(self) -> None:
        if not self._source.is_dir():
            what = "is not a folder" if self._source.exists() else "does not exist"
            why = "watch a folder or an exchange, or collect a zip with `grader collect`"
            raise CourseError(f"{self._source} {what}: {why}.")
        source, term = self._source.resolve(), self._course.folder.resolve()
        if source.is_relative_to(term) or term.is_relative_to(source):
            raise CourseError(
                f"{self._source} overlaps the term's folder {term}: "
                "let students hand in to a separate folder."
            )
        # An invalid pattern is refused before any file is there to try it on.
        sender("x", self._module.name, self._pattern)

    @property
    def waiting(self) -> int:
        """The number of people whose files are not complete yet."""
        return len(self._pending)

    def scan(self) -> None:
        """Notice every file that is new or has changed since it was collected."""
        self.notice(_files(self.folder))

    def notice(self, paths: Iterable[Path]) -> None:
        """Look at files that may be new, may have changed, or may be gone."""
        for path in paths:
            known = path in self._taken
            if known and self._taken[path] == State.of(path):
                continue
            if not path.is_dir() and (key := self._key(path)) is not None:
                self._pending.setdefault(key, set()).add(path)

    def collect(self) -> list[str]:
        """Collect from everybody whose files are complete; return who has something to grade.

        Raises:
            CourseError: if the term cannot be written, or somebody else collects into it.
        """
        ready = {key for key, paths in self._pending.items() if all(map(self._complete, paths))}
        if not ready:
            return []
        states = {path: State.of(path) for key in ready for path in self._pending[key]}
        found = collect(
            self._course, self._module, self._source, self._pattern,
            trust_names=self._trust_names, only=ready,
        )  # fmt: skip
        # A file that was written to while it was read is collected again before it is graded.
        steady = {
            key
            for key in ready
            if all(State.of(path) == states[path] for path in self._pending[key])
        }
        for key in steady:
            self._taken.update((path, states[path]) for path in self._pending.pop(key))
        self._tell(found)
        return [who for who in found.collected + found.refused if found.keys[who] in steady]

    def _complete(self, path: Path) -> bool:
        # nbgrader writes the time last.
        if self.is_exchange and path.name != TIME and not (path.parent / TIME).is_file():
            return self._settling.rests(path) >= PATIENCE
        return self._settling.is_complete(path)

    def _key(self, path: Path) -> Key | None:
        """Return whose a file is; None if its name does not tell or it is not for the module."""
        try:
            name = composed(path.relative_to(self.folder).as_posix())
        except ValueError:
            return None
        if is_noise(name):
            return None
        if self.is_exchange:
            folder = parsed(path.relative_to(self.folder).parts[0], self._module)
            return folder.key if folder is not None else None
        who = None if leaves_folder(name) else sender(name, self._module.name, self._pattern)
        if who is None and self._pattern is None:
            self._say(f"left out: {shown(name)}: its name does not say whose it is")
        if who is None or is_of_another_module(self._course, self._module, who):
            return None
        return who.key

    def _tell(self, found: Collection) -> None:
        for line in found.notes:
            self._say(line)

    def _say(self, line: str) -> None:
        # Each collection looks at the whole folder and would say the same again.
        if line not in self._said:
            self._said.add(line)
            self._note(line)


def _files(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        # A link to a folder is refused when it is collected.
        links = [name for name in folders if (Path(place) / name).is_symlink()]
        yield from (Path(place) / name for name in sorted([*names, *links]))
