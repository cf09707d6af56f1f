"""`print(model)`: a line for each layer with its shape and parameters."""

import pytest

from tinytorch.core.activations import Softmax
from tinytorch.core.layers import Dropout, Layer, Linear, Sequential, summary
from tinytorch.core.tensor import Tensor


class Own(Layer):
    """A layer that the summary does not know, with one parameter of five numbers."""

    def parameters(self) -> list[Tensor]:
        return [Tensor([0.0] * 5)]


def rows(model: Sequential) -> list[list[str]]:
    return [line.replace("(batch, ", "").split() for line in str(model).splitlines()]


def test_every_layer_has_a_line_and_the_last_is_the_sum() -> None:
    model = Sequential(Linear(64, 32, bias=False), Softmax(), Dropout(0.2), Linear(32, 10))
    assert str(model) == summary(model) == repr(model)
    assert str(model).splitlines() == [
        "layer                       output          parameters",
        "Linear(64, 32, bias=False)  (batch, 32)          2,048",
        "Softmax()                   (batch, 32)              0",
        "Dropout(0.2)                (batch, 32)              0",
        "Linear(32, 10)              (batch, 10)            330",
        "together                                         2,378",
    ]


def test_a_model_in_a_model_is_indented_and_hands_its_shape_on() -> None:
    model = Sequential(Sequential(Linear(3, 2), Dropout(0.5)), Dropout(0.1))
    assert [line[: line.index("(batch")].rstrip() for line in str(model).splitlines()[1:-1]] == [
        "  Linear(3, 2)", "  Dropout(0.5)", "Dropout(0.1)",
    ]  # fmt: skip
    assert rows(model)[-2][1:] == ["2)", "0"]


def test_an_unknown_layer_counts_and_its_shape_is_not_guessed() -> None:
    model = Sequential(Linear(3, 2), Own(), Dropout(0.5), Linear(2, 1))
    assert [line[-2:] for line in rows(model)[2:]] == [
        ["?)", "5"],
        ["?)", "0"],
        ["1)", "3"],
        ["together", "16"],
    ]


@pytest.mark.parametrize("model", [Sequential(), Sequential([])])
def test_an_empty_model_has_no_parameters(model: Sequential) -> None:
    assert rows(model)[1:] == [["together", "0"]]


def test_a_container_that_keeps_its_layers_elsewhere_says_how_many_parameters_it_has() -> None:
    model = Sequential(Linear(3, 2))
    model.kept = model.__dict__.pop("layers")
    model.parameters = lambda: model.kept[0].parameters()
    assert str(model) == "Sequential with 8 parameters"
