# misconception: You run the last layer only. Run all layers, from the first to the last.
# read: 4. Sequential
# rank: 60
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        super().__init__()
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            layers = layers[0]
        self.layers = list(layers)

    def forward(self, x, training=True):
        last = self.layers[-1]
        if "training" in inspect.signature(last.forward).parameters:
            return last.forward(x, training=training)
        return last.forward(x)

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
