# style: A generator yields every output and forward keeps the last.
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            layers = layers[0]
        self.layers = list(layers)

    def forward(self, x, training=True):
        last = x
        for last in self.outputs(x, training):
            pass
        return last

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]

    def outputs(self, x, training=True):
        for layer in self.layers:
            takes = any(name == 'training' for name in inspect.signature(layer.forward).parameters)
            x = layer(x, training=training) if takes else layer(x)
            yield x
