# style: functools.reduce folds the layers over the input, and sum joins the lists.
import inspect
from functools import reduce


class Sequential(Layer):
    def __init__(self, *layers):
        is_list = len(layers) == 1 and isinstance(layers[0], (list, tuple))
        self.layers = list(layers[0] if is_list else layers)

    def forward(self, x, training=True):
        def step(value, layer):
            spec = inspect.getfullargspec(layer.forward)
            if "training" in spec.args + spec.kwonlyargs or spec.varkw:
                return layer.forward(value, training=training)
            return layer.forward(value)

        return reduce(step, self.layers, x)

    def parameters(self):
        return sum((list(layer.parameters()) for layer in self.layers), [])
