# misconception: You list tensors with two axes only. List all of them, biases too.
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            self.layers = list(layers[0])
        else:
            self.layers = list(layers)

    def forward(self, x, training=True):
        out = x
        for layer in self.layers:
            names = inspect.signature(layer.forward).parameters
            kwargs = {"training": training} if "training" in names else {}
            out = layer.forward(out, **kwargs)
        return out

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters() if p.ndim == 2]
