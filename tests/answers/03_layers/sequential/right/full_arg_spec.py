# style: inspect.getfullargspec is asked, and the options go in with stars.
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            layers = layers[0]
        self.layers = list(layers)

    def forward(self, x, training=True):
        for layer in self.layers:
            spec = inspect.getfullargspec(layer.forward)
            options = dict(training=training) if 'training' in spec.args + spec.kwonlyargs else {}
            x = layer.forward(x, **options)
        return x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
