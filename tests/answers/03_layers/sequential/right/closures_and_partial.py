# style: functools.partial makes one step per layer at each call; slots.
import inspect
from functools import partial


class Sequential(Layer):
    __slots__ = ('layers',)

    def __init__(self, *layers):
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            layers = layers[0]
        self.layers = list(layers)

    def forward(self, x, training=True):
        steps = [
            partial(layer.forward, training=training)
            if 'training' in inspect.signature(layer.forward).parameters
            else layer.forward
            for layer in self.layers
        ]
        for step in steps:
            x = step(x)
        return x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
