"""Questions that are put off until an expression needs their answers, so that several of them travel in one frame.

`fuse` compiles a test so that `layer.forward(Tensor(X))` puts the inner call off, and the outer one takes it along.
Nobody can tell the difference: what was put off is asked before any other question, before a function of the grader's
own is called, and before the expression has its value. What an error has cut short is never asked.
"""

from collections.abc import Callable
from typing import Any
from weakref import ref

from grader.wall.handles import Callable_, Handle, exactly
from grader.wall.student import OPERATORS

Step = tuple[str, tuple[Any, ...]]
KINDS: dict[str, type] = {"len": int, "repr": str, "str": str}  # Python's functions that are put off like operators
Ask = Callable[[list[Step], list[int]], list[Any]]


class Later:
    """A question that is put off, then its answer; `place` is its number among those that are asked together."""

    __slots__ = ("__weakref__", "answered", "place", "step", "used", "value")

    def __init__(self, step: Step) -> None:
        self.step, self.answered, self.used = step, False, False
        self.place, self.value = 0, None


class LaterMethod:
    """An attribute of what is not there yet."""

    __slots__ = ("name", "owner")

    def __init__(self, owner: Later, name: str) -> None:
        self.owner, self.name = owner, name


class Queue:
    """The questions of one submission that are put off, and what a fused test calls for them."""

    def __init__(self, ask: Ask) -> None:
        """Make a queue; `ask` is given steps, in which a `Later` stands for an earlier one, and whose values count."""
        self._ask = ask
        self._waiting: list[ref[Later]] = []  # an expression that has ended in an error holds its own no more
        self.tools: dict[str, Callable[..., Any]] = {
            "__later__": self.call, "__of__": self.attribute, "__operate__": self.operate, "__value__": self.value,
            "__values__": self.values, "__slice__": slice,
        }  # fmt: skip

    def call(self, function: Any, /, *arguments: Any, **named: Any) -> Any:
        """Put off the call of a student's object; call what is the grader's own."""
        function = self._so_far(function)
        if type(function) in (Later, LaterMethod) or issubclass(type(function), Callable_):
            taken = {name: self._taken(value) for name, value in named.items()} if named else named
            return self._put_off("call", self._taken(function), [self._taken(each) for each in arguments], taken)
        self.flush()
        return function(*map(self.value, arguments), **{name: self.value(value) for name, value in named.items()})

    def attribute(self, owner: Any, name: str) -> Any:
        """An attribute of an object that may not be there yet."""
        owner = self._so_far(owner)
        return LaterMethod(owner, name) if type(owner) is Later else getattr(owner, name)

    def operate(self, name: str, *operands: Any) -> Any:
        """Put off an operator (or `len` and the like) if it is one for the student's side; otherwise apply it."""
        operands = tuple(map(self._so_far, operands))
        if any(type(each) is Later or issubclass(type(each), Handle) for each in operands):
            return self._put_off("operator", name, *map(self._taken, operands))
        return OPERATORS[name](*operands)

    def value(self, later: Any) -> Any:
        """What was put off, now; anything else as it is."""
        if type(later) is not Later:
            return later
        if not later.answered:
            self.flush()
        return later.value

    def values(self, several: list[Any] | tuple[Any, ...]) -> list[Any] | tuple[Any, ...]:
        """A list or tuple with the values of what was put off in it."""
        self.flush()
        return type(several)(map(self.value, several))

    def flush(self) -> None:
        """Ask everything that is put off."""
        if not self._waiting:
            return
        asked = [later for each in self._waiting if (later := each()) is not None]
        self._waiting = []
        for place, later in enumerate(asked):
            later.place = place
        wanted = [later for later in asked if not later.used]
        values = self._ask([later.step for later in asked], [later.place for later in wanted])
        for later, value in zip(wanted, values, strict=True):
            kind = KINDS.get(later.step[1][0]) if later.step[0] == "operator" else None
            later.answered, later.value = True, value if kind is None else exactly(kind, value)

    def forget(self) -> None:
        """Drop what is left of an expression that did not come to its end."""
        self._waiting = []

    def _put_off(self, kind: str, *arguments: Any) -> Later:
        later = Later((kind, arguments))
        self._waiting.append(ref(later))
        return later

    def _so_far(self, value: Any) -> Any:
        """The value of what has been answered in the meantime."""
        if type(value) is Later and value.answered:
            return value.value
        if type(value) is LaterMethod and value.owner.answered:
            return getattr(value.owner.value, value.name)
        return value

    def _taken(self, value: Any) -> Any:
        """`value` as an argument of what is put off: it goes along, and its own value is not asked for."""
        value = self._so_far(value)
        if type(value) is Later:
            value.used = True
        elif type(value) is LaterMethod:
            value.owner.used = True
        return value
