# style: A private generator walks the tensors, and parameters() makes a list of it.
import inspect
from typing import List


class Sequential(Layer):
    def __init__(self, *layers):
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            (layers,) = layers
        self.layers = [*layers]

    def forward(self, x: Tensor, training: bool = True) -> Tensor:
        options = {"training": training}
        for layer in self.layers:
            understood = inspect.signature(layer.forward).parameters
            everything = any(p.kind is p.VAR_KEYWORD for p in understood.values())
            wanted = {key: value for key, value in options.items() if everything or key in understood}
            x = layer.forward(x, **wanted)
        return x

    def _walk(self):
        for layer in self.layers:
            yield from layer.parameters()

    def parameters(self) -> List[Tensor]:
        return list(self._walk())
