# misconception: Your last layer gets the first x. Give each layer the output of the one before.
# read: 4. Sequential
# rank: 50
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        super().__init__()
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            layers = layers[0]
        self.layers = list(layers)

    def forward(self, x, training=True):
        out = x
        for layer in self.layers:
            if "training" in inspect.signature(layer.forward).parameters:
                out = layer.forward(x, training=training)
            else:
                out = layer.forward(x)
        return out

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
