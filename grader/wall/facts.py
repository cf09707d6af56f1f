"""What an answer tells about the objects that it names, so that the grader's side need not ask for each of them.

A fact is what a question would have been answered with: an attribute that stands in the object's own `__dict__`, the
classes that it is an instance of, the names that are plain methods. Nothing is told that finding out would run code of
the student's for, and nothing is believed that an answer would not be believed for.
"""

from collections.abc import Callable, Iterable
from types import FunctionType
from typing import Any

import numpy as np

MADE_BY_CODE = 1 << 9  # the flag of a class that a class statement has made
MOST_OBJECTS = 40
MOST_FIELDS = 12
LONGEST_TEXT = 200
LARGEST_ARRAY = 4096  # bytes
ATOMS = frozenset({type(None), bool, int, float})

Told = list[list[Any]]


class Teller:
    """The student's side of it."""

    def __init__(self, number: Callable[[Any], int]) -> None:
        self._number = number
        self._classes: dict[type, tuple[int, frozenset[str], frozenset[str]] | None] = {}

    def forget(self) -> None:
        """Tell of every class again: it may have changed, or the other side has forgotten."""
        self._classes = {}

    def tell(self, objects: Iterable[Any]) -> Told | None:
        """What is known of `objects` and of those in their attributes, and of their classes if it is new; or None."""
        classes: list[Any] = []
        known: list[Any] = []
        waiting = list(objects)
        met = set(map(id, waiting))
        for each in waiting:
            fact = self._object(each, classes)
            if fact is None:
                continue
            known.append(fact)
            for value in fact[2].values():
                if type(value).__flags__ & MADE_BY_CODE and id(value) not in met and len(waiting) < MOST_OBJECTS:
                    met.add(id(value))
                    waiting.append(value)
        return [classes, known] if known else None

    def _object(self, value: Any, classes: list[Any]) -> Any:
        kind = type(value)
        if kind not in self._classes:
            self._classes[kind] = self._class(kind, classes)
        found = self._classes[kind]
        if found is None:
            return None
        number, methods, defined = found
        fields = {}
        own = object.__getattribute__(value, "__dict__") if kind.__dictoffset__ else {}
        for name in list(own)[:MOST_FIELDS]:
            if name in methods:
                return None
            if type(name) is str and name not in defined and _small(own[name]):
                fields[name] = own[name]
        return [self._number(value), number, fields]

    def _class(self, kind: type, classes: list[Any]) -> tuple[int, frozenset[str], frozenset[str]] | None:
        """A class's number, its plain methods and all names that it defines; None for one with ways of its own."""
        if not kind.__flags__ & MADE_BY_CODE or type(kind) is not type:
            return None
        if kind.__getattribute__ is not object.__getattribute__:  # type: ignore[comparison-overlap]
            return None
        methods: set[str] = set()
        defined: set[str] = set()
        for base in reversed(kind.__mro__[:-1]):
            for name, value in vars(base).items():
                defined.add(name)
                (methods.add if type(value) is FunctionType else methods.discard)(name)
        if "__class__" in defined:
            return None
        number = self._number(kind)
        named = [name for name in methods if not name.startswith("__")]
        classes.append([number, [self._number(base) for base in kind.__mro__], named])
        return number, frozenset(named), frozenset(defined)


def _small(value: Any) -> bool:
    kind = type(value)
    if kind in ATOMS:
        return True
    if kind is np.ndarray:
        return bool(value.nbytes <= LARGEST_ARRAY and value.dtype.kind in "biufc")
    return len(value) <= LONGEST_TEXT if kind is str else bool(kind.__flags__ & MADE_BY_CODE)


class Known:
    """The grader's side of it; what is known of an object holds until anything else is asked."""

    def __init__(self) -> None:
        self._classes: dict[int, tuple[frozenset[int], frozenset[str]]] = {}
        self._kinds: dict[int, int] = {}
        self._fields: dict[int, dict[str, Any]] = {}

    def forget(self) -> None:
        """Nothing is known any more."""
        self._classes, self._kinds, self._fields = {}, {}, {}

    def now_old(self) -> None:
        """Something is about to run over there: attributes may change by it."""
        if self._fields:
            self._fields = {}

    def learn(self, told: Any) -> None:
        """Take in what came with an answer; what is not of the known form is left."""
        if type(told) is not list or [type(part) for part in told] != [list, list]:
            return
        for each in told[0][:MOST_OBJECTS]:
            match each:
                case (int(number), list(bases), list(methods)):
                    self._classes[number] = frozenset(bases), frozenset(methods)
        for each in told[1][:MOST_OBJECTS]:  # many in each answer, and a pattern takes its time
            if type(each) is list and [type(part) for part in each] == [int, int, dict] and each[1] in self._classes:
                self._kinds[each[0]], self._fields[each[0]] = each[1:]

    def fields(self, number: int) -> dict[str, Any]:
        """Attributes of the object, as they are now."""
        return self._fields.get(number, {})

    def is_method(self, number: int, name: str) -> bool:
        """Whether `name` is a plain method of the object."""
        kind = self._kinds.get(number)
        return kind is not None and name in self._classes[kind][1]

    def bases(self, number: int) -> frozenset[int] | None:
        """The classes that the object is an instance of, if that is known."""
        kind = self._kinds.get(number)
        return None if kind is None else self._classes[kind][0]
