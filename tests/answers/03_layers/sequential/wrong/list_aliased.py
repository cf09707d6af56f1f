# misconception: You keep the list that was passed in itself, so your container changes with it.
#   Make a new list of the layers.
# rank: 30
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            self.layers = layers[0]
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
        params = []
        for layer in self.layers:
            params.extend(layer.parameters())
        return params
