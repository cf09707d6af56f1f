# misconception: A container without layers returns None. Return x as it is.
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            layers = layers[0]
        self.layers = list(layers)

    def forward(self, x, training=True):
        out = None
        for layer in self.layers:
            options = {'training': training} if 'training' in inspect.signature(layer.forward).parameters else {}
            out = x = layer.forward(x, **options)
        return out

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
