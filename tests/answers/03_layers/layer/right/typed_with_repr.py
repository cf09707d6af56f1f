# style: Type hints, docstrings and a repr of its own.
from typing import Any, List


class Layer:
    """Base class: forward is written by the subclasses."""

    def forward(self, x: Tensor, *args: Any, **kwargs: Any) -> Tensor:
        """Compute the output of the layer."""
        raise NotImplementedError("Each layer must implement forward()")

    def __call__(self, x: Tensor, *args: Any, **kwargs: Any) -> Tensor:
        result = self.forward(x, *args, **kwargs)
        return result

    def parameters(self) -> List[Tensor]:
        params: List[Tensor] = []
        return params

    def __repr__(self) -> str:
        return f"{self.__class__.__name__}()"
