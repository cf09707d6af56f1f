# misconception: You look at the first layer only to decide whether training goes to all. Ask
#   each layer's own forward.
# read: Which layers take training?
# rank: 60
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            layers = layers[0]
        self.layers = list(layers)
        self.takes = bool(self.layers) and 'training' in inspect.signature(self.layers[0].forward).parameters

    def forward(self, x, training=True):
        for layer in self.layers:
            if self.takes:
                x = layer.forward(x, training=training)
            else:
                x = layer.forward(x)
        return x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
