# misconception: You give training to every layer, but some forwards take x only. Ask
#   inspect.signature(layer.forward) first.
# read: Which layers take training?
# rank: 60
class Sequential(Layer):
    def __init__(self, *layers):
        super().__init__()
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            layers = layers[0]
        self.layers = list(layers)

    def forward(self, x, training=True):
        for layer in self.layers:
            x = layer.forward(x, training)
        return x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
