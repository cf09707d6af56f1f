"""What the names of a test stand for on the student's side: asked once for all tests that follow one another."""

from collections.abc import Iterable
from typing import Any

from grader.wall.handles import Handle

Pair = tuple[str, str]  # a module of the package, and a name in it


class Names:
    """What is known of names, and whether it still holds."""

    def __init__(self) -> None:
        self.known: dict[str, Any] = {}  # objects, and values that cannot change while the name stands for them
        self.imported: list[Handle | None] = []
        self._asked: tuple[list[str], list[Pair]] | None = None

    def hold(self, names: list[str], imports: list[Pair]) -> bool:
        """Whether these are the names that were asked for last, and nothing has changed since."""
        return self._asked == (names, imports)

    def learn(self, names: list[str], imports: list[Pair], known: dict[str, Any], imported: Iterable[Any]) -> None:
        """Take in an answer about them."""
        self.known = {name: value for name, value in known.items() if isinstance(value, Handle) or _stays(value)}
        self.imported = [value if isinstance(value, Handle) else None for value in imported]
        self._asked = names, imports

    def objects(self) -> dict[int, Handle]:
        """The handles among them, by their numbers."""
        found = [each for each in (*self.known.values(), *self.imported) if isinstance(each, Handle)]
        return {object.__getattribute__(each, "_number"): each for each in found}

    def have_changed(self) -> None:
        """A test that runs keeps its objects, though their names stand for others now; the next one asks again."""
        self._asked = None
        for name in [name for name, value in self.known.items() if not isinstance(value, Handle)]:
            del self.known[name]


def _stays(value: Any) -> bool:
    """Whether it is a number, a text or the like; the objects in a tuple are not kept, so neither is the tuple."""
    return all(map(_stays, value)) if type(value) is tuple else value is None or type(value) in (bool, int, float, str)
