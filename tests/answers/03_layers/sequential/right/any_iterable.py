# style: The container accepts any iterable of layers and asks with a try around the look-up of the signature.
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        if len(layers) == 1 and not hasattr(layers[0], "forward"):
            layers = layers[0]
        self.layers = list(layers)

    def forward(self, x, training=True):
        for layer in self.layers:
            try:
                known = inspect.signature(layer.forward).parameters
            except ValueError:
                known = {}
            if "training" in known or any(p.kind is p.VAR_KEYWORD for p in known.values()):
                x = layer.forward(x, training=training)
                continue
            x = layer.forward(x)
        return x

    def parameters(self):
        found = []
        for layer in self.layers:
            found = found + list(layer.parameters())
        return found
