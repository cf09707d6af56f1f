# misconception: A container without layers fails. Start from x, so that x comes out where there
#   is no layer.
# rank: 60
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        super().__init__()
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            layers = layers[0]
        self.layers = list(layers)

    def forward(self, x, training=True):
        for i, layer in enumerate(self.layers):
            value = x if i == 0 else out
            if "training" in inspect.signature(layer.forward).parameters:
                out = layer.forward(value, training=training)
            else:
                out = layer.forward(value)
        return out

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
