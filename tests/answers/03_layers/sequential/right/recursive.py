# style: Forward runs the first layer and then itself over the rest.
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            layers = layers[0]
        self.layers = list(layers)

    def _run(self, x, rest, training):
        if len(rest) == 0:
            return x
        first = rest[0]
        known = inspect.signature(first.forward).parameters.values()
        if any(p.name == "training" or p.kind == p.VAR_KEYWORD for p in known):
            x = first.forward(x, training=training)
        else:
            x = first.forward(x)
        return self._run(x, rest[1:], training)

    def forward(self, x, training=True):
        return self._run(x, self.layers, training)

    def parameters(self):
        def collect(layers):
            if not layers:
                return []
            return list(layers[0].parameters()) + collect(layers[1:])

        return collect(self.layers)
