# misconception: You return an iterator (itertools.chain). Return a list of the tensors.
# rank: 60
import inspect
import itertools


class Sequential(Layer):
    def __init__(self, *layers):
        super().__init__()
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            layers = layers[0]
        self.layers = list(layers)

    def forward(self, x, training=True):
        for layer in self.layers:
            takes_training = "training" in inspect.signature(layer.forward).parameters
            x = layer.forward(x, training=training) if takes_training else layer.forward(x)
        return x

    def parameters(self):
        return itertools.chain.from_iterable(layer.parameters() for layer in self.layers)
