# style: layers is a property over a private list; an iterator is worked through with next.
import inspect


class Sequential(Layer):
    @property
    def layers(self):
        return self._layers

    def __init__(self, *layers):
        first, *rest = layers or ((),)
        self._layers = list(first) if not rest and isinstance(first, (list, tuple)) else [first, *rest]

    def forward(self, x, training=True):
        steps = iter(self._layers)
        while (layer := next(steps, None)) is not None:
            wants = {'training'} & set(inspect.signature(layer.forward).parameters)
            x = layer.forward(x, **{name: training for name in wants})
        return x

    def parameters(self):
        found = []
        for layer in self._layers:
            found += layer.parameters()
        return found
