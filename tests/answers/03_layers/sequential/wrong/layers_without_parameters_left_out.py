# misconception: You leave out layers that have no parameters. Keep all layers: activations have
#   none.
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            layers = layers[0]
        self.layers = [layer for layer in layers if layer.parameters()]

    def forward(self, x, training=True):
        out = x
        for layer in self.layers:
            names = inspect.signature(layer.forward).parameters
            kwargs = {"training": training} if "training" in names else {}
            out = layer.forward(out, **kwargs)
        return out

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
