"""The examples in the package's docstrings give what they show."""

import doctest
import importlib
import inspect
from types import ModuleType

import numpy as np
import pytest

from grader.course.manifest import load
from grader.course.term import ROOT

MODULES = [module.name for module in load(ROOT).modules]


class Shown(doctest.OutputChecker):
    """Compares where an example shows a result; one that shows none only has to run."""

    def check_output(self, want: str, got: str, optionflags: int) -> bool:
        return not want or super().check_output(want, got, optionflags)


def package() -> dict[str, object]:
    """Everything that the package exports, and NumPy: what an example may use."""
    names: dict[str, object] = {"np": np}
    for name in MODULES:
        names.update(vars(importlib.import_module(f"tinytorch.core.{name}")))
    return names


def tried(name: str) -> tuple[int, str]:
    """How many examples a module has, and what is said of those that give something else."""
    module = importlib.import_module(f"tinytorch.core.{name}")
    runner = doctest.DocTestRunner(
        checker=Shown(), verbose=False, optionflags=doctest.NORMALIZE_WHITESPACE
    )
    report: list[str] = []
    for test in doctest.DocTestFinder().find(module, extraglobs=package()):
        runner.run(test, out=report.append)
    return runner.tries, "".join(report)


@pytest.mark.parametrize("name", MODULES)
def test_examples_give_what_they_show(name: str) -> None:
    assert tried(name)[1] == ""


def test_the_examples_are_found() -> None:
    assert tried("layers")[0] >= 4


def test_a_wrong_example_is_found() -> None:
    module = ModuleType("wrong", ">>> 1 + 1\n3\n")
    (test,) = doctest.DocTestFinder().find(module)
    report: list[str] = []
    doctest.DocTestRunner(checker=Shown(), verbose=False).run(test, out=report.append)
    assert "Expected:" in "".join(report)


@pytest.mark.parametrize("name", MODULES)
def test_everything_public_is_described_in_a_line(name: str) -> None:
    module = importlib.import_module(f"tinytorch.core.{name}")
    exported = [getattr(module, each) for each in module.__all__]
    methods = [
        method
        for each in exported
        if inspect.isclass(each)
        for key, method in vars(each).items()
        if not key.startswith("_") and callable(method)
    ]
    assert exported
    assert [
        each.__qualname__ for each in exported + methods if not (each.__doc__ or "").strip()
    ] == []
    tasks = [
        each.__qualname__
        for each in exported + methods
        if "Task:" in each.__doc__ or "Hint:" in each.__doc__
    ]
    assert tasks == []
