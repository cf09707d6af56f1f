# style: A deque of work is emptied at each call; the list has another name; optional name.
import inspect
from collections import deque


class Sequential(Layer):
    def __init__(self, *layers, name='model'):
        self.name = name
        inside = layers[0] if len(layers) == 1 and type(layers[0]) in (list, tuple) else layers
        self._stack = [layer for layer in inside]
        self.layers = self._stack

    def forward(self, x, training=True):
        work = deque(self._stack)
        while work:
            layer = work.popleft()
            takes = 'training' in inspect.signature(layer.forward).parameters
            x = layer.forward(x, training=training) if takes else layer.forward(x)
        return x

    def parameters(self):
        return sum((list(layer.parameters()) for layer in self._stack), [])
