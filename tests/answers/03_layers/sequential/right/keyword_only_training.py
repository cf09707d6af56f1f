# style: training is keyword-only, and functools.partial fixes it for the layers that take it.
import inspect
from functools import partial


class Sequential(Layer):
    """Chain of layers."""

    def __init__(self, *layers):
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            layers = layers[0]
        self.layers = tuple(layers)

    def forward(self, x, *, training=True):
        steps = []
        for layer in self.layers:
            step = layer.forward
            parameters = inspect.signature(step).parameters
            var_keyword = any(p.kind is inspect.Parameter.VAR_KEYWORD for p in parameters.values())
            if var_keyword or "training" in parameters:
                step = partial(step, training=training)
            steps.append(step)
        for step in steps:
            x = step(x)
        return x

    def parameters(self):
        params = []
        for layer in self.layers:
            params[len(params):] = layer.parameters()
        return params
